import LapakDomain
import LapakStore

// An exception is kept first and the day replanned after it: planning looks before it changes, so it must find the
// exception in the books. Both steps may be repeated; should the second one be missed, the hourly planning does it.
extension Call {
    /// Keeps an exception, in place of an earlier one of that day, and replans the day.
    func keep(_ exception: BranchDay, _ desk: Desk) async throws {
        let (now, author) = (now, desk.author)
        let needs = [Need.row(BranchDay.self, BranchDay.key(exception.branch, exception.day))]
        _ = try await house.store.write(once: requestKey("meja:\(desk.staff.id.rawValue)"), at: now, needs) { work -> Bool in
            _ = try work.find(BranchDay.self, BranchDay.key(exception.branch, exception.day))
            work.save(exception)
            work.note(.branchChanged(branch: exception.branch), by: author, at: now)
            return true
        }
        try await replan(exception.day, desk)
    }

    /// Makes the day an ordinary one again.
    func removeException(on day: Day, _ desk: Desk) async throws {
        let (now, author, branch) = (now, desk.author, desk.branch.id)
        let removed = try await house.store.maintain { connection in
            try connection.execute("DELETE FROM branch_day WHERE id = $1", BranchDay.key(branch, day))
        }
        if removed > 0 { try await house.store.write { $0.note(.branchChanged(branch: branch), by: author, at: now) } }
        try await replan(day, desk)
    }

    /// Makes the slots of one day what the plan says, if the day is open to members or is today.
    private func replan(_ day: Day, _ desk: Desk) async throws {
        let (atlas, now, author, branch) = (atlas, now, desk.author, desk.branch)
        let open = Quota.openDays(in: branch.zone, policy: atlas.policy, at: now)
        guard (open.lowerBound - 1...open.upperBound).contains(day) else { return }
        let quiet = house.chance.quiet(atlas.policy)
        try await house.store.write { work in
            let current = try work.get(Branch.self, branch.id)
            try work.plan(
                current, days: day...day, holidays: atlas.holidays, policy: atlas.policy, quiet: quiet, by: author, at: now)
        }
    }
}
