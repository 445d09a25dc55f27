import LapakDomain
import LapakNation
import LapakStore
import Testing

@testable import LapakDevelopment
@testable import LapakServer

/// What a form tells, beside the mistakes of the stories.
@Suite("What is wrong in a member's form") struct FormErrorTests {
    @Test func `known and unknown members see the same before the proof`() async throws {
        let site = try await Site.open()
        func pages(_ nik: String) async throws -> [String] {
            let phone = try await Browser(site)
            let siti = site.cast.siti
            try await phone.choose()
            try await phone.press("f-nik", ["nik": nik])
            var seen = [phone.page.path, phone.page.markup.main]
            try await phone.sayMembership(siti)
            seen += [phone.page.path, phone.page.markup.main]
            try await phone.sayContact(siti)
            return seen + [phone.page.path, phone.page.markup.main]
        }
        let known = try await pages(site.cast.siti.member.nik.digits)
        site.clock.advance(.minutes(2))
        #expect(try await pages("3173055204920777") == known)
    }
}
