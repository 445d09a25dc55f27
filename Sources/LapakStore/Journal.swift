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

    static func append(_ entries: [JournalEntry], _ connection: any SQLConnection) throws {
        let head = try connection.query("SELECT position, hash FROM journal_head WHERE id = 1\(connection.dialect.forUpdate)", [])
        guard let head = head.first else { throw DatabaseTrouble(.other, "the journal has no head") }
        var position = try head.int(0)
        var hash = try head.text(1)
        var rows: [[SQLValue]] = []
        rows.reserveCapacity(entries.count)
        for entry in entries {
            position += 1
            let body = try encode(entry.event)
            let author = entry.author.text
            hash = chained(hash, position: position, at: entry.at.milliseconds, author: author, body: body)
            rows.append([.int(position), .int(entry.at.milliseconds), .text(author), .text(body), .text(hash)])
        }
        var rest = rows[...]
        for power in powers(of: rows.count, atMost: connection.dialect.rowsPerStatement) {
            try connection.execute(table.insert(power: power), rest.prefix(1 << power).flatMap { $0 })
            rest = rest.dropFirst(1 << power)
        }
        try connection.execute("UPDATE journal_head SET position = $1, hash = $2 WHERE id = 1", position, hash)
    }

    /// Lines after `position`, oldest first.
    package static func lines(after position: Int64, limit: Int, _ connection: any SQLConnection) throws -> [Line] {
        try connection.query(
            "SELECT position, at, author, body FROM journal WHERE position > $1 ORDER BY position LIMIT $2", position, limit
        )
        .map { row in
            Line(
                position: try row.int(0), at: Instant(milliseconds: try row.int(1)), author: try row.text(2),
                event: try decode(try row.text(3)))
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
                "SELECT position, at, author, body, hash FROM journal WHERE position > $1 ORDER BY position LIMIT 1000", position)
            if rows.isEmpty { return try head(connection) == (position, hash) ? nil : position }
            for row in rows {
                position += 1
                hash = chained(hash, position: position, at: try row.int(1), author: try row.text(2), body: try row.text(3))
                guard try row.int(0) == position, try row.text(4) == hash else { return position }
            }
        }
    }

    package static func encode(_ event: Event) throws -> String {
        String(decoding: try encoder.encode(event), as: UTF8.self)
    }

    package static func decode(_ body: String) throws -> Event { try JSONDecoder().decode(Event.self, from: Data(body.utf8)) }

    private static var encoder: JSONEncoder {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return encoder
    }

    private static let table = Table("journal", .int("position"), .int("at"), .text("author"), .text("body"), .text("hash"))

    private static func chained(_ hash: String, position: Int64, at: Int64, author: String, body: String) -> String {
        SHA256.hash(data: Data("\(hash)|\(position)|\(at)|\(author)|\(body)".utf8)).hex
    }
}
