import LapakDomain
import LapakStore
import Testing

@testable import LapakDevelopment
@testable import LapakServer

/// Rungs, pauses and repetitions of an interview, beside what its stories show.
@Suite("The steps of the member's interview") struct InterviewStepPageTests {
    private func member() async throws -> (site: Site, member: TestMember, phone: Browser, desk: Desk) {
        let site = try await Site.open()
        let member = try await TestMember.one(in: site.test)
        return (site, member, try await site.browser(of: member), try await site.test.staff(1))
    }

    @Test("each rung of the ladder has its words, from the seat on", arguments: ["audio", "text", "phone"])
    func ladder(rung: String) async throws {
        let (_, member, phone, desk) = try await member()
        try await member.enter()
        _ = try await member.sit(with: desk)
        try await phone.open("/wawancara")
        try await phone.press("f-jawab")
        try await phone.press("f-data")
        try await phone.press("f-tangga", button: rung)
        try await phone.see("Interview/rung-\(rung)")
        #expect(try await member.interview.rung.rawValue == rung)
    }

    @Test("people who were put off are told why", arguments: Interview.Pause.allCases)
    func paused(why: Interview.Pause) async throws {
        let (site, member, phone, desk) = try await member()
        try await member.enter()
        _ = try await member.sit(with: desk)
        try await phone.open("/wawancara")
        try await phone.press("f-jawab")
        try await member.officer { [try $0.pause(why, policy: site.app.policy, at: site.clock.now)] }
        try await phone.see("Interview/paused-\(why.rawValue)", at: "/wawancara")
    }

    @Test func `a form that is sent twice, or for a step that has passed, is no error`() async throws {
        let (_, member, phone, desk) = try await member()
        try await member.enter()
        _ = try await member.sit(with: desk)
        try await phone.open("/wawancara")
        let form = try PageForm(id: "f-jawab", in: phone.page).filled([])
        for _ in 1...2 {
            try await phone.post(form.action, form.fields)
            #expect(phone.page.path == "/wawancara" && phone.page.says("Periksa data Anda"))
        }
        try await phone.post("/wawancara/setuju", [("kunci", "too-early-1")])
        #expect(phone.page.path == "/wawancara" && phone.page.says("Periksa data Anda"))
    }

    @Test func `one member's page never shows another`() async throws {
        let site = try await Site.open()
        let people = try await TestMember.ready(2, in: site.test)
        let desk = try await site.test.staff(1)
        for member in people { try await member.enter() }
        _ = try await people[0].sit(with: desk, seats: 2)
        for (own, other) in [(people[0], people[1]), (people[1], people[0])] {
            let phone = try await site.browser(of: own)
            try await phone.open("/wawancara")
            try await phone.press("f-jawab")
            let numbers = (try await own.record.number.description, try await other.record.number.description)
            #expect(phone.page.says(own.name) && !phone.page.text.contains(other.name) && !phone.page.text.contains(numbers.1))
        }
    }
}
