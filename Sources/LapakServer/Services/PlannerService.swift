import LapakDomain
import LapakGround
import LapakStore
import Synchronization

/// Opens days as they come within the horizon, and announces tomorrow's draw: once an hour, and at once when the day turns.
package final class PlannerService: Rounds {
    package let app: App
    package let name = "planner"
    package let pace = Pace.every(.seconds(5))
    private let planned = Mutex<Moment?>(nil)

    private struct Moment: Equatable {
        let hour: Int64
        let day: Day
    }

    package init(app: App) { self.app = app }

    package func tick() async throws {
        let now = app.clock.now
        let moment = Moment(hour: now.seconds / 3600, day: Zone.wit.day(of: now))
        guard planned.withLock({ $0 }) != moment else { return }
        try await plan()
        planned.withLock { $0 = moment }
    }

    /// Makes every branch's slots equal to its plan. Running it again changes nothing.
    package func plan() async throws {
        let (nation, now) = (app.nation, app.clock.now)
        for branch in nation.branches {
            try await app.store.write(in: app.context(by: .clock, at: now)) { work in
                // As it is kept now: its hours may have been changed since the picture was drawn.
                try work.plan(
                    try work.get(Branch.self, branch.id), today: branch.zone.day(of: now),
                    days: Quota.openDays(in: branch.zone, policy: nation.policy, at: now))
            }
        }
        let today = Zone.wib.day(of: now)
        for day in today...today + 1 {
            let seed = app.secrets.bytes(32).hex
            let draw = Draw(day: day, seedHash: DrawRecord.hash(ofSeed: seed), seed: seed, closes: (day + 1).at(ClockTime(0, 0), in: .wib))
            try await app.store.write(in: app.context(at: now)) { try $0.announce(draw) }
        }
        try await app.redrawAvailability()
    }
}
