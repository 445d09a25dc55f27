import LapakDomain
import LapakNation
import LapakServer

extension Story {
    /// A claim's contacts: proven and changed at home and in the yard, mail that was refused, a slip that is asked about.
    static let contacts = [
        Story("a phone is proven on the receipt, an address is changed, and the new one rests") { site in
            let (phone, claim) = try await site.booked()
            let siti = site.cast.siti
            try await phone.show("Member/contacts", at: "/klaim/kontak")
            try await phone.press("f-bukti-phone")
            try await phone.show("Member/contacts-code")
            try await phone.press("f-kode", ["kode": "1"])
            try await phone.show("Member/contacts-code-short", status: 422)
            let number = try PhoneNumber(siti.phone).found("the phone").value
            try await phone.press("f-kode", ["kode": site.code(to: number)])
            try await phone.show("Member/contacts-proven")
            site.clock.advance(.minutes(2))
            try await phone.press("f-ganti-mail", ["email": "siti@gmial.con"])
            try await phone.show("Member/contacts-slip", status: 422)
            try await phone.press("f-ganti-mail", ["maksud": "siti@gmail.com"])
            try await phone.press("f-kode", ["kode": site.code(to: "siti@gmail.com")])
            try await phone.show("Member/contacts-rest")
            let other = try await Browser(site)
            try await other.open("/klaim?nomor=\(claim.number.value)")
            try await other.press("f-nomor")
            try await other.press("f-kode", ["kode": site.code(to: "siti@gmail.com")])
            try await other.open("/klaim/batal")
            try await other.press("f-batal")
            try await other.show("Member/status-contact-rests", status: 403)
            try await hold(site.claim(numbered: claim.number.value).phase == .booked)
        },
        Story("mail that was refused is told where it would be said to be sent") { site in
            let (phone, siti) = (try await Browser(site), site.cast.siti)
            try await phone.choose()
            try await phone.sayNIK(siti)
            try await phone.sayMembership(siti)
            try await phone.press("f-kontak", ["email": "siti@gmial.con", "telepon": siti.phone])
            try await phone.show("Member/contact-slip", status: 422)
            try await phone.press("f-kontak", ["maksud": "siti@gmial.con"])
            try await site.settle()
            try await site.loseLetter()
            try await phone.show("Member/code-refused", at: "/daftar/kode")
            site.clock.advance(.minutes(1))
            try await phone.open("/daftar/kontak")
            try await phone.press("f-kontak", ["email": siti.email])
            try await phone.sayCode(siti)
            try await phone.sayReason(siti)
            try await phone.agree()
            try await site.settle()
            try await site.loseLetter()
            try await phone.show("Member/filed-refused", at: "/daftar/selesai")
            try await phone.show("Member/status-refused", at: "/klaim/status")
        },
        Story("somebody in the yard proves a contact with an officer") { site in
            let (yard, siti) = (try await site.desk(as: .officer), site.cast.siti)
            try await yard.describe(siti)
            try await yard.check(yard.boxes, "lengkap")
            try await yard.show("Yard/visit-nothing-proven")
            let way = try yard.page.markup.all("a").first { $0["href"]?.hasPrefix("/kantor/kontak/") == true }.found("the way to contacts")
            try await yard.show("Branch/contacts", at: way["href"] ?? "")
            try await yard.press("f-bukti-phone")
            try await yard.show("Branch/contacts-code")
            try await yard.press("f-kode", ["kode": site.code(to: try PhoneNumber(siti.phone).found("the phone").value)])
            try await yard.show("Branch/contacts-proven")
        },
    ]
}
