import LapakDomain
import LapakNation
import LapakOutside
import LapakStore
import Testing

@testable import LapakServer

@Suite("Letters about the interview") struct InterviewLetterTests {
    private let sender = Mailbox("Lapak Asik <lapak@example.id>")!

    private func letters(_ test: TestApp) async throws -> [Mail] {
        try await test.follow()
        _ = try await Postman(app: test.app, sender: sender).deliver()
        return test.carrier.delivered
    }

    @Test("the first call is told by name and code word, later calls are not, and an old one says nothing") func called() async throws {
        let test = try await TestApp.make()
        let members = try await TestMember.ready(2, in: test)
        let desk = try await test.staff(1)
        for member in members { try await member.enter() }
        _ = try await members[0].sit(with: desk, seats: 2)
        try await members[1].press(.answer)
        try await members[0].officer { [try $0.callAgain(policy: Policy(), at: test.clock.now)] }
        let mails = try await letters(test)
        #expect(mails.count == 2)
        let mail = try #require(mails.first)
        #expect(mail.text.contains(desk.staff.name) && mail.text.contains(test.app.secrets.codeWord(of: members[0].claim)))
        #expect(mail.text.contains("/wawancara"))
    }

    @Test(
        "every decision has its letter with what happens next",
        arguments: [
            (Decision.reject(.stillEmployed), "masih bekerja"), (.giveBack(.expired), "urutan yang sama"),
            (.inPerson(Day(year: 2026, month: 6, day: 17)!), "Rabu, 17 Juni 2026"),
        ])
    func decided(decision: Decision, says: String) async throws {
        let test = try await TestApp.make()
        let member = try await TestMember.one(in: test)
        try await member.show(to: try await test.staff(1))
        try await member.settle(decision)
        let mail = try #require(try await letters(test).last)
        #expect(mail.text.contains(says), "\(mail.text)")
    }

    @Test("a missed interview tells whether the rank is kept") func missed() async throws {
        let test = try await TestApp.make()
        let member = try await TestMember.one(in: test)
        test.clock.advance(.hours(3))
        try await InterviewClock(app: test.app).settleDue()
        #expect(try await member.record.phase == .waiting)
        let mail = try #require(try await letters(test).last)
        #expect(mail.subject.contains("terlewat") && mail.text.contains("dengan urutan yang sama"))
    }

    @Test("a reminder names the lobby and the code word") func reminder() async throws {
        let test = try await TestApp.make()
        let claim = try await test.book(Cast(on: Zone.wib.day(of: TestApp.moment)).siti, onLastDay: true)
        let due = try #require(claim.remindAt)
        test.clock.advance(due - test.clock.now)
        try await ClockService(app: test.app).tick()
        let mail = try #require(try await letters(test).last)
        #expect(mail.text.contains(test.app.secrets.codeWord(of: claim.id)) && mail.text.contains("/wawancara"))
    }

    @Test("the code word is the claim's own and stays the same") func word() async throws {
        let secrets = Secrets(secret: Array("another-secret-another-secret-1234".utf8))
        #expect(secrets.codeWord(of: ID(7)) == secrets.codeWord(of: ID(7)))
        #expect(Set((0..<200).map { secrets.codeWord(of: ID($0)) }).count > 150)
        #expect(Secrets(secret: Array("yet-another-secret-another-secret".utf8)).codeWord(of: ID(7)) != secrets.codeWord(of: ID(7)))
    }
}
