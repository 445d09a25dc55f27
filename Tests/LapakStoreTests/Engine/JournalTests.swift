import Foundation
import LapakDomain
import Testing

@testable import LapakStore

@Suite struct JournalTests {
    /// Before decision 0016 the journal had the sentences themselves.
    @Test(arguments: [
        (#"{"announced":{"message":"Petugas sedang berbicara kepada semua peserta.","session":20}}"#, Telling.speaking),
        (#"{"announced":{"message":"Tunggu sebentar, saya kembali kepada Anda.","session":20}}"#, .quick(.wait)),
        (#"{"announced":{"message":"Sebentar ya.","session":20}}"#, .former("Sebentar ya.")),
    ])
    func `a sentence of an early journal is read as the message that it was`(body: String, message: Telling) throws {
        #expect(try Journal.decode(body) == .session(.announced(session: ID(20), message: message)))
        let told = try Journal.decode(
            body.replacing("announced", with: "interviewTold").replacing("session", with: "interview"))
        #expect(told == .interview(.told(interview: ID(20), message: message)))
    }

    @Test func `a decision of an early journal has no reason, and one of today has`() throws {
        func decision(_ text: String) throws -> Event { try Journal.decode(#"{"decided":{"claim":13,"decision":"\#(text)"}}"#) }
        #expect(try decision("reject") == .claim(.decided(claim: ID(13), decision: .reject(nil), ticket: nil)))
        #expect(try decision("reject:forged_paper") == .claim(.decided(claim: ID(13), decision: .reject(.forgedPaper), ticket: nil)))
        #expect(throws: DatabaseTrouble.self) { try decision("reject:because") }
        #expect(throws: DatabaseTrouble.self) { try decision("approve:illegible") }
    }

    @Test func `an event that nobody knows is refused by name`() throws {
        #expect { try Journal.decode(#"{"teleported":{"claim":13}}"#) } throws: { "\($0)".contains("teleported") }
        #expect(throws: DatabaseTrouble.self) { try Journal.decode("{}") }
    }

    @Test func `a row of an interview is read in its earlier form, too`() throws {
        func subject(_ json: String) throws -> InterviewCheck.Subject {
            try JSONDecoder().decode(InterviewCheck.Subject.self, from: Data(json.utf8))
        }
        for row in InterviewCheck.Subject.rows {
            #expect(try subject(#"{"\#(row.name)":{}}"#) == row)
            #expect(try subject(#""\#(row.name)""#) == row)
        }
        #expect(try subject(#"{"original":{"_0":"ktp"}}"#) == .original(.ktp))
        #expect(try subject(#""original:ktp""#) == .original(.ktp))
        #expect(throws: DecodingError.self) { try subject(#""_0""#) }
    }

    @Test func `no event is without its sample`() throws {
        let known = Set(try SampleKind.event.lines().map { EventName(try Journal.decode($0)) })
        #expect(known == Set(EventName.allCases))
    }

    @Test(arguments: Databases.all) func `positions have no gaps, and the chain is whole`(database: Databases) async throws {
        try await World.on(database, places: 3) { world in
            _ = try await together(30) { index in
                _ = try? await world.book(index, world.slot(world.siak, 8 + index % 4))
                _ = try? await world.queue(100 + index)
            }
            let lines = try await world.journal()
            #expect(lines.map(\.position) == Array(1...Int64(lines.count)))
            #expect(lines.count > 42)
            #expect(try await world.store.read { try Journal.head($0) }.position == Int64(lines.count))
            let pages = try await world.store.read { connection in
                try stride(from: Int64(0), to: Int64(lines.count), by: 7).flatMap { try Journal.lines(after: $0, limit: 7, connection) }
            }
            #expect(pages == lines)
            try await world.check()
        }
    }

    @Test(
        arguments: Databases.all,
        [
            "UPDATE journal SET body = replace(body, '3', '4') WHERE position = 3",
            "UPDATE journal SET author = 'clock' WHERE position = 3",
            "UPDATE journal SET at = at + 1 WHERE position = 3", "DELETE FROM journal WHERE position = 3",
            "UPDATE journal SET hash = 'x' WHERE position = 3",
            "INSERT INTO journal (position, at, author, body, hash) VALUES (900, 0, 'clock', '{}', '')",
        ])
    func `tampering is found where it begins`(database: Databases, tampering: String) async throws {
        try await database.open { store, _ in
            for staff in 1...5 {
                let event = Event.operations(.signedIn(staff: ID(Int64(staff * 111))))
                try await store.write { $0.note(event, by: .staff(ID(1))) }
            }
            #expect(try await store.read { try Journal.firstBreak($0) } == nil)
            let rows = try await store.run(tampering)
            #expect(rows == 1)
            #expect(try await store.read { try Journal.firstBreak($0) } == (tampering.hasPrefix("INSERT") ? 6 : 3))
            #expect(try await store.read { try Reconciler.drifts($0) }.map(\.invariant) == ["the journal's chain is whole"])
        }
    }

    @Test(arguments: Databases.all) func `an end that was cut off is found`(database: Databases) async throws {
        try await database.open { store, _ in
            for _ in 1...3 { try await store.write { $0.note(.operations(.signedIn(staff: ID(1))), by: .clock) } }
            try await store.run("DELETE FROM journal WHERE position = 3")
            #expect(try await store.read { try Journal.firstBreak($0) } == 2)
        }
    }

    @Test(arguments: Databases.shared)
    func `another process hears that the journal grew, or sees it when it looks`(database: Databases) async throws {
        try await World.on(database) { world in
            let other = try world.again()
            let bells = world.store.bells()
            _ = try await other.book(1, world.slot(world.siak, 9))
            if database == .postgres { for await _ in bells { break } }
            let seen = try await world.journal().contains { if case .claim(.booked) = $0.event { true } else { false } }
            #expect(seen)
            await other.store.close()
        }
    }
}
