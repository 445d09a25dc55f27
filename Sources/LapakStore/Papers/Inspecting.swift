package import LapakDomain

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
        self.init(document: document, due: due, attempts: 0, trouble: nil, lost: 0)
    }
    /// One process has it in hand; if nothing is heard of it for `span`, it is due again.
    package mutating func claim(for span: Span, at now: Instant) {
        due = now + span
        attempts += 1
        lost += 1
    }
    /// Whoever has it in hand since that attempt is still at it.
    package mutating func hold(attempt: Int, for span: Span, at now: Instant) {
        guard attempts == attempt, lost > 0, let due else { return }
        self.due = max(due, now + span)
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

    package static let table = Table<Inspecting>("inspecting") { table in
        let document = table.column("document", \.document)
        let due = table.column("due", \.due)
        let attempts = table.column("attempts", \.attempts)
        let trouble = table.column("trouble", \.trouble)
        let lost = table.column("lost", \.lost)
        return { row in
            Inspecting(
                document: try row[document], due: try row[due], attempts: try row[attempts], trouble: try row[trouble],
                lost: try row[lost])
        }
    }

    private init(document: ID<Document>, due: Instant?, attempts: Int, trouble: String?, lost: Int) {
        self.document = document
        self.due = due
        self.attempts = attempts
        self.trouble = trouble
        self.lost = lost
    }
}
