import LapakDomain
import LapakStore
import Logging

/// Writes down when members could not send papers for more than a minute by our fault, and when they can again: the
/// deadlines move by that.
struct OutageService: Rounds {
    let house: House
    /// A shorter trouble costs nobody a deadline.
    static let patience = Span.minutes(1)
    let name = "outages"
    let pace = Pace.every(.seconds(5))

    func tick() async throws {
        let open = try await house.store.read { try $0.openOutages() }
        for kind in [Outage.Kind.storage, .checks] { try await look(at: kind, isOpen: open.contains(kind)) }
    }

    private func look(at kind: Outage.Kind, isOpen: Bool) async throws {
        if isOpen || house.outages[kind] != .working { try await ask(kind, isOpen: isOpen) }
        let now = house.clock.now
        switch house.outages[kind] {
        case .failing(let since) where !isOpen && now - since >= Self.patience:
            let id: ID<Outage> = house.chance.id(at: now)
            try await house.store.write { try $0.openOutage(id, kind, from: since) }
            house.log.error("outage.begin recorded", metadata: ["kind": "\(kind.rawValue)"])
        case .working where isOpen:
            _ = try await house.store.write { try $0.endOutage(kind, at: now) }
            house.log.notice("outage.end recorded", metadata: ["kind": "\(kind.rawValue)"])
        case .failing, .working, .unknown: break
        }
    }

    /// Nobody may be using it just now: the storage is tried, and checks harm nobody while no file waits for them.
    private func ask(_ kind: Outage.Kind, isOpen: Bool) async throws {
        switch kind {
        case .storage:
            guard isOpen || house.outages[kind] != .unknown else { return }
            do {
                try await house.papers.probe()
                house.outages.worked(.storage)
            } catch { house.outages.failed(.storage, at: house.clock.now) }
        case .checks:
            if try await house.store.read({ try $0.inspectionsOutstanding() }) == 0 { house.outages.worked(.checks) }
        case .network: break
        }
    }
}
