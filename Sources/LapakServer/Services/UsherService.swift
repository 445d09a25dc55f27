import LapakDomain
import LapakStore

/// Leads the waiting to kept places: one exclusive timed offer after another.
struct UsherService: Rounds {
    let house: House
    let name = "usher"
    let pace = Pace.changes(orEvery: .seconds(5))

    func tick() async throws {
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
