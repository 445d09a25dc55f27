import LapakDomain
import Testing

@testable import LapakStore

@Suite("Messages and what becomes of them") struct PostingTests {
    @Test(
        "a notice makes one message for each channel that the application can use",
        arguments: [
            (Reach(), [Message.Channel.mail]), (Reach(whatsapp: true), [.mail, .whatsapp]), (Reach(sms: true), [.mail, .sms]),
            (Reach(whatsapp: true, sms: true), [.mail, .whatsapp]),
        ])
    func channels(reach: Reach, expected: [Message.Channel]) async throws {
        try await Databases.memory.open { store, _ in
            let tray = Tray(store, reach: reach)
            try await tray.post()
            #expect(try await tray.channels() == expected)
        }
    }

    @Test("the database itself refuses a second message of one cause, kind and channel", arguments: Databases.all)
    func unique(database: Databases) async throws {
        try await database.open { store, _ in
            let tray = Tray(store)
            try await tray.post()
            let trouble = await #expect(throws: DatabaseTrouble.self) { try await tray.post() }
            #expect(trouble?.kind == .unique)
            try await tray.post(.moved)
            try await tray.post(source: "journal:2")
            #expect(try await tray.all().count == 6)
        }
    }

    /// Every order in which four pieces of news can come.
    static let orders: [[News]] = {
        let news: [News] = [.sent, .delivered, .read, .failed("131026", forGood: true)]
        return news.indices.flatMap { a in
            news.indices.flatMap { b in
                news.indices.flatMap { c in
                    news.indices.compactMap { d in Set([a, b, c, d]).count == 4 ? [news[a], news[b], news[c], news[d]] : nil }
                }
            }
        }
    }()

    @Test("news in any order, told any number of times, ends the same and makes at most one SMS", arguments: orders)
    func anyOrder(order: [News]) async throws {
        try await Databases.memory.open { store, _ in
            let tray = Tray(store)
            let id = try await tray.post()
            try await tray.take(id)
            try await tray.settle(id, .taken(reference: "wamid.1"))
            for news in order + order + order.reversed() { try await tray.hear(news, of: id) }
            #expect(try await tray.find(id).phase == .read)
            let isFailureFirst =
                order.firstIndex { if case .failed = $0 { true } else { false } } == 0
                || order.prefix(2) == [.sent, .failed("131026", forGood: true)]
            #expect(try await tray.channels().count { $0 == .sms } == (isFailureFirst ? 1 : 0))
        }
    }

    @Test("many at once that say it failed, through two processes, make one SMS", arguments: Databases.shared)
    func race(database: Databases) async throws {
        try await database.open { store, address in
            let other = try Store.open(address)
            let tray = Tray(store)
            let id = try await tray.post()
            try await tray.take(id)
            try await tray.settle(id, .taken())
            let late = Tray.now + .hours(1)
            _ = try await together(40) { index in
                let door = index.isMultiple(of: 2) ? tray : tray.through(other)
                if index % 3 == 0 {
                    try await door.overtake(id, at: late)
                } else {
                    try await door.hear(.failed("x", forGood: true), of: id, at: late)
                }
            }
            let all = try await tray.all()
            #expect(all.map(\.channel) == [.mail, .whatsapp, .sms])
            #expect(all[1].successor == all[2].id && all[1].phase == .failed)
            await other.close()
        }
    }

    @Test("one carrier alone gets a message, however many look at the same moment", arguments: Databases.shared)
    func oneCarrier(database: Databases) async throws {
        try await database.open { store, address in
            let other = try Store.open(address)
            let tray = Tray(store)
            let id = try await tray.post()
            let taken = try await together(30) { try await ($0.isMultiple(of: 2) ? tray : tray.through(other)).take(id) != nil }
            #expect(taken.count { $0 } == 1)
            await other.close()
        }
    }

    @Test("messages of before the channels come over as mail", arguments: Databases.all) func migration(database: Databases) async throws {
        try await database.open { store, _ in
            try await store.maintain { connection in
                for step in [SchemaStep(1, "before", PostingTests.before), Schema.steps[4]] {
                    for statement in step.statements(identity: connection.dialect.identity) { try connection.execute(statement) }
                }
            }
            let tray = Tray(store)
            let message = try #require(try await tray.all().first)
            #expect(message.recipient == .mail(EmailAddress("rina@example.id")!))
            #expect((message.phase, message.attempts, message.due) == (.waiting, 3, Instant(milliseconds: 70)))
            #expect(try await tray.take(message.id)?.attempts == 4)
        }
    }

    private static let before = """
        DROP TABLE message;
        CREATE TABLE message (
            id {id}, source TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, recipient TEXT NOT NULL, language TEXT NOT NULL, claim BIGINT,
            details TEXT NOT NULL, phase TEXT NOT NULL, attempts BIGINT NOT NULL, due BIGINT NOT NULL, made BIGINT NOT NULL, sent BIGINT,
            trouble TEXT);
        CREATE INDEX message_due ON message (due) WHERE phase = 'waiting';
        INSERT INTO message VALUES (7, 'journal:1', 'confirmed', 'rina@example.id', 'id', NULL, '', 'waiting', 3, 70, 60, NULL, '421 busy')
        """
}
