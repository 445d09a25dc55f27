import HTTPTypes
import LapakDomain
import LapakNation
import LapakStore
import Testing

@testable import LapakDevelopment
@testable import LapakServer

/// From the first page to the number, beside what its stories show.
@Suite("The pages of a registration") struct RegistrationPageTests {
    @Test func `the first walkIn carries its style sheet, and the next one only names it`() async throws {
        let site = try await Site.open()
        let first = try await site.answer(.get, "/")
        let sheet = first.markup.all("style").first
        #expect(sheet != nil && first.markup.all { $0["rel"] == "stylesheet" }.isEmpty)
        let version = try #require(first.cookies.first { $0.name == "gaya" }?.value)
        let next = try await site.answer(.get, "/", headers: [.cookie: "gaya=\(version)"])
        #expect(next.markup.all("style").isEmpty && next.markup.all { $0["rel"] == "stylesheet" }.count == 1)
        #expect(next.bytes.count < first.bytes.count / 2)
    }

    @Test func `a place that somebody else took meanwhile is said, and the others are offered`() async throws {
        let site = try await Site.open()
        let phone = try await Browser(site)
        try await phone.open("/jadwal")
        let form = try PageForm(id: "jadwal", in: phone.page).filled([("slot", try phone.firstSlot)])
        try await site.shut()
        try await phone.post(form.action, form.fields)
        try await phone.see("Member/times-taken", status: 409)
    }
}
