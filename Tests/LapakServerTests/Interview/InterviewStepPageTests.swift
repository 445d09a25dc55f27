import LapakDomain
import LapakStore
import Testing

@testable import LapakServer

/// The member's page at each step of an interview, as plain forms lead through it.
@Suite("The steps of the member's interview") struct InterviewStepPageTests {
    private func member() async throws -> (site: Site, member: TestMember, phone: Browser, desk: Desk) {
        let site = try await Site.open()
        let member = try await TestMember.one(in: site.test)
        return (site, member, try await site.browser(of: member), try await site.test.staff(1))
    }

    @Test func `from the entrance to the summary by plain forms`() async throws {
        let (site, member, phone, desk) = try await member()
        try await phone.see("Interview/door", at: "/wawancara")
        try await phone.press("f-masuk", ["rung": "audio", "prioritas": "ya"])
        try await phone.see("Interview/door-not-agreed", status: 422)
        let held = try PageForm(id: "f-masuk", in: phone.page).filled([]).fields
        #expect(held.contains { $0 == ("rung", "audio") } && held.contains { $0 == ("prioritas", "ya") }, "what was chosen is kept")
        try await phone.press("f-masuk", ["setuju": "ya", "rung": "video"])
        try await phone.see("Interview/lobby")
        _ = try await member.sit(with: desk)
        try await phone.see("Interview/called", at: "/wawancara")
        try await phone.press("f-jawab")
        try await phone.see("Interview/filling")
        try await phone.press("f-bantuan")
        try await phone.see("Interview/help-is-coming")
        try await phone.press("f-data")
        for paper in try await member.interview.wanted {
            try await phone.see("Interview/original-\(paper.rawValue)", at: "/wawancara")
            _ = try await member.send(pixel, as: paper.rawValue)
        }
        try await phone.see("Interview/shown", at: "/wawancara")
        let policy = site.app.policy
        try await member.officer { try $0.accept([], by: ID(1), policy: policy, at: site.clock.now) }
        try await phone.see("Interview/summary", at: "/wawancara")
        try await phone.press("f-setuju")
        try await phone.see("Interview/agreed")
        try await phone.see("Interview/leave", at: "/wawancara/keluar")
        try await member.officer { try $0.decide(.approve, by: ID(1), policy: policy, at: site.clock.now) }
        try await phone.see("Interview/deciding", at: "/wawancara")
        #expect(try await phone.open("/wawancara/keluar").path == "/wawancara", "nobody leaves a decision")
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

    @Test func `what is written too long or not at all is said at the field, with the words still in it`() async throws {
        let (_, member, phone, desk) = try await member()
        try await member.enter(rung: "text")
        _ = try await member.sit(with: desk)
        try await phone.open("/wawancara")
        try await phone.press("f-jawab")
        try await phone.press("f-tulis", ["tulisan": ""])
        try await phone.see("Interview/written-nothing", status: 422)
        try await phone.open("/wawancara")
        try await phone.press("f-tulis", ["tulisan": "Saya tidak bisa bicara & mendengar <sekarang>"])
        try await phone.see("Interview/written")
        let long = String(repeating: "a", count: Writing.longest + 1)
        try await phone.press("f-tulis", ["tulisan": long])
        #expect(phone.page.status == 422 && phone.page.markup.one(id: "tulisan")?.words == long)
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

    @Test func `who leaves can come in again; who misses three calls is told what is left`() async throws {
        let (site, member, phone, desk) = try await member()
        try await member.enter()
        try await phone.open("/wawancara/keluar")
        try await phone.press("f-keluar")
        try await phone.see("Interview/left")
        try await phone.press("f-masuk", ["setuju": "ya"])
        let session = try await member.sit(with: desk)
        try await phone.see("Interview/called-again", at: "/wawancara")
        for _ in 0..<3 {
            site.clock.advance(.seconds(121))
            let now = site.clock.now
            try await site.app.store.write(in: site.app.context(at: now)) { try $0.keepAlive(session.id) }
            try await InterviewClock(app: site.app).tick()
        }
        try await site.app.redrawAvailability()
        try await phone.see("Interview/missed", at: "/wawancara")
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
