package import LapakDomain

extension Slot: Record {
    package static let table = Table(
        "slot", .int("id"), .int("branch"), .text("channel"), .int("start"), .int("minutes"), .int("planned"), .int("capacity"),
        .int("taken"), .int("unproven"), .int("kept"), .int("kept_until"))
    package var values: [SQLValue] {
        [
            id.sql, branch.sql, channel.rawValue.sql, start.sql, minutes.sql, planned.sql, capacity.sql, taken.sql, unproven.sql, kept.sql,
            keptUntil.sql,
        ]
    }
    package init(row: Row) throws {
        self.init(
            id: ID(try row.int(0)), branch: ID(try row.int(1)), channel: try row.value(2), start: try row.instant(3),
            minutes: Int(try row.int(4)), planned: Int(try row.int(5)), capacity: Int(try row.int(6)), taken: Int(try row.int(7)),
            unproven: Int(try row.int(8)), kept: Int(try row.int(9)), keptUntil: try row.optionalInstant(10))
    }
}

extension Booking: Record {
    package static let table = Table(
        "booking", .int("id"), .int("slot"), .int("branch"), .int("start"), .text("phase"), .int("proven"), .int("registration"),
        .int("claim"), .int("ticket"), .text("secret"), .int("since"), .int("due"))
    package var values: [SQLValue] {
        [
            id.sql, slot.sql, branch.sql, start.sql, phase.rawValue.sql, proven.sql, registration.sql, claim.sql, ticket.sql, secret.sql,
            since.sql, due.sql,
        ]
    }
    package init(row: Row) throws {
        self.init(
            id: ID(try row.int(0)), slot: ID(try row.int(1)), branch: ID(try row.int(2)), start: try row.instant(3),
            phase: try row.value(4), proven: try row.bool(5), registration: try row.id(6), claim: try row.id(7), ticket: try row.id(8),
            secret: row.optionalText(9), since: try row.instant(10), due: try row.optionalInstant(11))
    }
    package static func refusal(of duplicate: DatabaseTrouble) -> Refusal? { .alreadyConfirmed }
}

/// How many people wait for a branch; branch 0 stands for "any officer online". Equals the live wishes it counts.
package struct Line: Record {
    package let branch: ID<Branch>
    package var waiting: Int
    package static let anywhere = ID<Branch>(0)

    package init(branch: ID<Branch>, waiting: Int) {
        self.branch = branch
        self.waiting = waiting
    }
    package static let table = Table("line", .int("branch"), .int("waiting"))
    package var values: [SQLValue] { [branch.sql, waiting.sql] }
    package init(row: Row) throws { self.init(branch: ID(try row.int(0)), waiting: Int(try row.int(1))) }
}
