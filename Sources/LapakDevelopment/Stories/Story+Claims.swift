import HTTPTypes
import LapakDomain
import LapakNation
import LapakServer
import LapakStore
import LapakWeb

extension Story {
    /// A claim after it was filed: coming back, its status in every phase, changing and cancelling.
    static let claims = [
        Story("a booked claim can be moved and cancelled by its member alone") { site in
            let (phone, claim) = try await site.booked()
            try await phone.show("Member/status-booked", at: "/klaim/status")
            try await phone.show("Member/proof", at: "/klaim/bukti")
            try await phone.show("Member/change", at: "/klaim/ubah")
            try await phone.press("f-ubah")
            try await phone.show("Member/change-nothing-chosen", status: 422)
            try await phone.press("f-ubah", ["slot": phone.firstSlot])
            try hold(phone.page.path == "/klaim/status" && phone.page.status == 200)
            try await hold(site.claim(numbered: claim.number.value).slot != claim.slot)
            try await phone.show("Member/status-moved")
            for _ in 0..<site.app.policy.changes where !phone.page.markup.all("form").isEmpty {
                try await phone.open("/klaim/ubah")
                guard phone.page.markup.one(id: "f-ubah") != nil else { break }
                try await phone.press("f-ubah", ["slot": phone.firstSlot])
            }
            try await phone.show("Member/change-none-left", at: "/klaim/ubah")
            try await phone.show("Member/cancel", at: "/klaim/batal")
            try await phone.press("f-batal")
            try await phone.show("Member/status-cancelled")
            try await phone.post("/klaim/batal")
            try hold(phone.page.path == "/klaim/status" && phone.page.status == 200, "cancelling again is harmless")
            try await phone.show("Member/change-cancelled", at: "/klaim/ubah")
            try await phone.show("Papers/list-cancelled", at: "/berkas")
            try await phone.show("Papers/refused-cancelled", at: "/berkas/ktp", status: 409)
        },
        Story("coming back takes the number and a code, and signing out ends it") { site in
            let (first, claim) = try await site.booked()
            first.forget(Call.registrationCookie)
            let phone = try await Browser(site)
            try await phone.show("Member/come-back", at: "/klaim")
            try await phone.press("f-nomor", ["nomor": "7K4M"])
            try await phone.show("Member/come-back-wrong", status: 422)
            try await phone.press("f-nomor", ["nomor": claim.number.description.lowercased()])
            try await phone.show("Member/come-back-code")
            try await phone.press("f-kode", ["kode": "12"])
            try await phone.show("Member/come-back-code-short", status: 422)
            let code = try await site.code(to: site.cast.siti.email)
            try await phone.press("f-kode", ["kode": code == "000000" ? "111111" : "000000"])
            try await phone.show("Member/come-back-code-wrong", status: 422)
            try await phone.press("f-kode", ["kode": code])
            try hold(phone.page.path == "/klaim/status" && phone.page.says(claim.number.description))
            let replayed = phone.cookies
            try await phone.show("Member/sign-out", at: "/klaim/keluar")
            let out = try await phone.press("f-keluar", following: false)
            try hold(out.location == "/klaim/keluar?lain=1" && out.headers[.clearSiteData] == "\"storage\"")
            try await phone.show("Member/signed-out", at: "/klaim/keluar?lain=1")
            try await phone.show("Member/nobody-open", at: "/klaim/keluar")
            try await phone.open("/klaim/status")
            try hold(phone.page.path == "/klaim")
            let thief = try await Browser(site, cookies: replayed)
            try await thief.open("/klaim/status")
            try hold(thief.page.path == "/klaim", "what was kept of the cookies opens nothing")
        },
        Story("on a shared phone the newest act counts, and a page left open acts on nobody else") { site in
            let (siti, budi) = (site.cast.siti, site.cast.budi)
            let (phone, first) = try await site.booked()
            let left = try await phone.open("/klaim/batal")
            try await phone.choose()
            try await phone.sayNIK(budi)
            try await phone.sayMembership(budi)
            try await phone.show("Member/form-open", at: "/klaim/keluar")
            try await phone.open("/daftar/kontak")
            try await phone.sayContact(budi)
            try await phone.sayCode(budi)
            try await phone.sayReason(budi)
            try await phone.agree()
            let second = try await site.claim(numbered: phone.number)
            let cancelling = try PageForm(id: "f-batal", in: left).filled([])
            try await phone.post(cancelling.action, cancelling.fields)
            try await phone.show("Member/other-claim", status: 409)
            try await hold(site.claim(numbered: first.number.value).phase == .booked)
            try await hold(site.claim(numbered: second.number.value).phase == .booked)
            try await phone.open("/klaim/status")
            try hold(phone.page.says(second.number.description) && !phone.page.says(first.number.description))
            try await phone.comeBack(to: first, siti)
            try hold(phone.page.says(first.number.description) && !phone.page.says(second.number.description))
        },
        Story("with all papers accepted the claim is ready, and the lobby opens half an hour before") { site in
            let (phone, claim) = try await site.booked(onLastDay: true)
            try await phone.show("Interview/closed", at: "/wawancara")
            try await site.putAll(.accepted, for: claim)
            try await site.settlePapers(of: claim.id)
            try await phone.show("Member/status-ready", at: "/klaim/status")
            try await phone.show("Papers/list-ready", at: "/berkas")
            try await phone.show("Interview/early", at: "/wawancara")
            site.clock.advance(try await site.start(of: claim) - .minutes(30) - site.clock.now)
            try await phone.comeBack(to: claim, site.cast.siti)
            try await phone.show("Interview/entrance", at: "/wawancara")
            try await phone.show("Member/status-lobby-open", at: "/klaim/status")
        },
        Story("a missed deadline keeps the place in line, and says so on every page") { site in
            let (phone, claim) = try await site.booked(onLastDay: true)
            try await site.settle()
            try await site.put(.ktp, .waiting, for: claim.id)
            site.clock.advance(try claim.papersDue.found("a deadline") - site.clock.now)
            try await phone.comeBack(to: claim, site.cast.siti)
            try await phone.show("Member/status-lost-place", at: "/klaim/status")
            try await phone.show("Papers/list-lost-place", at: "/berkas")
            try hold(phone.page.says("tetap tersimpan"))
        },
        Story("papers that came in time and are still being checked keep the place") { site in
            let (phone, claim) = try await site.booked(onLastDay: true)
            try await site.putAll(.checking, for: claim)
            site.clock.advance(try claim.papersDue.found("a deadline") - site.clock.now)
            try await phone.comeBack(to: claim, site.cast.siti)
            try await phone.show("Papers/list-checking-after-deadline", at: "/berkas")
            try await phone.show("Member/status-checking", at: "/klaim/status")
        },
    ]
}

extension Site {
    /// Siti has booked at the first branch, the first time or one of the last day.
    func booked(onLastDay: Bool = false) async throws -> (phone: Browser, claim: Claim) {
        let phone = try await Browser(self)
        if onLastDay {
            let opening = try app.availability.openings.last { $0.branch == branch.id }.found("a free time")
            try await phone.open("/jadwal?kantor=\(branch.code)&hari=\(branch.zone.day(of: opening.start).iso)")
            try await phone.press("jadwal", ["slot": phone.firstSlot])
            try await phone.identify(cast.siti)
            try await phone.sayReason(cast.siti)
            try await phone.agree()
        } else {
            try await phone.book(cast.siti, at: branch.code)
        }
        return (phone, try await claim(numbered: try phone.number))
    }
}
