package import LapakDomain

extension NumberRoll: Record {
    package static let table = Table("number_roll", .int("id"), .int("branch"), .int("day"), .int("next"))
    package static func key(_ branch: ID<Branch>, _ day: Day) -> ID<NumberRoll> { ID(branch.rawValue << 24 | Int64(day.number)) }
    package var values: [SQLValue] { [Self.key(branch, day).sql, branch.sql, day.sql, next.sql] }
    package init(row: Row) throws {
        self.init(branch: ID(try row.int(1)), day: Day(number: Int(try row.int(2))), next: Int(try row.int(3)))
    }
}

extension WalkIn: Record {
    package static let table = Table(
        "walk_in", .int("id"), .int("branch"), .int("day"), .text("number"), .int("claim"), .text("phase"), .int("live"), .int("place"),
        .text("source"), .int("called"), .text("body"))
    package var values: [SQLValue] {
        [
            id.sql, branch.sql, day.sql, number.text.sql, claim.sql, phase.rawValue.sql, phase.isLive.sql, order.sql, source.sql,
            called.sql,
            json(self),
        ]
    }
    package init(row: Row) throws { self = try row.json(WalkIn.self, 10) }
    /// A number that chance gave twice is drawn again; a claim has its visit already.
    package static func refusal(of duplicate: DatabaseTrouble) -> Refusal? { duplicate.message.contains("claim") ? .liveClaim : nil }
}

extension Booth: Record {
    package static let table = Table("booth", .int("id"), .int("branch"), .int("number"), .text("code"), .text("body"))
    package var values: [SQLValue] { [id.sql, branch.sql, number.sql, code.sql, json(self)] }
    package init(row: Row) throws { self = try row.json(Booth.self, 4) }
    package static func refusal(of duplicate: DatabaseTrouble) -> Refusal? {
        .invalid(field: "bilik", Words("Nomor bilik ini sudah ada.", "This booth number is there already."))
    }
}
