import LapakDomain
import Testing

@testable import LapakStore

@Suite struct TableTests {
    /// Everything that has a table of its own.
    private static let records: [any Record.Type] = [
        Region.self, Branch.self, BranchDay.self, Holiday.self, Staff.self, SignIn.self, KeptPolicy.self, Member.self,
        Slot.self, Booking.self, LineCount.self, Registration.self, ReturnVisit.self, Claim.self, Ticket.self, WishRow.self, Draw.self,
        DrawnPlace.self, FollowerPosition.self, StoredAnswer.self, Budget.self, JournalRow.self, Message.self,
        Document.self, Upload.self, UploadLink.self, Outage.self, KeptKey.self, Inspecting.self,
        OfficerSession.self, Interview.self, Touch.self, Evidence.self, Writing.self, NumberRoll.self, WalkIn.self, Booth.self,
        Node.self, ContactProof.self,
    ]
    /// Tables that plain SQL keeps.
    private static let plain: Set<String> = ["migration", "journal_head", "import"]

    @Test(arguments: Databases.all) func `every table has just the columns that its record declares`(database: Databases) async throws {
        try await database.open { store, _ in
            for record in Self.records {
                let declared = Self.declared(record)
                let columns = try await store.read { try Self.columns(of: declared.name, $0) }
                #expect(Set(declared.columns) == columns, "\(declared.name)")
            }
        }
    }

    @Test(arguments: Databases.all) func `every unique index of a table is declared by its name`(database: Databases) async throws {
        try await database.open { store, _ in
            for record in Self.records {
                let declared = Self.declared(record)
                let uniques = try await store.read { try Self.uniques(of: declared.name, $0) }
                #expect(declared.uniques == uniques, "\(declared.name)")
            }
        }
    }

    @Test(arguments: Databases.all) func `no table is left without its record`(database: Databases) async throws {
        try await database.open { store, _ in
            let tables = try await store.read { connection in
                try connection.query(
                    connection.dialect == .sqlite
                        ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
                        : "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'"
                ).map { try $0.text(0) }
            }
            #expect(Set(tables).subtracting(Self.plain) == Set(Self.records.map { Self.declared($0).name }))
        }
    }

    private static func declared<R: Record>(_ type: R.Type) -> (name: String, columns: [TableColumn], uniques: Set<String>) {
        (R.table.name, R.table.columns, Set(R.table.uniques.keys))
    }

    private static func columns(of table: String, _ connection: any SQLConnection) throws -> Set<TableColumn> {
        let rows = try connection.query(
            connection.dialect == .sqlite
                ? "SELECT name, type AS kind FROM pragma_table_info($1)"
                : "SELECT column_name AS name, data_type AS kind FROM information_schema.columns WHERE table_name = $1", table)
        return Set(
            try rows.map { row in
                let kind = (try row["kind"] as String).uppercased()
                let type = try #require(ColumnType(rawValue: kind == "INTEGER" ? "BIGINT" : kind), "\(table) has a column of \(kind)")
                return TableColumn(name: try row["name"], type: type)
            })
    }

    private static func uniques(of table: String, _ connection: any SQLConnection) throws -> Set<String> {
        guard connection.dialect == .sqlite else {
            let rows = try connection.query(
                """
                SELECT c.relname FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_class t ON t.oid = i.indrelid
                WHERE i.indisunique AND NOT i.indisprimary AND t.relname = $1
                """, table)
            return Set(try rows.map { try $0.text(0) })
        }
        let rows = try connection.query("SELECT name, origin FROM pragma_index_list($1) WHERE \"unique\" = 1 AND origin <> 'pk'", table)
        return Set(
            try rows.map { row in
                let name = try row["name"] as String
                if try row["origin"] == "c" { return name }
                let columns = try connection.query("SELECT name FROM pragma_index_info($1) ORDER BY seqno", name).map { try $0.text(0) }
                return ([table] + columns + ["key"]).joined(separator: "_")
            })
    }
}

@Suite struct RowTests {
    @Test func `a value is read by its column's name`() throws {
        let row = Row([.int(7), .text("booked"), .null], names: ["id", "phase", "due"])
        #expect(try row["phase"] == Claim.Phase.booked)
        #expect(try row["id"] == ID<Claim>(7))
        #expect(try row["due"] as Instant? == nil)
    }

    @Test func `a damaged value is named by its column`() throws {
        let row = Row([.text("gone"), .text("31710")], names: ["phase", "nik"])
        #expect(throws: DatabaseTrouble.self) { try row["phase"] as Claim.Phase }
        let trouble = #expect(throws: DatabaseTrouble.self) { try row["nik"] as NIK }
        #expect(trouble?.kind == .decoding)
        #expect(trouble?.message.contains("nik") ?? false)
        #expect(throws: DatabaseTrouble.self) { try row["missing"] as Int }
    }
}
