import LapakDomain
import LapakNation
import LapakStore
import Testing

@testable import LapakDevelopment
@testable import LapakServer

/// Mail that a server refused for good is told where the page would say that it was sent; slips of the keyboard are asked about before.
@Suite("Mail that was refused") struct RefusedMailTests {
    @Test func `the code's page says that the address refused it, and leads to where it is mended; a new address is a new code`()
        async throws
    {
        let site = try await Site.open()
        let (phone, siti) = (try await Browser(site), site.cast.siti)
        try await phone.choose()
        try await phone.sayNIK(siti)
        try await phone.sayMembership(siti)
        try await phone.sayContact(siti)
        #expect(phone.page.says("Kami mengirimnya ke \(siti.email)"))
        try await site.settle()
        try await site.loseLetter()
        try await phone.open("/daftar/kode")
        #expect(phone.page.markup.one(id: "ditolak") != nil && !phone.page.says("Kami mengirimnya ke"))
        try await phone.press("f-kode", ["kode": "000000"])
        #expect(phone.page.markup.one(id: "ditolak") != nil, "also with a wrong code")
        site.clock.advance(.minutes(1))
        try await phone.open("/daftar/kontak")
        try await phone.press("f-kontak", ["email": "baru@contoh.id"])
        #expect(phone.page.markup.one(id: "ditolak") == nil && phone.page.says("Kami mengirimnya ke baru@contoh.id"))
        try await phone.press("f-kode", ["kode": site.code(to: "baru@contoh.id")])
        #expect(phone.page.path == "/daftar/sebab")
    }

    @Test func `the receipt and the status say that the confirmation did not arrive, until the contact is changed`() async throws {
        let site = try await Site.open()
        let (phone, _) = try await site.booked()
        try await site.settle()
        try await site.loseLetter()
        for path in ["/daftar/selesai", "/klaim/status"] {
            try await phone.open(path)
            let box = try #require(phone.page.markup.one(id: "ditolak"), "\(path)")
            #expect(box.all("a").contains { $0["href"] == "/klaim/kontak" })
            #expect(!phone.page.says("Kami juga mengirimnya"))
        }
        site.clock.advance(.minutes(1))
        try await phone.open("/klaim/kontak")
        try await phone.press("f-ganti-mail", ["email": "baru@contoh.id"])
        try await phone.press("f-kode", ["kode": site.code(to: "baru@contoh.id")])
        try await phone.open("/klaim/status")
        #expect(phone.page.markup.one(id: "ditolak") == nil)
    }

    @Test func `a refused code of a contact that is to be proven is told on its page`() async throws {
        let site = try await Site.open()
        let (phone, _) = try await site.booked()
        try await site.settle()
        try await phone.open("/klaim/kontak")
        try await phone.press("f-ganti-mail", ["email": "baru@contoh.id"])
        try await site.settle()
        try await site.loseLetter()
        try await phone.open("/klaim/kontak/kode?kontak=mail")
        #expect(phone.page.markup.one(id: "ditolak") != nil && !phone.page.says("Kami mengirimnya ke"))
    }

    @Test(arguments: [("gmial.con", "gmail.com"), ("yaho.com", "yahoo.com"), ("gmail.co", "gmail.com"), ("hotmial.com", "hotmail.com")])
    func `a likely slip is asked about, and either answer goes on`(typed: String, meant: String) async throws {
        for (answer, path) in [(meant, "/daftar/kode"), (typed, "/daftar/kode")] {
            let site = try await Site.open()
            let (phone, siti) = (try await Browser(site), site.cast.siti)
            try await phone.choose()
            try await phone.sayNIK(siti)
            try await phone.sayMembership(siti)
            try await phone.press("f-kontak", ["email": "siti@\(typed)", "telepon": siti.phone])
            #expect(phone.page.status == 422 && phone.page.says("Maksud Anda siti@\(meant)?"))
            #expect(site.outbox.all.isEmpty)
            try await phone.press("f-kontak", ["maksud": "siti@\(answer)"])
            #expect(phone.page.path == path && phone.page.says("siti@\(answer)"))
        }
    }
}
