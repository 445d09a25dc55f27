import Crypto
import Foundation
package import LapakDomain
import LapakGround

/// One thing that happened, with who did it and when.
package struct JournalEntry: Sendable, Hashable {
    package let event: Event
    package let author: Author
    package let at: Instant
}

/// The journal: every event in the order of its commit, chained by hash so that tampering shows.
///
/// Positions are given under a lock on the journal's head, taken last in every transaction and held until its commit:
/// a later position never becomes visible before an earlier one, on both databases and over all processes, so a
/// follower that reads "greater than mine" skips nothing.
package enum Journal {
    /// An entry with its place.
    package struct Line: Sendable, Hashable {
        package let position: Int64
        package let at: Instant
        package let author: String
        package let event: Event
    }

    /// Writes the entries in their order; answers the lines that they became.
    static func append(_ entries: [JournalEntry], _ connection: any SQLConnection) throws -> [Line] {
        let head = try connection.query("SELECT position, hash FROM journal_head WHERE id = 1\(connection.dialect.forUpdate)", [])
        guard let head = head.first else { throw DatabaseTrouble(.other, "the journal has no head") }
        var position = try head.int(0)
        var hash = try head.text(1)
        var rows: [JournalRow] = []
        var lines: [Line] = []
        rows.reserveCapacity(entries.count)
        lines.reserveCapacity(entries.count)
        for entry in entries {
            position += 1
            let body = encode(entry.event)
            let author = entry.author.text
            hash = chained(hash, position: position, at: entry.at.milliseconds, author: author, body: body)
            rows.append(JournalRow(position: position, at: entry.at, author: author, body: body, hash: hash))
            lines.append(Line(position: position, at: entry.at, author: author, event: entry.event))
        }
        var rest = rows[...]
        for power in powers(of: rows.count, atMost: connection.dialect.rowsPerStatement) {
            try connection.execute(JournalRow.table.statements.insert(power: power), rest.prefix(1 << power).flatMap(\.values))
            rest = rest.dropFirst(1 << power)
        }
        try connection.execute("UPDATE journal_head SET position = $1, hash = $2 WHERE id = 1", position, hash)
        return lines
    }

    /// Lines after `position`, oldest first.
    package static func lines(after position: Int64, limit: Int, _ connection: any SQLConnection) throws -> [Line] {
        try connection.query(
            "SELECT \(JournalRow.table.columnList) FROM journal WHERE position > $1 ORDER BY position LIMIT $2", position, limit
        )
        .map { row in
            let row = try JournalRow(row: row)
            return Line(position: row.position, at: row.at, author: row.author, event: try decode(row.body))
        }
    }

    /// The last position and its hash.
    package static func head(_ connection: any SQLConnection) throws -> (position: Int64, hash: String) {
        guard let row = try connection.query("SELECT position, hash FROM journal_head WHERE id = 1", []).first else {
            throw DatabaseTrouble(.other, "the journal has no head")
        }
        return (try row.int(0), try row.text(1))
    }

    /// Walks the whole chain; answers the first position that does not follow from the one before, or nil.
    package static func firstBreak(_ connection: any SQLConnection) throws -> Int64? {
        var hash = ""
        var position: Int64 = 0
        while true {
            let rows = try connection.query(
                "SELECT \(JournalRow.table.columnList) FROM journal WHERE position > $1 ORDER BY position LIMIT 1000", position
            ).map(JournalRow.init)
            if rows.isEmpty { return try head(connection) == (position, hash) ? nil : position }
            for row in rows {
                position += 1
                hash = chained(hash, position: position, at: row.at.milliseconds, author: row.author, body: row.body)
                guard row.position == position, row.hash == hash else { return position }
            }
        }
    }

    package static func encode(_ event: Event) -> String { Bodies.encode(event) }

    /// Reads an event of this or an earlier release. Throws `DatabaseTrouble` that names what it does not know.
    package static func decode(_ body: String) throws -> Event { try Bodies.decode(Event.self, from: body) }

    private static func chained(_ hash: String, position: Int64, at: Int64, author: String, body: String) -> String {
        SHA256.hash(data: Data("\(hash)|\(position)|\(at)|\(author)|\(body)".utf8)).hex
    }
}

/// A line as it is kept.
struct JournalRow: Record {
    let position: Int64
    let at: Instant
    let author: String
    let body: String
    /// Of the line before and this one.
    let hash: String

    static let table = Table<JournalRow>("journal") { table in
        let position = table.column("position", \.position)
        let at = table.column("at", \.at)
        let author = table.column("author", \.author)
        let body = table.column("body", \.body)
        let hash = table.column("hash", \.hash)
        return { row in
            JournalRow(
                position: try row[position], at: try row[at], author: try row[author], body: try row[body], hash: try row[hash])
        }
    }
}
