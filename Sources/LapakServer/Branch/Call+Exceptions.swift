import LapakDomain
import LapakStore

extension Call {
    /// Keeps an exception, in place of an earlier one of that day; if the day is open to members or is today, its slots
    /// become what the plan now says in the same change.
    func keep(_ exception: BranchDay, _ desk: Desk) async throws {
        let holidays = nation.holidays
        let open = Quota.openDays(in: desk.branch.zone, policy: policy, at: now)
        let isPlanned = (open.lowerBound - 1...open.upperBound).contains(exception.day)
        let needs = [Need.row(Branch.self, exception.branch)]
        let key = requestKey("meja:\(desk.staff.id.rawValue)")
        _ = try await app.store.write(once: key, in: context(by: desk.author), needs) { work -> Bool in
            if isPlanned {
                let branch = try work.get(Branch.self, exception.branch)
                try work.plan(branch, days: exception.day...exception.day, exception: exception, holidays: holidays)
            } else {
                try work.keep(exception)
            }
            return true
        }
    }
}
