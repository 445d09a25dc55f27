package import LapakDomain

extension Region: Record {
    package static let table = Table<Region>("region") { table in
        let id = table.column("id", \.id)
        let name = table.column("name", \.name)
        return { row in Region(id: try row[id], name: try row[name]) }
    }
}

extension Branch: Record {
    package static let table = Table<Branch>("branch") { table in
        let id = table.column("id", \.id)
        let code = table.column("code", \.code)
        let name = table.column("name", \.name)
        let region = table.column("region", \.region)
        let zone = table.column("zone", \.zone)
        let city = table.column("city", \.city)
        let latitude = table.column("latitude", \.latitude)
        let longitude = table.column("longitude", \.longitude)
        let opens = table.column("opens", \.hours.opens)
        let closes = table.column("closes", \.hours.closes)
        let lunchFrom = table.column("lunch_from", \.hours.lunchFrom)
        let lunchUntil = table.column("lunch_until", \.hours.lunchUntil)
        let officers = table.column("officers", \.officers)
        let ratio = table.column("ratio", \.ratio)
        let minutesPerClaim = table.column("minutes_per_claim", \.minutesPerClaim)
        let onlineShare = table.column("online_share", \.onlineShare)
        let room = table.column("room", \.room)
        table.unique("branch_code_key")
        return { row in
            Branch(
                id: try row[id], code: try row[code], name: try row[name], region: try row[region], zone: try row[zone],
                city: try row[city], latitude: try row[latitude], longitude: try row[longitude],
                hours: OpeningHours(
                    opens: try row[opens], closes: try row[closes], lunchFrom: try row[lunchFrom], lunchUntil: try row[lunchUntil]),
                officers: try row[officers], ratio: try row[ratio], minutesPerClaim: try row[minutesPerClaim],
                onlineShare: try row[onlineShare], room: try row[room])
        }
    }
}

extension BranchDay: Record {
    package static func key(_ branch: ID<Branch>, _ day: Day) -> Int64 { branch.rawValue * 1_000_000 + Int64(day.number) }

    package static let table = Table<BranchDay>("branch_day") { table in
        table.derived("id") { BranchDay.key($0.branch, $0.day) }
        let branch = table.column("branch", \.branch)
        let day = table.column("day", \.day)
        let closed = table.column("closed", \.closed)
        let opens = table.column("opens", \.hours?.opens)
        let closes = table.column("closes", \.hours?.closes)
        let lunchFrom = table.column("lunch_from", \.hours?.lunchFrom)
        let lunchUntil = table.column("lunch_until", \.hours?.lunchUntil)
        let officers = table.column("officers", \.officers)
        let note = table.column("note", \.note)
        return { row in
            var hours: OpeningHours?
            if let opens = try row[opens], let closes = try row[closes], let lunchFrom = try row[lunchFrom],
                let lunchUntil = try row[lunchUntil]
            {
                hours = OpeningHours(opens: opens, closes: closes, lunchFrom: lunchFrom, lunchUntil: lunchUntil)
            }
            return BranchDay(
                branch: try row[branch], day: try row[day], closed: try row[closed], hours: hours, officers: try row[officers],
                note: try row[note])
        }
    }
}

extension Holiday: Record {
    package static let table = Table<Holiday>("holiday") { table in
        let day = table.column("day", \.day)
        let name = table.column("name", \.name)
        let source = table.column("source", \.source)
        let confirmed = table.column("confirmed", \.confirmed)
        return { row in
            Holiday(day: try row[day], name: try row[name], source: try row[source], confirmed: try row[confirmed])
        }
    }
}

extension Staff: Record {
    package static let table = Table<Staff>("staff") { table in
        let id = table.column("id", \.id)
        let username = table.column("username", \.username)
        let name = table.column("name", \.name)
        let role = table.column("role", \.role)
        let branch = table.column("branch", \.branch)
        let password = table.column("password", \.password)
        table.unique("staff_username_key")
        return { row in
            Staff(
                id: try row[id], username: try row[username], name: try row[name], role: try row[role], branch: try row[branch],
                password: try row[password])
        }
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

    package static let table = Table<StaffSession>("staff_session") { table in
        let id = table.column("id", \.id)
        let secret = table.column("secret", \.secret)
        let staff = table.column("staff", \.staff)
        let due = table.column("due", \.due)
        return { row in StaffSession(id: try row[id], secret: try row[secret], staff: try row[staff], due: try row[due]) }
    }
}
