import LapakDomain
import LapakStore

extension Call {
    /// Keeps an exception, in place of an earlier one of that day; if the day is open to members or is today, its slots
    /// become what the plan now says in the same change.
    /// Refuses with `changedMeanwhile` when the day is no longer what the page had `seen`.
    func keep(_ exception: BranchDay, seen: Basis, _ desk: Desk) async throws {
        let open = Quota.openDays(in: desk.branch.zone, policy: policy, at: now)
        let isPlanned = (open.lowerBound - 1...open.upperBound).contains(exception.day)
        let id = BranchDay.key(exception.branch, exception.day)
        let needs = [Need.row(Branch.self, exception.branch), .row(BranchDay.self, id)]
        let key = requestKey("meja:\(desk.staff.id.rawValue)")
        _ = try await app.store.write(once: key, in: context(by: desk.author), needs) { work -> Bool in
            try seen.holds(try work.find(BranchDay.self, id)?.basis ?? Basis())
            if isPlanned {
                let branch = try work.get(Branch.self, exception.branch)
                try work.plan(branch, days: exception.day...exception.day, exception: exception)
            } else {
                try work.keep(exception)
            }
            return true
        }
    }
}
