import LapakDomain
import LapakNation
import LapakOutside
import LapakStore
import Testing

@testable import LapakServer

@Suite("Post") struct PostTests {
    private let sender = Mailbox("Lapak Asik <lapak@example.id>")!

    @Test("a booking makes one message, however often the follower runs") func once() async throws {
        let test = try await TestApp.make()
        _ = try await test.book(Cast(on: Zone.wib.day(of: TestApp.moment)).siti)
        try await test.follow()
        try await test.follow()
        #expect(try await test.messages().map(\.kind) == [.confirmed])
    }

    @Test("a letter that fails for a while is tried again later and delivered once") func retry() async throws {
        let test = try await TestApp.make()
        _ = try await test.book(Cast(on: Zone.wib.day(of: TestApp.moment)).siti)
        try await test.follow()
        test.carrier.fail([.temporary("421 busy"), .temporary("timeout")])
        let post = Postman(app: test.app, sender: sender)
        for _ in 0..<4 {
            _ = try await post.deliver()
            test.clock.advance(.minutes(3))
        }
        #expect(test.carrier.delivered.count == 1)
        let message = try #require(try await test.messages().first)
        #expect(message.phase == .sent && message.attempts == 3 && message.details.isEmpty)
    }

    @Test("a letter that can never arrive is put aside and stays visible") func dead() async throws {
        let test = try await TestApp.make()
        _ = try await test.book(Cast(on: Zone.wib.day(of: TestApp.moment)).siti)
        try await test.follow()
        test.carrier.fail([.permanent("550 no such user")])
        let post = Postman(app: test.app, sender: sender)
        _ = try await post.deliver()
        test.clock.advance(.hours(2))
        _ = try await post.deliver()
        #expect(test.carrier.delivered.isEmpty)
        #expect(try await test.messages().map(\.phase) == [.dead])
    }

    @Test("the confirmation tells the branch's own time in text, page and calendar") func zones() async throws {
        let test = try await TestApp.make()
        let claim = try await test.book(Cast(on: Zone.wib.day(of: TestApp.moment)).siti)
        try await test.follow()
        _ = try await Postman(app: test.app, sender: sender).deliver()
        let mail = try #require(test.carrier.delivered.first)
        let slot = try #require(try await test.app.store.read { try $0.find(Slot.self, claim.slot!) })
        let zone = try #require(test.app.nation[slot.branch]).zone
        #expect(mail.text.contains(slot.start.text(in: zone, .id)))
        #expect(mail.html.contains(slot.start.text(in: zone, .id)))
        #expect(mail.calendar?.contains("DTSTART;TZID=\(zone.identifier):") == true)
    }

    @Test("a reminder goes out at 09.00 of the branch, once") func reminder() async throws {
        let test = try await TestApp.make()
        let claim = try await test.book(Cast(on: Zone.wib.day(of: TestApp.moment)).siti, onLastDay: true)
        let clock = ClockService(app: test.app)
        let due = try #require(claim.remindAt)
        test.clock.advance((due - Span(milliseconds: 1)) - test.clock.now)
        try await clock.tick()
        try await test.follow()
        #expect(try await test.messages().map(\.kind) == [.confirmed])
        test.clock.advance(Span(milliseconds: 1))
        try await clock.tick()
        try await clock.tick()
        try await test.follow()
        #expect(try await test.messages().map(\.kind) == [.confirmed, .reminder])
    }

    @Test("a cancelled place is offered to the one who waits, and nobody else hears of it") func offer() async throws {
        let test = try await TestApp.make()
        let cast = Cast(on: Zone.wib.day(of: TestApp.moment))
        var claim = try await test.book(cast.siti)
        let slot = try #require(claim.slot)
        let branch = try #require(try await test.app.store.read { try $0.find(Slot.self, slot) }).branch
        let now = test.clock.now
        let id: ID<Registration> = test.app.ids.next(at: now)
        let budi = cast.budi
        _ = try await test.app.store.write(in: test.app.context(at: now)) { work in
            var registration = Registration(
                id: id, secret: "", language: .id, queues: true, wish: Wish(branches: [branch]), nik: budi.member.nik,
                kpj: budi.member.memberships[0].kpj, name: budi.member.name, email: EmailAddress(budi.email),
                phone: PhoneNumber(budi.phone),
                proven: now, reason: budi.reason, member: budi.member.id, due: now + .hours(2))
            work.insert(registration)
            return try work.file(&registration)
        }
        let siti = claim
        claim = try await test.app.store.write(in: test.app.context(at: now)) { work in
            var claim = try work.get(Claim.self, siti.id)
            try work.cancel(&claim)
            return claim
        }
        try await test.app.redrawAvailability()
        try await UsherService(app: test.app).tick()
        try await test.follow()
        #expect(try await test.messages().map(\.kind) == [.confirmed, .queued, .cancelled, .offer])
        #expect(try await test.messages().last?.recipient.value == budi.email)
        #expect(try await test.app.store.read { try Reconciler.drifts($0) } == [])
    }
}
