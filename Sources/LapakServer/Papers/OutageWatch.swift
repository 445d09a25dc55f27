import LapakDomain
import LapakStore
import LapakVault
import Logging
import ServiceLifecycle
import Synchronization

/// What of ours works and what does not, as those see it who use it.
final class OutageWatch: Sendable {
    enum Seen: Hashable, Sendable {
        case unknown
        case working
        case failing(since: Instant)
    }
    private let seen = Mutex<[Outage.Kind: Seen]>([:])

    func failed(_ kind: Outage.Kind, at now: Instant) {
        seen.withLock { seen in
            if case .failing = seen[kind] { return }
            seen[kind] = .failing(since: now)
        }
    }
    func worked(_ kind: Outage.Kind) { seen.withLock { $0[kind] = .working } }

    subscript(kind: Outage.Kind) -> Seen { seen.withLock { $0[kind] ?? .unknown } }
}

/// Writes down when members could not send papers for more than a minute by our fault, and when they can again: the
/// deadlines move by that.
struct OutageService: Service {
    let house: House
    /// A shorter trouble costs nobody a deadline.
    static let patience = Span.minutes(1)

    func run() async throws {
        for await _ in every(.seconds(5)).cancelOnGracefulShutdown() {
            do { try await tick() } catch { house.log.error("outages are not written down", metadata: ["error": "\(error)"]) }
        }
    }

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
            house.log.error("an outage of ours begins", metadata: ["kind": "\(kind.rawValue)"])
        case .working where isOpen:
            _ = try await house.store.write { try $0.endOutage(kind, at: now) }
            house.log.notice("an outage of ours is over", metadata: ["kind": "\(kind.rawValue)"])
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

extension PaperVault {
    /// Whether a file can be kept, read and removed again.
    package func probe() async throws {
        let chance = chance.bytes(40)
        let number = chance.prefix(7).reduce(Int64(0)) { $0 << 8 | Int64($1) }
        let name = BlobName(claim: ID<Claim>(0), document: ID<Document>(number), version: 0)
        let path = folder.incoming(name)
        let seal = Seal(ClaimKey(for: ID(0), chance: Array(chance.suffix(32))), document: ID<Document>(0), version: 0)
        try await disk.run { () throws(VaultTrouble) in _ = try SealedWriter.create(at: path, seal).finish() }
        try await blobs.put(path, as: name)
        let file = try await blobs.open(name)
        _ = try await disk.run { () throws(VaultTrouble) in try SealedReader(file, seal).check() }
        try await blobs.remove(name)
    }
}
