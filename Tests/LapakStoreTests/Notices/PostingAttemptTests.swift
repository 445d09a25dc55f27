import LapakDomain
import Testing

@testable import LapakStore

@Suite("Attempts to send a message") struct PostingAttemptTests {
    private func on(_ reach: Reach = Tray.everything, _ body: (Tray) async throws -> Void) async throws {
        try await Databases.memory.open { store, _ in try await body(Tray(store, reach: reach)) }
    }

    @Test("the pauses grow from ten seconds to an hour, and the twelfth attempt is the last") func backoff() async throws {
        try await on(Reach(whatsapp: true)) { tray in
            let id = try await tray.post()
            var (now, pauses): (Instant, [Int64]) = (Tray.now, [])
            while try await tray.take(id, at: now) != nil {
                let attempt = try await tray.find(id).attempts
                try await tray.settle(id, .postponed("429"), attempt: attempt, at: now)
                let message = try await tray.find(id)
                if message.phase == .waiting { pauses.append((message.due - now).seconds) }
                now = message.due
            }
            #expect(pauses == [10, 20, 40, 80, 160, 320, 640, 1280, 2560, 3600, 3600])
            #expect((try await tray.find(id).phase, try await tray.find(id).attempts) == (.dead, 12))
        }
    }

    @Test("a dead message is sent again as often as an operator grants it, but never a code") func resend() async throws {
        try await on(Reach(whatsapp: true)) { tray in
            let id = try await tray.post()
            try await tray.take(id)
            try await tray.settle(id, .refused("131026"))
            try await tray.store.write { work in
                var message = try work.get(Message.self, id)
                try message.resend(at: Tray.now)
                work.update(message)
            }
            let again = try #require(try await tray.take(id))
            #expect(again.attempts == 13)
            try await tray.settle(id, .postponed("429"), attempt: 13)
            #expect((try await tray.find(id).due - Tray.now).seconds == 10)
            try await tray.hear(.failed("131026", forGood: true), of: id, attempt: 1)
            #expect(try await tray.find(id).phase == .waiting)

            let code = try await tray.post(.code, details: "123456")
            try await tray.take(code)
            try await tray.settle(code, .refused("131026"))
            var dead = try await tray.find(code)
            #expect((dead.phase, dead.details, dead.mayBeResent) == (.dead, "", false))
            #expect(throws: Refusal.notFound) { try dead.resend(at: Tray.now) }
        }
    }

    @Test("when nobody knows whether it has left, it is sent again once at most, after its lease; then an SMS goes") func doubt()
        async throws
    {
        try await on { tray in
            let id = try await tray.post()
            try await tray.take(id)
            try await tray.settle(id, .unknown("broken"))
            #expect(try await tray.take(id, at: Tray.now + Message.longLease - Span(milliseconds: 1)) == nil)
            #expect(try await tray.take(id, at: Tray.now + Message.longLease)?.attempts == 2)
            // Nothing at all is heard of the second attempt: its process died.
            #expect(try await tray.take(id, at: Tray.now + Message.longLease + Message.longLease) == nil)
            #expect(try await tray.all().map(\.phase) == [.waiting, .failed, .waiting])
            #expect(try await tray.channels() == [.mail, .whatsapp, .sms])
        }
    }

    @Test(
        "a code whose carrier fell is taken over within seconds, by another process too; one that is still at it keeps it",
        arguments: [
            Message.Kind.code, .link, .called, .comeIn,
        ])
    func crash(kind: Message.Kind) async throws {
        try await on(Reach()) { tray in
            let (soon, blink) = (Message.shortLease, Span(milliseconds: 1))
            #expect(soon <= .seconds(10))
            let id = try await tray.post(kind, details: "123456")
            let other = tray.through(tray.store)
            try await tray.take(id)
            #expect(try await other.take(id, at: Tray.now + soon - blink) == nil)
            // A sign of life, and then none any more.
            try await tray.hold(id, attempt: 1, at: Tray.now + .seconds(4))
            #expect(try await other.take(id, at: Tray.now + soon) == nil)
            #expect(try await other.take(id, at: Tray.now + .seconds(4) + soon)?.attempts == 2)
            // The first one wakes up again: it holds nothing any more.
            try await tray.hold(id, attempt: 1, at: Tray.now + .seconds(4) + soon + .seconds(3))
            #expect(try await tray.take(id, at: Tray.now + .seconds(4) + soon + soon)?.attempts == 3)
        }
    }

    @Test("what nobody waits for at a screen may take longer") func patient() async throws {
        try await on(Reach()) { tray in
            let id = try await tray.post(.confirmed)
            try await tray.take(id)
            #expect(try await tray.take(id, at: Tray.now + Message.shortLease) == nil)
            #expect(try await tray.take(id, at: Tray.now + Message.longLease)?.attempts == 2)
        }
    }

    @Test("mail in doubt is sent again, because a letter is known by its Message-ID") func mail() async throws {
        try await on(Reach()) { tray in
            let id = try await tray.post()
            var now = Tray.now
            for attempt in 1...12 {
                #expect(try await tray.take(id, at: now)?.attempts == attempt)
                now = now + Message.longLease
            }
            #expect(try await tray.take(id, at: now) == nil)
            #expect(try await tray.find(id).phase == .dead)
        }
    }

    @Test("a status that comes before our own note of the attempt settles it") func fasterHook() async throws {
        try await on { tray in
            let id = try await tray.post()
            try await tray.take(id)
            try await tray.settle(id, .unknown("time ran out"))
            try await tray.hear(.sent, of: id)
            #expect(try await tray.take(id, at: Tray.now + .hours(3)) == nil)
            #expect(try await tray.find(id).phase == .sent)
            try await tray.hear(.delivered, of: id)
            try await tray.settle(id, .refused("too late to say"))
            #expect(try await tray.find(id).phase == .delivered)
        }
    }

    @Test("a failure that passes is tried again; its replay after the next attempt changes nothing") func replayedFailure() async throws {
        try await on { tray in
            let id = try await tray.post()
            try await tray.take(id)
            try await tray.settle(id, .taken(reference: "wamid.1"))
            try await tray.hear(.failed("130429", forGood: false), of: id)
            let due = try await tray.find(id).due
            try await tray.hear(.failed("130429", forGood: false), of: id, at: Tray.now + .seconds(5))
            #expect((try await tray.find(id).phase, try await tray.find(id).due) == (.waiting, due))
            try await tray.take(id, at: due)
            for phase in [Message.Phase.taken, .sent] {
                try await tray.hear(.failed("130429", forGood: true), of: id, attempt: 1)
                #expect(try await tray.find(id).phase == phase)
                try await tray.settle(id, .taken(reference: "wamid.2"), attempt: 2)
            }
            try await tray.hear(.sent, of: id, attempt: 7)
            #expect(try await tray.channels() == [.mail, .whatsapp])
        }
    }
}
