import LapakDomain
import LapakStore
import Logging

/// Writes down when members could not send papers for more than a minute by our fault, and when they can again: the
/// deadlines move by that.
struct OutageService: Rounds {
    let app: App
    /// A shorter trouble costs nobody a deadline.
    static let patience = Span.minutes(1)
    let name = "outages"
    let pace = Pace.every(.seconds(5))

    func tick() async throws {
        let open = try await app.store.read { try $0.openOutages() }
        for kind in [Outage.Kind.storage, .checks] { try await look(at: kind, isOpen: open.contains(kind)) }
    }

    private func look(at kind: Outage.Kind, isOpen: Bool) async throws {
        if isOpen || app.outages[kind] != .working { try await ask(kind, isOpen: isOpen) }
        let now = app.clock.now
        switch app.outages[kind] {
        case .failing(let since) where !isOpen && now - since >= Self.patience:
            let id: ID<Outage> = app.ids.next(at: now)
            try await app.store.write(in: app.context(at: now)) { try $0.openOutage(id, kind, from: since) }
            app.log.error("outage.begin recorded", metadata: ["kind": "\(kind.rawValue)"])
        case .working where isOpen:
            _ = try await app.store.write(in: app.context(at: now)) { try $0.endOutage(kind) }
            app.log.notice("outage.end recorded", metadata: ["kind": "\(kind.rawValue)"])
        case .failing, .working, .unknown: break
        }
    }

    /// Nobody may be using it just now: the storage is tried, and checks harm nobody while no file waits for them.
    private func ask(_ kind: Outage.Kind, isOpen: Bool) async throws {
        switch kind {
        case .storage:
            guard isOpen || app.outages[kind] != .unknown else { return }
            do {
                try await app.papers.probe()
                app.outages.worked(.storage)
            } catch { app.outages.failed(.storage, at: app.clock.now) }
        case .checks:
            if try await app.store.read({ try $0.inspectionsOutstanding() }) == 0 { app.outages.worked(.checks) }
        case .network: break
        }
    }
}
