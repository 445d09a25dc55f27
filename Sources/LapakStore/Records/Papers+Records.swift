package import LapakDomain

extension Document: Record {
    package static let table = Table(
        "document", .int("id"), .int("claim"), .text("paper"), .int("version"), .text("kind"), .int("bytes"), .text("sha256"),
        .int("pages"), .text("hints"), .int("received"), .text("phase"), .text("fault"), .text("reason"), .text("note"), .int("staff"),
        .int("until"))
    package var values: [SQLValue] {
        [
            id.sql, claim.sql, paper.rawValue.sql, version.sql, kind?.rawValue.sql ?? .null, bytes.sql, sha256.sql, pages.sql,
            json(hints.sorted { $0.rawValue < $1.rawValue }), received.sql, phase.rawValue.sql, fault.map { json($0) } ?? .null,
            reason?.rawValue.sql ?? .null, note.sql, lease?.staff.sql ?? .null, lease?.until.sql ?? .null,
        ]
    }
    package init(row: Row) throws {
        let lease: Lease? = if let staff: ID<Staff> = try row.id(14) { Lease(staff: staff, until: try row.instant(15)) } else { nil }
        self.init(
            id: ID(try row.int(0)), claim: ID(try row.int(1)), paper: try row.value(2), version: Int(try row.int(3)),
            kind: row.optionalText(4).flatMap { FileKind(rawValue: $0) }, bytes: Int(try row.int(5)), sha256: try row.text(6),
            pages: Int(try row.int(7)), hints: Set(try row.json([Hint].self, 8)), received: try row.instant(9), phase: try row.value(10),
            fault: row.values[11] == .null ? nil : try row.json(FileFault.self, 11),
            reason: row.optionalText(12).flatMap { ReturnReason(rawValue: $0) }, note: row.optionalText(13), lease: lease)
    }
}

extension Upload: Record {
    package static let table = Table(
        "upload", .int("id"), .int("claim"), .text("paper"), .int("length"), .int("received"), .text("name"), .text("declared"),
        .text("phase"), .int("begun"), .int("due"), .text("sha256"), .text("metadata"))
    package var values: [SQLValue] {
        [
            id.sql, claim.sql, paper.rawValue.sql, length.sql, offset.sql, name.value.sql, declared.sql, phase.rawValue.sql, begun.sql,
            due.sql, sha256.sql, metadata.sql,
        ]
    }
    package init(row: Row) throws {
        self.init(
            id: ID(try row.int(0)), claim: ID(try row.int(1)), paper: try row.value(2), length: Int(try row.int(3)),
            offset: Int(try row.int(4)), name: FileName(try row.text(5)), declared: row.optionalText(6),
            metadata: row.optionalText(11), phase: try row.value(7), begun: try row.instant(8), due: try row.instant(9),
            sha256: row.optionalText(10))
    }
}

/// One per claim: its number is the claim's.
extension UploadLink: Record {
    package static let table = Table(
        "upload_link", .int("id"), .int("claim"), .text("secret"), .int("sent"), .int("exchanged"), .text("session"))
    package var values: [SQLValue] { [id.sql, claim.sql, secret.sql, sent.sql, exchanged.sql, session.sql] }
    package init(row: Row) throws {
        self.init(
            id: ID(try row.int(0)), claim: ID(try row.int(1)), secret: try row.text(2), sent: try row.instant(3),
            exchanged: try row.optionalInstant(4), session: row.optionalText(5))
    }
    /// The identity of a claim's link.
    package static func identity(of claim: ID<Claim>) -> ID<UploadLink> { ID(claim.rawValue) }
}

extension Outage: Record {
    package static let table = Table("outage", .int("id"), .text("kind"), .int("since"), .int("until"))
    package var values: [SQLValue] { [id.sql, kind.rawValue.sql, from.sql, until.sql] }
    package init(row: Row) throws {
        self.init(id: ID(try row.int(0)), kind: try row.value(1), from: try row.instant(2), until: try row.optionalInstant(3))
    }
}

/// The key that a claim's files are sealed with, wrapped by a master key. Without this row they are unreadable for ever.
package struct KeptKey: Record, Hashable {
    package let claim: ID<Claim>
    /// As the vault writes it; empty once destroyed.
    package var wrapped: String
    package init(claim: ID<Claim>, wrapped: String) {
        self.claim = claim
        self.wrapped = wrapped
    }
    package static let table = Table("claim_key", .int("claim"), .text("wrapped"))
    package var values: [SQLValue] { [claim.sql, wrapped.sql] }
    package init(row: Row) throws { self.init(claim: ID(try row.int(0)), wrapped: try row.text(1)) }
}

/// The outstanding inspection of a document that arrived: done by one process at a time, again until it is done.
package struct Inspecting: Record, Hashable {
    package let document: ID<Document>
    /// When somebody should take it in hand; nil once it is done.
    package private(set) var due: Instant?
    package private(set) var attempts: Int
    package private(set) var trouble: String?
    /// How often in a row it was taken in hand without an end: whoever had it went down with it.
    package private(set) var lost: Int

    package init(document: ID<Document>, due: Instant) {
        self.document = document
        self.due = due
        attempts = 0
        lost = 0
    }
    /// One process has it in hand; if nothing is heard of it for `span`, it is due again.
    package mutating func claim(for span: Span, at now: Instant) {
        due = now + span
        attempts += 1
        lost += 1
    }
    package mutating func done() {
        due = nil
        trouble = nil
        lost = 0
    }
    /// What it needs is away (the antivirus, the storage): again later, and never passed meanwhile.
    package mutating func postponed(_ why: String, at now: Instant) {
        trouble = why
        due = now + min(.seconds(5 << min(attempts, 7)), .minutes(5))
        lost = 0
    }
    /// Whoever had it in hand was told to stop: anybody may take it at once, and the try does not count.
    package mutating func laidDown(at now: Instant) {
        due = now
        attempts -= 1
        lost = 0
    }

    package static let table = Table("inspecting", .int("document"), .int("due"), .int("attempts"), .text("trouble"), .int("lost"))
    package var values: [SQLValue] { [document.sql, due.sql, attempts.sql, trouble.sql, lost.sql] }
    package init(row: Row) throws {
        document = ID(try row.int(0))
        due = try row.optionalInstant(1)
        attempts = Int(try row.int(2))
        trouble = row.optionalText(3)
        lost = Int(try row.int(4))
    }
}
