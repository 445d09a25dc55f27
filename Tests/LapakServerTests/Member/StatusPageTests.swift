import HTTPTypes
import LapakDevelopment
import LapakDomain
import LapakNation
import LapakStore
import LapakWeb
import Testing

@testable import LapakServer

/// A claim after it was filed: coming back, its status in every phase, changing and cancelling.
@Suite("The pages of a claim") struct StatusPageTests {
    /// A member who has booked at the first branch.
    private func booked(lastDay: Bool = false) async throws -> (site: Site, phone: Browser, claim: Claim) {
        let site = try await Site.open()
        let phone = try await Browser(site)
        if lastDay {
            let day = try #require(site.app.availability.openings.last { $0.branch == site.branch.id })
            try await phone.open("/jadwal?kantor=\(site.branch.code)&hari=\(site.branch.zone.day(of: day.start).iso)")
            try await phone.press("jadwal", ["slot": phone.firstSlot])
            try await phone.identify(site.cast.siti)
            try await phone.sayReason(site.cast.siti)
            try await phone.agree()
        } else {
            try await phone.book(site.cast.siti, at: site.branch.code)
        }
        return (site, phone, try await site.claim(numbered: try phone.number))
    }

    @Test func `a booked claim can be moved and cancelled by its member alone`() async throws {
        let (site, phone, claim) = try await booked()
        try await phone.see("Member/status-booked", at: "/klaim/status")
        try await phone.see("Member/proof", at: "/klaim/bukti")
        try await phone.see("Member/change", at: "/klaim/ubah")
        try await phone.press("f-ubah")
        try await phone.see("Member/change-nothing-chosen", status: 422)
        try await phone.press("f-ubah", ["slot": phone.firstSlot])
        #expect(phone.page.path == "/klaim/status" && phone.page.status == 200)
        #expect(try await site.claim(numbered: claim.number.value).slot != claim.slot)
        try await phone.see("Member/status-moved")
        for _ in 0..<site.app.policy.changes where !phone.page.markup.all("form").isEmpty {
            try await phone.open("/klaim/ubah")
            guard phone.page.markup.one(id: "f-ubah") != nil else { break }
            try await phone.press("f-ubah", ["slot": phone.firstSlot])
        }
        try await phone.see("Member/change-none-left", at: "/klaim/ubah")
        try await phone.see("Member/cancel", at: "/klaim/batal")
        try await phone.press("f-batal")
        try await phone.see("Member/status-cancelled")
        try await phone.post("/klaim/batal")
        #expect(phone.page.path == "/klaim/status" && phone.page.status == 200, "cancelling again is harmless")
        try await phone.see("Member/change-cancelled", at: "/klaim/ubah")
        try await phone.see("Papers/list-cancelled", at: "/berkas")
        try await phone.see("Papers/refused-cancelled", at: "/berkas/ktp", status: 409)
    }

    @Test func `nobody else's time can be taken, and no time that is none`() async throws {
        let (site, phone, claim) = try await booked()
        for slot in ["1", "x", "99999999999999"] {
            let answer = try await phone.post("/klaim/ubah", [("slot", slot)])
            #expect([404, 409, 422].contains(answer.status), "\(slot) \(answer.status)")
        }
        #expect(try await site.claim(numbered: claim.number.value).slot == claim.slot)
    }

    @Test func `the calendar tells the branch's time in both languages`() async throws {
        let (site, phone, claim) = try await booked()
        for language in [Language.id, .en] {
            phone.language = language
            let file = try await phone.open("/klaim/kalender.ics")
            #expect(file.type == "text/calendar; charset=utf-8")
            #expect(file.headers[.contentDisposition] == "attachment; filename=\"lapak-asik.ics\"")
            #expect(file.text.contains("DTSTART;TZID=\(site.branch.zone.identifier):"))
            #expect(file.text.replacing("\r\n ", with: "").contains("\(claim.number)"))
            try await site.see("Member/calendar.\(language.rawValue)", file)
        }
    }

    @Test func `coming back takes the number and a code, and signing out ends it`() async throws {
        let (site, first, claim) = try await booked()
        first.forget(Call.registrationCookie)
        let phone = try await Browser(site)
        try await phone.see("Member/come-back", at: "/klaim")
        try await phone.press("f-nomor", ["nomor": "7K4M"])
        try await phone.see("Member/come-back-wrong", status: 422)
        try await phone.press("f-nomor", ["nomor": claim.number.description.lowercased()])
        try await phone.see("Member/come-back-code")
        try await phone.press("f-kode", ["kode": "12"])
        try await phone.see("Member/come-back-code-short", status: 422)
        let code = try await site.code(to: site.cast.siti.email)
        try await phone.press("f-kode", ["kode": code == "000000" ? "111111" : "000000"])
        try await phone.see("Member/come-back-code-wrong", status: 422)
        try await phone.press("f-kode", ["kode": code])
        #expect(phone.page.path == "/klaim/status" && phone.page.says(claim.number.description))
        let out = try await phone.press("/klaim/keluar", following: false)
        #expect(out.location == "/" && out.headers[.clearSiteData] == "\"storage\"")
        try await phone.open("/klaim/status")
        #expect(phone.page.path == "/klaim")
    }

    @Test func `a number that is nobody's looks the same, and its code never comes`() async throws {
        let (site, _, claim) = try await booked()
        try await site.settle()
        func seen(_ number: String) async throws -> (String, String) {
            let phone = try await Browser(site)
            try await phone.open("/klaim?nomor=\(number)")
            try await phone.press("f-nomor")
            return (phone.page.path, phone.page.markup.main)
        }
        let known = try await seen(claim.number.value)
        try await site.settle()
        let sent = site.outbox.all.count
        let unknown = try await seen(ClaimNumber(chance: 7).value)
        try await site.settle()
        #expect(known == unknown)
        #expect(site.outbox.all.count == sent)
    }

    @Test func `with all papers accepted the claim is ready, and the lobby opens half an hour before`() async throws {
        let (site, phone, claim) = try await booked(lastDay: true)
        try await phone.see("Interview/closed", at: "/wawancara")
        try await site.putAll(.accepted, for: claim)
        try await site.settlePapers(of: claim.id)
        try await phone.see("Member/status-ready", at: "/klaim/status")
        try await phone.see("Papers/list-ready", at: "/berkas")
        try await phone.see("Interview/early", at: "/wawancara")
        let booking = try #require(try await site.test.find(Booking.self, require(claim.booking)))
        site.clock.advance(booking.start - .minutes(30) - site.clock.now)
        try await phone.comeBack(to: claim, site.cast.siti)
        try await phone.see("Interview/entrance", at: "/wawancara")
        try await phone.see("Member/status-lobby-open", at: "/klaim/status")
    }

    @Test func `a missed deadline keeps the place in line, and says so on every page`() async throws {
        let (site, phone, claim) = try await booked(lastDay: true)
        try await site.settle()
        try await site.put(.ktp, .waiting, for: claim.id)
        let due = try #require(claim.papersDue)
        site.clock.advance(due - site.clock.now)
        try await phone.comeBack(to: claim, site.cast.siti)
        try await phone.see("Member/status-lost-place", at: "/klaim/status")
        try await phone.see("Papers/list-lost-place", at: "/berkas")
        #expect(phone.page.says("tetap tersimpan"))
    }

    @Test func `papers that came in time and are still being checked keep the place`() async throws {
        let (site, phone, claim) = try await booked(lastDay: true)
        try await site.putAll(.checking, for: claim)
        let due = try #require(claim.papersDue)
        site.clock.advance(due - site.clock.now)
        try await phone.comeBack(to: claim, site.cast.siti)
        try await phone.see("Papers/list-checking-after-deadline", at: "/berkas")
        try await phone.see("Member/status-checking", at: "/klaim/status")
    }

    @Test(
        "after the decision the status says what follows",
        arguments: [
            ("approved", Decision.approve), ("rejected", .reject(.forgedPaper)), ("given-back", .giveBack(.illegible)),
            ("in-person", .inPerson(Day(year: 2026, month: 6, day: 17)!)),
        ])
    func decided(name: String, decision: Decision) async throws {
        let site = try await Site.open()
        let member = try await TestMember.one(in: site.test)
        try await member.show(to: try await site.test.staff(1))
        if decision == .approve {
            let policy = site.app.policy
            try await member.officer { try $0.accept([], by: ID(1), policy: policy, at: site.clock.now) }
            try await member.press(.agree)
        }
        try await member.settle(decision)
        let phone = try await site.browser(of: member)
        try await site.app.redrawAvailability()
        try await phone.see("Interview/result-\(name)", at: "/wawancara")
        try await phone.see("Member/status-\(name)", at: "/klaim/status")
        try await phone.see("Papers/list-\(name)", at: "/berkas")
    }
}
