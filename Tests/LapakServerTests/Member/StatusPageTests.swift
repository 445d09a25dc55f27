import HTTPTypes
import LapakDomain
import LapakNation
import LapakStore
import LapakWeb
import Testing

@testable import LapakDevelopment
@testable import LapakServer

/// A claim after it was filed, beside what its stories show.
@Suite("The pages of a claim") struct StatusPageTests {
    @Test func `nobody else's time can be taken, and no time that is none`() async throws {
        let site = try await Site.open()
        let (phone, claim) = try await site.booked()
        for slot in ["1", "x", "99999999999999"] {
            let answer = try await phone.post("/klaim/ubah", [("slot", slot)])
            #expect([404, 409, 422].contains(answer.status), "\(slot) \(answer.status)")
        }
        #expect(try await site.claim(numbered: claim.number.value).slot == claim.slot)
    }

    @Test func `the calendar tells the branch's time in both languages`() async throws {
        let site = try await Site.open()
        let (phone, claim) = try await site.booked()
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

    @Test func `a number that is nobody's looks the same, and its code never comes`() async throws {
        let site = try await Site.open()
        let (_, claim) = try await site.booked()
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
}
