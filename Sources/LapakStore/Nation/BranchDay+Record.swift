package import LapakDomain

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
