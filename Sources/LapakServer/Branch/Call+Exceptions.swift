import LapakDomain
import LapakStore

extension Call {
    /// Keeps an exception, in place of an earlier one of that day; if the day is open to members or is today, its slots
    /// become what the plan now says in the same change.
    func keep(_ exception: BranchDay, _ desk: Desk) async throws {
        let (nation, now, author, quiet) = (nation, now, desk.author, app.secrets.quiet(policy))
        let open = Quota.openDays(in: desk.branch.zone, policy: policy, at: now)
        let isPlanned = (open.lowerBound - 1...open.upperBound).contains(exception.day)
        let needs = [Need.row(Branch.self, exception.branch)]
        _ = try await app.store.write(once: requestKey("meja:\(desk.staff.id.rawValue)"), at: now, needs) { work -> Bool in
            if isPlanned {
                try work.plan(
                    try work.get(Branch.self, exception.branch), days: exception.day...exception.day, exception: exception,
                    holidays: nation.holidays, policy: nation.policy, quiet: quiet, by: author, at: now)
            } else {
                try work.keep(exception, by: author, at: now)
            }
            return true
        }
    }
}
