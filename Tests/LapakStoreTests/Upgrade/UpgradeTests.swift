import LapakDomain
import Testing

@testable import LapakStore

/// What earlier releases wrote is there after the upgrade, and today's program reads all of it.
@Suite struct UpgradeTests {
    private func upgraded(
        _ database: Databases, _ release: String, _ look: @Sendable (Store, Int) async throws -> Void
    ) async throws {
        try await database.located { address in
            try await Fixture.put(release, at: address)
            let store = try Store.open(address)
            do { try await look(store, try await Schema.migrate(store)) } catch {
                await store.close()
                throw error
            }
            await store.close()
        }
    }

    @Test func `there is a database of the first release`() { #expect(Fixture.releases.first == "2026-07-31") }

    @Test(arguments: Databases.shared, Fixture.releases)
    func `a database of an earlier release is brought to today's tables, and nothing drifts`(
        database: Databases, release: String
    ) async throws {
        try await upgraded(database, release) { store, _ in
            #expect(try await Schema.done(store) == Schema.steps.count)
            #expect(try await Schema.migrate(store) == 0)
            #expect(try await store.read { try Reconciler.drifts($0) } == [])
            let told = try await store.read { try Told($0).faults($0) }
            #expect(told == [])
        }
    }

    @Test(arguments: Databases.shared, Fixture.releases)
    func `every row and every event of an earlier release is read`(database: Databases, release: String) async throws {
        try await upgraded(database, release) { store, _ in
            var rows: [String: Int] = [:]
            for type in Self.records { rows[Self.name(of: type)] = try await store.read { try Self.count(type, $0) } }
            let empty = rows.filter { $0.value == 0 }.keys.sorted()
            #expect(empty == ["branch_day", "claim_key", "contact_proof", "node"], "only these tables show nothing")
            let lines = try await store.read { try Journal.lines(after: 0, limit: 100_000, $0) }
            #expect(lines.count >= 300)
            let policy = try await store.read { try Nation.load($0) }.policy
            #expect((policy.interviews.calls, policy.files.noteLength, policy.onsite.setBack) == (4, 280, 2))
            #expect(policy.checklists[.lapakAsik2020]?.count == 3)
        }
    }

    @Test(arguments: Databases.shared, Fixture.releases)
    func `an answer that an earlier release gave is given again`(database: Databases, release: String) async throws {
        try await upgraded(database, release) { store, _ in
            let request = RequestKey("once", scope: "test", parameters: "a")
            let again = try await store.write(once: request, in: .bookkeeping) { _ -> Filed in throw Refusal.notFound }
            #expect(try await store.read { try $0.find(Claim.self, again.claim) }?.booking == again.booking)
        }
    }

    @Test func `every table is read`() async throws {
        let tables = try await Schema.text(for: .sqlite).matches(of: /CREATE TABLE (\w+)/).map { String($0.1) }
        let plain: Set = ["import", "journal", "journal_head", "migration"]
        #expect(Set(tables).subtracting(plain) == Set(Self.records.map { Self.name(of: $0) }))
    }

    /// Every kind of row.
    private static let records: [any Record.Type] = [
        Region.self, Branch.self, BranchDay.self, Holiday.self, KeptPolicy.self, Staff.self, SignIn.self, Member.self,
        Slot.self, Booking.self, Registration.self, ReturnVisit.self, Claim.self, Ticket.self, WishRow.self, LineCount.self, Draw.self,
        DrawnPlace.self, FollowerPosition.self, StoredAnswer.self, Budget.self, Document.self, Upload.self, UploadLink.self, Outage.self,
        KeptKey.self, Inspecting.self, OfficerSession.self, Interview.self, Touch.self, Evidence.self, NumberRoll.self, WalkIn.self,
        Booth.self, Node.self, Message.self, Writing.self, ContactProof.self,
    ]

    private static func name<R: Record>(of type: R.Type) -> String { R.table.name }

    private static func count<R: Record>(_ type: R.Type, _ connection: any SQLConnection) throws -> Int {
        let rows = try connection.query("SELECT \(R.table.columnList) FROM \(R.table.name)")
        // A wish is written for a ticket, and only the ticket is read.
        return R.self == WishRow.self ? rows.count : try rows.map(R.init).count
    }
}
