import LapakDomain
import LapakStore

/// Time as an author: looks what is due, and lets the rules decide. Opens the next day for every branch, too.
struct ClockService: Rounds {
    let app: App
    let name = "clock"
    let pace = Pace.every(.seconds(1))

    func tick() async throws {
        let (nation, now) = (app.nation, app.clock.now)
        let due = try await app.store.read { try Due.load($0, at: now) }
        for id in due.bookings {
            let quiet = app.secrets.quiet(nation.policy)
            _ = try await app.store.write { try $0.lapse(id, quiet: quiet, at: now) }
        }
        for id in due.slots {
            let quiet = app.secrets.quiet(nation.policy)
            _ = try await app.store.write { try $0.reopen(id, quiet: quiet, in: nation, at: now) }
        }
        for id in due.claims { _ = try await app.store.write { try $0.remind(id, in: nation, at: now) } }
        for id in due.papers {
            let (ticket, quiet): (ID<Ticket>, Span) = (app.secrets.id(at: now), app.secrets.quiet(nation.policy))
            _ = try await app.store.write { try $0.settlePapers(of: id, ticket: ticket, quiet: quiet, in: nation, at: now) }
        }
        for day in due.draws {
            _ = try await app.store.write { try $0.draw(day, mixed: DrawRecord.mixed, at: now) }
        }
    }
}
