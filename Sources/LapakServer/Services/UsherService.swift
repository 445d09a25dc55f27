import LapakDomain
import LapakStore

/// Leads the waiting to kept places: one exclusive timed offer after another.
struct UsherService: Rounds {
    let app: App
    let name = "usher"
    let pace = Pace.changes(orEvery: .seconds(5))

    func tick() async throws {
        let now = app.clock.now
        guard !app.availability.waiting.isEmpty else { return }
        for slot in try await app.store.read({ try WaitingList.kept(from: now, limit: 500, $0) }) {
            while true {
                let id: ID<Booking> = app.ids.next(at: now)
                let hash = Key<Booking>(id: id, secret: app.secrets.offerSecret(id)).pass.hash
                let offered = try await app.store.write(in: app.context(at: now)) { try $0.offerNext(of: slot, booking: id, secret: hash) }
                if offered == nil { break }
            }
        }
    }
}
