import LapakDomain
import Testing

@testable import LapakStore

@Suite("The SMS that goes in a message's place") struct PostingFallbackTests {
    private func on(_ body: (Tray) async throws -> Void) async throws {
        try await Databases.memory.open { store, _ in try await body(Tray(store)) }
    }

    @Test("what WhatsApp has not delivered in time is followed by one SMS, and may still arrive") func overdue() async throws {
        try await on { tray in
            let id = try await tray.post(.code, details: "123456")
            try await tray.take(id)
            try await tray.settle(id, .taken())
            #expect(try await tray.find(id).details == "123456")
            let patience = Message.Kind.code.patience
            try await tray.overtake(id, at: Tray.now + patience - Span(milliseconds: 1))
            #expect(try await tray.channels() == [.mail, .whatsapp])
            for _ in 0..<3 { try await tray.overtake(id, at: Tray.now + patience) }
            let sms = try #require(try await tray.all().last)
            #expect((sms.channel, sms.details, sms.made) == (.sms, "123456", Tray.now))
            #expect((try await tray.find(id).phase, try await tray.find(id).details) == (.sent, ""))
            try await tray.hear(.failed("131026", forGood: true), of: id)
            try await tray.hear(.read, of: id)
            #expect(try await tray.find(id).phase == .read)
            #expect(try await tray.channels() == [.mail, .whatsapp, .sms])
        }
    }

    @Test("a code that is too old is neither sent nor followed") func stale() async throws {
        try await on { tray in
            let old = Tray.now + .minutes(15)
            let id = try await tray.post(.code, details: "123456")
            #expect(try await tray.take(id, at: old) == nil)
            #expect((try await tray.find(id).phase, try await tray.find(id).details) == (.moot, ""))
            let second = try await tray.post(.code, details: "654321", source: "journal:2")
            try await tray.take(second)
            try await tray.settle(second, .refused("131026"), at: old)
            #expect(try await tray.find(second).phase == .dead)
            #expect(try await tray.channels().contains(.sms) == false)
        }
    }

    @Test("an SMS that fails is dead: nothing goes in its place") func deadSMS() async throws {
        try await on { tray in
            let id = try await tray.post()
            try await tray.take(id)
            try await tray.settle(id, .refused("131026"))
            let sms = try #require(try await tray.all().last)
            try await tray.take(sms.id)
            try await tray.settle(sms.id, .refused("the SMS gateway: status 400"))
            let dead = try await tray.store.read { try $0.deadMessages(limit: 9) }
            #expect(dead.map(\.id) == [sms.id])
            #expect(try await tray.channels().count == 3)
        }
    }
}
