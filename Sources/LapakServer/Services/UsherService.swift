import LapakDomain
import LapakStore

/// Leads the waiting to every place that suits them, kept or free: one exclusive timed offer after another.
struct UsherService: Rounds {
    let app: App
    let name = "usher"
    let pace = Pace.changes(orEvery: .seconds(5))
    /// Slots that one round looks at; the rest comes with the next.
    private static let most = 200

    func tick() async throws {
        let (now, nation) = (app.clock.now, app.nation)
        for slot in try await app.store.read({ try WaitingList.wanted(in: nation, limit: Self.most, $0, at: now) }) {
            while try await app.store.read({ try WaitingList.wants(slot, in: nation, $0, at: now) }) {
                let id: ID<Booking> = app.ids.next(at: now)
                let hash = Key<Booking>(id: id, secret: app.secrets.offerSecret(id)).pass.hash
                let offered = try await app.store.write(in: app.context(at: now)) { try $0.offerNext(of: slot, booking: id, secret: hash) }
                if offered == nil { break }
            }
        }
    }
}
