import Crypto
import Foundation
package import LapakDomain
import LapakGround

/// A registry export (CSV, one line per membership card) on its way into the member table.
///
/// The cards of one member stand together; a group replaces what was known of that NIK (partial claims, which the export
/// does not hold, stay). A member with a faulty line is left out whole: half of someone's cards would mislead the rules.
/// Goes on where it stopped: how far a file was read is kept in the same transaction as what was read.
package struct MemberImport: Sendable {
    /// What is wrong with a line; never what stands in it.
    package struct Fault: Sendable, Hashable {
        /// Counted from 1, as editors do.
        package let line: Int
        package let field: String
        package let words: String
    }

    /// How far the import is.
    package struct Progress: Sendable, Hashable {
        /// The last line that has been dealt with.
        package var line = 0
        package var members = 0
        package var faults = 0
    }

    /// Recognises the file when it is started again: its name, size, and the hash of its first 64 KiB.
    package let source: String
    private let path: String

    /// Refuses a file that cannot be read.
    package init(path: String) throws(MemberImportTrouble) {
        guard let file = FileHandle(forReadingAtPath: path), let size = try? file.seekToEnd(), (try? file.seek(toOffset: 0)) != nil,
            let beginning = try? file.read(upToCount: 64 * 1024) ?? Data()
        else { throw .unreadable(path) }
        self.path = path
        source = "\(URL(filePath: path).lastPathComponent) \(size) \(SHA256.hash(data: beginning).hex)"
    }

    /// The same for a NIK every time: 60 bits, far above the ids of the demonstration.
    package static func identity(of nik: NIK) -> ID<Member> {
        let word = SHA256.hash(data: Data(nik.digits.utf8)).prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        return ID(Int64(word >> 4) | 1 << 59)
    }

    /// Reads on from where the last run stopped, or from the beginning when `again`. `report` gets the faults of each
    /// portion just before the portion is kept, so a crash may report some twice and none never.
    /// Throws `MemberImportTrouble`, `DatabaseTrouble`, and whatever `report` throws.
    package func run(
        into store: Store, again: Bool = false, report: ([Fault]) throws -> Void = { _ in }, progress: (Progress) -> Void = { _ in }
    ) async throws -> Progress {
        var reader = try CSVReader(path: path)
        guard let header = try reader.next() else { throw MemberImportTrouble.columnsMissing(MemberCard.columns) }
        let columns = try Columns(header)
        var (done, portion) = (again ? Progress() : try await progressKept(in: store), Portion())
        let begin = done.line
        while let record = try reader.next() {
            if record.line <= begin { continue }
            portion.read(record, columns)
            guard portion.isFull else { continue }
            try await keep(&portion, &done, store, report)
            progress(done)
        }
        portion.end()
        try await keep(&portion, &done, store, report)
        progress(done)
        return done
    }

    private func progressKept(in store: Store) async throws -> Progress {
        let source = source
        return try await store.read { connection in
            guard let row = try connection.query("SELECT line, loaded, faults FROM import WHERE source = $1", source).first else {
                return Progress()
            }
            return Progress(line: try row["line"], members: try row["loaded"], faults: try row["faults"])
        }
    }

    private func keep(_ portion: inout Portion, _ done: inout Progress, _ store: Store, _ report: ([Fault]) throws -> Void) async throws {
        guard portion.line > done.line else { return }
        if !portion.faults.isEmpty { try report(portion.faults) }
        let members = portion.sorted
        done = Progress(line: portion.line, members: done.members + members.count, faults: done.faults + portion.faults.count)
        let (now, source) = (done, source)
        portion.empty()
        try await store.maintain { connection in
            // 64 MiB of pages in memory: ids are scattered over the whole table.
            if connection.dialect == .sqlite { try connection.execute("PRAGMA cache_size = -65536", []) }
            try connection.load(
                members,
                onConflict: """
                    (nik) DO UPDATE SET name = excluded.name, birth = excluded.birth, mother = excluded.mother, \
                    memberships = excluded.memberships
                    """)
            try connection.execute(
                """
                INSERT INTO import (source, line, loaded, faults) VALUES ($1, $2, $3, $4)
                ON CONFLICT (source) DO UPDATE SET line = excluded.line, loaded = excluded.loaded, faults = excluded.faults
                """, source, now.line, now.members, now.faults)
        }
    }
}
