import Foundation
import LapakDomain
import LapakStore
import Logging
import ServiceLifecycle

/// Time as an author: looks what is due, and lets the rules decide. Opens the next day for every branch, too.
struct ClockService: Service {
    let house: House

    func run() async throws {
        for await _ in every(.seconds(1)).cancelOnGracefulShutdown() {
            do { try await tick() } catch { house.log.error("the clock stumbled", metadata: ["error": "\(error)"]) }
        }
    }

    func tick() async throws {
        let (atlas, now) = (house.atlas, house.clock.now)
        let due = try await house.store.read { try Due.load($0, at: now) }
        for id in due.bookings {
            let quiet = house.chance.quiet(atlas.policy)
            _ = try await house.store.write { try $0.lapse(id, quiet: quiet, at: now) }
        }
        for id in due.slots {
            let quiet = house.chance.quiet(atlas.policy)
            _ = try await house.store.write { try $0.reopen(id, quiet: quiet, in: atlas, at: now) }
        }
        for id in due.claims { _ = try await house.store.write { try $0.remind(id, in: atlas, at: now) } }
        for id in due.papers {
            let (ticket, quiet): (ID<Ticket>, Span) = (house.chance.id(at: now), house.chance.quiet(atlas.policy))
            _ = try await house.store.write { try $0.settlePapers(of: id, ticket: ticket, quiet: quiet, in: atlas, at: now) }
        }
        for day in due.draws {
            _ = try await house.store.write { try $0.draw(day, mixed: DrawRecord.mixed, at: now) }
        }
    }
}

/// Opens days as they come within the horizon, announces tomorrow's draw, and forgets what is old: once an hour, and at once
/// when the day turns.
struct PlannerService: Service {
    let house: House

    func run() async throws {
        var planned: (hour: Int64, day: Day)?
        for await _ in every(.seconds(5)).cancelOnGracefulShutdown() {
            let now = house.clock.now
            let moment = (now.seconds / 3600, Zone.wit.day(of: now))
            if let planned, planned == moment { continue }
            do {
                try await plan()
                planned = moment
            } catch { house.log.error("planning failed", metadata: ["error": "\(error)"]) }
        }
    }

    /// Makes every branch's slots equal to its plan. Running it again changes nothing.
    func plan() async throws {
        let (atlas, now) = (house.atlas, house.clock.now)
        for branch in atlas.branches {
            let quiet = house.chance.quiet(atlas.policy)
            try await house.store.write { work in
                // As it is kept now: its hours may have been changed since the picture was drawn.
                try work.plan(
                    try work.get(Branch.self, branch.id), days: Quota.openDays(in: branch.zone, policy: atlas.policy, at: now),
                    holidays: atlas.holidays,
                    policy: atlas.policy, quiet: quiet, by: .clock, at: now)
            }
            let today = branch.zone.day(of: now)
            try await house.store.write { work in
                try work.plan(
                    try work.get(Branch.self, branch.id), days: today...today, channels: [.onsite], holidays: atlas.holidays,
                    policy: atlas.policy, quiet: quiet, by: .clock, at: now)
            }
        }
        let today = Zone.wib.day(of: now)
        for day in today...today + 1 {
            let seed = house.chance.bytes(32).hex
            let draw = Draw(day: day, seedHash: DrawRecord.hash(ofSeed: seed), seed: seed, closes: (day + 1).at(ClockTime(0, 0), in: .wib))
            try await house.store.write { try $0.announce(draw, at: now) }
        }
        try await house.store.maintain { try Due.forget($0, at: now) }
        try await house.redrawAvailability()
    }
}

/// Leads the waiting to kept places: one exclusive timed offer after another.
struct UsherService: Service {
    let house: House

    func run() async throws {
        let bells = house.store.bells()
        await withTaskGroup(of: Void.self) { group in
            group.addTask { for await _ in bells.cancelOnGracefulShutdown() { await usher() } }
            group.addTask { for await _ in every(.seconds(5)).cancelOnGracefulShutdown() { await usher() } }
        }
    }

    private func usher() async {
        do { try await round() } catch { house.log.error("offers stand still", metadata: ["error": "\(error)"]) }
    }

    func round() async throws {
        let (atlas, now) = (house.atlas, house.clock.now)
        guard !house.availability.waiting.isEmpty else { return }
        for slot in try await house.store.read({ try WaitingList.kept(from: now, limit: 500, $0) }) {
            while true {
                let id: ID<Booking> = house.chance.id(at: now)
                let hash = Key<Booking>(id: id, secret: house.chance.offerSecret(id)).pass.hash
                guard
                    try await house.store.write(change: { try $0.offerNext(of: slot, booking: id, secret: hash, in: atlas, at: now) })
                        != nil
                else { break }
            }
        }
    }
}

/// Redraws the picture of free places when something changed, and every 15 seconds anyway: at most five times a second, and
/// resting nine times as long as drawing took, so that drawing never takes more than a tenth of one core.
struct AvailabilityKeeper: Service {
    let house: House

    func run() async throws {
        let bells = house.store.bells()
        await withTaskGroup(of: Void.self) { group in
            group.addTask {
                for await _ in bells.cancelOnGracefulShutdown() {
                    let begun = ContinuousClock.now
                    await redraw()
                    try? await Task.sleep(for: max(.milliseconds(200), begun.duration(to: .now) * 9))
                }
            }
            group.addTask { for await _ in every(.seconds(15)).cancelOnGracefulShutdown() { await redraw() } }
        }
    }

    private func redraw() async {
        do {
            let begun = ContinuousClock.now
            try await house.redrawAvailability()
            let spent = begun.duration(to: .now)
            let availability = house.availability
            house.figures.set("lapak_database_seconds{question=\"availability\"}", Double(spent.components.attoseconds) / 1e18)
            house.figures.set("lapak_free_places", Double(availability.free()))
            house.figures.set("lapak_waiting", Double(availability.waiting.values.reduce(0, +)))
        } catch { house.log.error("availability is old", metadata: ["error": "\(error)"]) }
    }
}

/// Recounts every ten minutes and says so when something is not as it must be.
struct ReconcilerService: Service {
    let house: House

    func run() async throws {
        for await _ in every(.seconds(600)).cancelOnGracefulShutdown() {
            do {
                let drifts = try await house.store.read { try Reconciler.drifts($0) }
                house.figures.set("lapak_drifts", Double(drifts.count))
                for drift in drifts { house.log.error("drift", metadata: ["what": "\(drift)"]) }
            } catch { house.log.error("recount failed", metadata: ["error": "\(error)"]) }
        }
    }
}
