package import LapakDomain

extension Region: Record {
    package static let table = Table("region", .int("id"), .text("name"))
    package var values: [SQLValue] { [id.sql, name.sql] }
    package init(row: Row) throws { self.init(id: ID(try row.int(0)), name: try row.text(1)) }
}

extension Branch: Record {
    package static let table = Table(
        "branch", .int("id"), .text("code"), .text("name"), .int("region"), .text("zone"), .text("city"), .real("latitude"),
        .real("longitude"), .int("opens"), .int("closes"), .int("lunch_from"), .int("lunch_until"), .int("officers"), .int("ratio"),
        .int("minutes_per_claim"), .int("online_share"), .int("room"))
    package var values: [SQLValue] {
        [
            id.sql, code.sql, name.sql, region.sql, zone.rawValue.sql, city.sql, latitude.sql, longitude.sql, hours.opens.sql,
            hours.closes.sql, hours.lunchFrom.sql, hours.lunchUntil.sql, officers.sql, ratio.sql, minutesPerClaim.sql, onlineShare.sql,
            room.sql,
        ]
    }
    package init(row: Row) throws {
        self.init(
            id: ID(try row.int(0)), code: try row.text(1), name: try row.text(2), region: ID(try row.int(3)), zone: try row.value(4),
            city: try row.text(5), latitude: try row.real(6), longitude: try row.real(7),
            hours: OpeningHours(
                opens: ClockTime(minutes: Int(try row.int(8))), closes: ClockTime(minutes: Int(try row.int(9))),
                lunchFrom: ClockTime(minutes: Int(try row.int(10))), lunchUntil: ClockTime(minutes: Int(try row.int(11)))),
            officers: Int(try row.int(12)), ratio: Int(try row.int(13)), minutesPerClaim: Int(try row.int(14)),
            onlineShare: Int(try row.int(15)), room: try row.optionalInt(16).map { Int($0) })
    }
}

extension BranchDay: Record {
    package static let table = Table(
        "branch_day", .int("id"), .int("branch"), .int("day"), .int("closed"), .int("opens"), .int("closes"), .int("lunch_from"),
        .int("lunch_until"), .int("officers"), .text("note"))
    package static func key(_ branch: ID<Branch>, _ day: Day) -> Int64 { branch.rawValue * 1_000_000 + Int64(day.number) }
    package var values: [SQLValue] {
        [
            BranchDay.key(branch, day).sql, branch.sql, day.sql, closed.sql, hours?.opens.sql ?? .null, hours?.closes.sql ?? .null,
            hours?.lunchFrom.sql ?? .null, hours?.lunchUntil.sql ?? .null, officers.sql, note.sql,
        ]
    }
    package init(row: Row) throws {
        let hours = try row.optionalInt(4).map { opens in
            OpeningHours(
                opens: ClockTime(minutes: Int(opens)), closes: ClockTime(minutes: Int(try row.int(5))),
                lunchFrom: ClockTime(minutes: Int(try row.int(6))), lunchUntil: ClockTime(minutes: Int(try row.int(7))))
        }
        self.init(
            branch: ID(try row.int(1)), day: Day(number: Int(try row.int(2))), closed: try row.bool(3), hours: hours,
            officers: try row.optionalInt(8).map { Int($0) }, note: try row.text(9))
    }
}

extension Holiday: Record {
    package static let table = Table("holiday", .int("day"), .text("name"), .text("source"), .int("confirmed"))
    package var values: [SQLValue] { [day.sql, name.sql, source.sql, confirmed.sql] }
    package init(row: Row) throws {
        self.init(day: Day(number: Int(try row.int(0))), name: try row.text(1), source: try row.text(2), confirmed: try row.bool(3))
    }
}

extension Staff: Record {
    package static let table = Table(
        "staff", .int("id"), .text("username"), .text("name"), .text("role"), .int("branch"), .text("password"))
    package var values: [SQLValue] { [id.sql, username.sql, name.sql, role.rawValue.sql, branch.sql, password.sql] }
    package init(row: Row) throws {
        self.init(
            id: ID(try row.int(0)), username: try row.text(1), name: try row.text(2), role: try row.value(3), branch: try row.id(4),
            password: try row.text(5))
    }
}

/// A staff member who has signed in, until `due`.
package struct StaffSession: Record {
    package let id: ID<StaffSession>
    package let secret: String
    package let staff: ID<Staff>
    package let due: Instant

    package init(id: ID<StaffSession>, secret: String, staff: ID<Staff>, due: Instant) {
        self.id = id
        self.secret = secret
        self.staff = staff
        self.due = due
    }
    package static let table = Table("staff_session", .int("id"), .text("secret"), .int("staff"), .int("due"))
    package var values: [SQLValue] { [id.sql, secret.sql, staff.sql, due.sql] }
    package init(row: Row) throws {
        self.init(id: ID(try row.int(0)), secret: try row.text(1), staff: ID(try row.int(2)), due: Instant(milliseconds: try row.int(3)))
    }
}
