/// The order of the waiting list, in one place: what is compared, in which order, and in which column it is kept.
///
/// The day of joining, then the moment of joining or the place that the day's public draw gave, then the number of the ticket.
/// Tickets are compared by it here, and the store makes columns, bounds and orders of its questions from it. Its index needs a
/// step of the schema when the order changes; a test says so.
package enum LineOrder {
    /// One thing that decides, and the column beside each wish where it is kept.
    package struct Key: Sendable {
        package let column: String
        package let value: @Sendable (Ticket) -> Int64
    }

    /// The first decides; each further one is asked only between equals. The last is unique.
    package static let keys = [
        Key(column: "cohort") { Int64($0.cohort.number) },
        Key(column: "rank") { $0.rank },
        Key(column: ticketColumn) { $0.id.rawValue },
    ]
    /// The column that names the ticket itself.
    package static let ticketColumn = "ticket"

    /// Where a ticket stands: smaller is earlier, compared from the left.
    package static func position(_ ticket: Ticket) -> [Int64] { keys.map { $0.value(ticket) } }

    /// Whether `one` is served before `other`.
    package static func precedes(_ one: Ticket, _ other: Ticket) -> Bool {
        position(one).lexicographicallyPrecedes(position(other))
    }
}
