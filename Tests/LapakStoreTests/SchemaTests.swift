import Foundation
import LapakDomain
import Testing

@testable import LapakStore

@Suite struct SchemaTests {
    private static let more = Schema.steps + [SchemaStep(Schema.steps.count + 1, "later", "CREATE TABLE later (id {id});\n")]
    private static var changed: [SchemaStep] {
        Schema.steps.map { $0.number == 3 ? SchemaStep(3, $0.name, $0.text + "-- mended\n") : $0 }
    }

    @Test func `the steps are the files, numbered without a gap`() throws {
        let folder = Repository.root.appending(path: "Sources/LapakStore/Schema")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".sql") }.sorted()
        #expect(files == Schema.steps.map { "\($0.title).sql" })
        #expect(Schema.steps.map(\.number) == Array(1...Schema.steps.count))
        for step in Schema.steps {
            #expect(try String(contentsOf: folder.appending(path: "\(step.title).sql"), encoding: .utf8) == step.text)
        }
    }

    @Test(arguments: Databases.all) func `a step that was changed after it was run is refused by its name`(database: Databases)
        async throws
    {
        try await database.open { store, _ in
            await #expect(throws: SchemaTrouble.changed(step: "0003-journal")) { try await Schema.migrate(store, steps: Self.changed) }
            #expect("\(SchemaTrouble.changed(step: "0003-journal"))".contains("0003-journal"))
        }
    }

    @Test(arguments: Databases.all) func `a program refuses tables that are newer than it`(database: Databases) async throws {
        try await database.open { store, _ in
            let new = try await Schema.migrate(store, steps: Self.more)
            #expect(new == 1)
            let newer = SchemaTrouble.newer(tables: Schema.steps.count + 1, program: Schema.steps.count)
            await #expect(throws: newer) { try await Schema.migrate(store) }
            await #expect(throws: newer) { try await Schema.done(store) }
            #expect("\(newer)".hasPrefix("These tables are newer than the program"))
        }
    }

    /// How the step after today's last is called.
    private static func next(_ name: String) -> String { SchemaStep(Schema.steps.count + 1, name, "").title }

    @Test(arguments: Databases.all) func `a step that was skipped, or that the database refuses, is named, and nothing is left of it`(
        database: Databases
    ) async throws {
        try await database.open { store, _ in
            let wrong = Schema.steps + [SchemaStep(Schema.steps.count + 1, "wrong", "CREATE TABLE half (id {id});\nNOT SQL;\n")]
            let error = await #expect(throws: SchemaTrouble.self) { try await Schema.migrate(store, steps: wrong) }
            guard case .refused(Self.next("wrong"), _) = error else { return #expect(error == nil) }
            #expect(try await Schema.done(store) == Schema.steps.count)
            await #expect(throws: DatabaseTrouble.self) { try await store.read { try $0.query("SELECT * FROM half") } }
            try await store.run("DELETE FROM migration WHERE number = 4")
            await #expect(throws: SchemaTrouble.skipped(step: "0004-papers")) { try await Schema.migrate(store) }
        }
    }

    @Test(arguments: Databases.all) func `a database from before the hashes gets them once, and keeps them from then on`(
        database: Databases
    ) async throws {
        try await database.open { store, _ in
            try await store.run("ALTER TABLE migration DROP COLUMN sha256")
            #expect(try await Schema.done(store) == Schema.steps.count)
            #expect(try await Schema.migrate(store) == 0)
            let kept = try await store.read { try $0.query("SELECT sha256 FROM migration ORDER BY number").map { try $0.text(0) } }
            #expect(kept == Schema.steps.map(\.sha256))
            try await store.run("UPDATE migration SET sha256 = NULL WHERE number = 2")
            await #expect(throws: SchemaTrouble.changed(step: "0002-claims")) { try await Schema.migrate(store) }
        }
    }

    @Test(.enabled(if: Databases.server != nil, Databases.missing))
    func `a role that may not create tables can serve, and is told which step it may not run`() async throws {
        try await Databases.postgres.open { owner, address in
            let role = "serving_" + UUID().uuidString.replacing("-", with: "").lowercased()
            try await owner.run("CREATE ROLE \(role) LOGIN")
            try await owner.run("GRANT USAGE ON SCHEMA public TO \(role)")
            try await owner.run("GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO \(role)")
            let store = try Store.open(address.replacing("postgres@", with: "\(role)@"))
            await #expect(throws: DatabaseTrouble.self) { try await store.run("CREATE TABLE mine (id BIGINT)") }
            #expect(try await Schema.migrate(store) == 0)
            try await store.write { $0.note(.operations(.signedIn(staff: ID(1))), by: .staff(ID(1))) }
            #expect(try await store.read { try Journal.head($0) }.position == 1)
            let error = await #expect(throws: SchemaTrouble.self) { try await Schema.migrate(store, steps: Self.more) }
            guard case .refused(Self.next("later"), let why) = error else { return #expect(error == nil) }
            #expect(why.contains("permission denied"))
            await store.close()
            try await owner.run("DROP OWNED BY \(role)")
            try await owner.run("DROP ROLE \(role)")
        }
    }

    @Test func `docs/schema.sql is what lapak schema prints`() async throws {
        let kept = try String(contentsOf: Repository.root.appending(path: "docs/schema.sql"), encoding: .utf8)
        #expect(try await Schema.text(for: .postgres) == kept, "run: lapak schema > docs/schema.sql")
    }

    @Test func `every table of the print has a comment`() async throws {
        let lines = try await Schema.text(for: .sqlite).split(separator: "\n")
        for (comment, table) in zip(lines, lines.dropFirst()) where table.hasPrefix("CREATE TABLE") {
            #expect(comment.hasPrefix("-- ") && comment.count > 10, "\(table)")
        }
    }

    @Test(arguments: Databases.all) func `the print makes the same tables as the steps`(database: Databases) async throws {
        try await database.open { store, _ in
            let steps = try await Self.catalog(store)
            try await database.located { address in
                let other = try Store.open(address)
                let print = SchemaStep(1, "print", try await Schema.text(for: other.dialect))
                try await other.maintain { connection in
                    for statement in print.statements(identity: "") { try connection.execute(statement) }
                }
                #expect(try await Self.catalog(other) == steps)
                await other.close()
            }
        }
    }

    /// Columns, indexes and constraints as the database itself describes them.
    private static func catalog(_ store: Store) async throws -> Set<Row> {
        let questions =
            switch store.dialect {
            case .sqlite:
                [
                    """
                    SELECT m.name, c.name, c.type, c."notnull", c.dflt_value, c.pk FROM sqlite_master m, pragma_table_info(m.name) c
                    WHERE m.type = 'table'
                    """, "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL",
                ]
            case .postgres:
                [
                    """
                    SELECT table_name, column_name, data_type, is_nullable, column_default FROM information_schema.columns
                    WHERE table_schema = 'public'
                    """, "SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' AND indexname NOT LIKE '%_pkey'",
                    """
                    SELECT conrelid::regclass::text, pg_get_constraintdef(oid) FROM pg_constraint
                    WHERE connamespace = 'public'::regnamespace
                    """,
                ]
            }
        return try await store.read { connection in Set(try questions.flatMap { try connection.query($0) }) }
    }
}

/// Where the files of the repository are.
enum Repository {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardizedFileURL
}
