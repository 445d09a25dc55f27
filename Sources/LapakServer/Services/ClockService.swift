import LapakDomain
import LapakStore

/// Time as an author: looks what is due, and lets the rules decide. Opens the next day for every branch, too.
struct ClockService: Rounds {
    let house: House
    let name = "clock"
    let pace = Pace.every(.seconds(1))

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
