import LapakDomain
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
