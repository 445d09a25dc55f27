import LapakDomain
import LapakStore

/// Time as an author: looks what is due, and lets the rules decide. Opens the next day for every branch, too.
struct ClockService: Rounds {
    let app: App
    let name = "clock"
    let pace = Pace.every(.seconds(1))

    func tick() async throws {
        let now = app.clock.now
        let due = try await app.store.read { try Due.load($0, at: now) }
        for id in due.bookings {
            _ = try await app.store.write(in: app.context(at: now)) { try $0.lapse(id) }
        }
        for id in due.slots {
            _ = try await app.store.write(in: app.context(at: now)) { try $0.reopen(id) }
        }
        for id in due.claims { _ = try await app.store.write(in: app.context(at: now)) { try $0.remind(id) } }
        for id in due.papers {
            _ = try await app.store.write(in: app.context(at: now)) { try $0.settlePapers(of: id) }
        }
        for day in due.draws {
            _ = try await app.store.write(in: app.context(at: now)) { try $0.draw(day, mixed: DrawRecord.mixed) }
        }
    }
}
