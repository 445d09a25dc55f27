package import LapakDomain

/// What the branch's own people see of a day.
package enum Agenda {
    package struct Appointment: Sendable {
        package let start: Instant
        package let number: ClaimNumber
        package let name: String
        package let reason: ClaimReason
        package let phase: Booking.Phase
        package let channel: Channel
    }

    /// A branch's appointments of one day by time, from the `offset`-th on.
    package static func appointments(
        at branch: Branch, on day: Day, offset: Int = 0, limit: Int, _ connection: any SQLConnection
    ) throws -> [Appointment] {
        let from = day.at(ClockTime(0, 0), in: branch.zone)
        return try connection.query(
            """
            SELECT s.start, c.number, c.name, c.reason, b.phase, s.channel
            FROM slot s JOIN booking b ON b.slot = s.id JOIN claim c ON c.id = b.claim
            WHERE s.branch = $1 AND s.start >= $2 AND s.start < $3 AND b.phase IN ('confirmed', 'checkedIn', 'done', 'missed', 'unreached')
            ORDER BY s.start, c.id LIMIT $4 OFFSET $5
            """, branch.id, from, from + .days(1), limit, offset
        ).map { row in
            Appointment(
                start: try row["start"], number: try row["number"], name: try row["name"], reason: try row["reason"],
                phase: try row["phase"], channel: try row["channel"])
        }
    }

    /// One slot of a day with its places.
    package static func slots(at branch: Branch, on day: Day, _ connection: any SQLConnection) throws -> [Slot] {
        let from = day.at(ClockTime(0, 0), in: branch.zone)
        return try connection.query(
            "SELECT \(Slot.table.columnList) FROM slot WHERE branch = $1 AND start >= $2 AND start < $3 ORDER BY start, channel", branch.id,
            from, from + .days(1)
        ).map(Slot.init)
    }

    package static func exceptions(at branch: ID<Branch>, from day: Day, _ connection: any SQLConnection) throws -> [BranchDay] {
        try connection.query(
            "SELECT \(BranchDay.table.columnList) FROM branch_day WHERE branch = $1 AND day >= $2 ORDER BY day", branch, day
        )
        .map(BranchDay.init).filter { !$0.isTakenBack }
    }

    package static func holidays(from day: Day, limit: Int, _ connection: any SQLConnection) throws -> [Holiday] {
        try connection.query("SELECT \(Holiday.table.columnList) FROM holiday WHERE day >= $1 ORDER BY day LIMIT $2", day, limit).map(
            Holiday.init)
    }
}

/// One row by its key, in a reader's snapshot.
extension SQLConnection {
    package func find<R: Record>(_ type: R.Type, _ key: any SQLEncodable) throws -> R? {
        try query(R.table.statements.select(power: 0, locked: nil), [key.sql]).first.map(R.init)
    }
    package func claim(numbered number: ClaimNumber) throws -> Claim? {
        try query("SELECT \(Claim.table.columnList) FROM claim WHERE number = $1", number.value).first.map(Claim.init)
    }
    package func member(nik: NIK) throws -> Member? {
        try query("SELECT \(Member.table.columnList) FROM member WHERE nik = $1", nik).first.map(Member.init)
    }
    package func staff(called username: String) throws -> Staff? {
        try query("SELECT \(Staff.table.columnList) FROM staff WHERE username = $1", username).first.map(Staff.init)
    }
    /// The password hash of somebody who works here; nil while nobody does.
    package func anyPassword() throws -> String? {
        try query("SELECT password FROM staff ORDER BY id LIMIT 1", []).first?.text(0)
    }
    package func hasLiveClaim(_ member: ID<Member>) throws -> Bool {
        try !query("SELECT 1 FROM claim WHERE member = $1 AND live = 1", member).isEmpty
    }
}
