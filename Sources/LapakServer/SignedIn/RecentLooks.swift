import LapakDomain
import LapakStore
import Synchronization

/// Who looked at what in the last minutes, so that turning pages is one look and not one for every picture.
///
/// Only in memory: after a restart a look may be told twice, never not at all.
final class RecentLooks: Sendable {
    private struct Look: Hashable {
        let staff: ID<Staff>
        let document: ID<Document>
    }
    private let known = Mutex<[Look: Instant]>([:])
    /// A look lasts this long from its first picture.
    static let lasts = Span.minutes(10)
    private static let most = 10_000

    func isKnown(_ staff: ID<Staff>, _ document: ID<Document>, at now: Instant) -> Bool {
        known.withLock { $0[Look(staff: staff, document: document)].map { now < $0 + Self.lasts } ?? false }
    }

    func remember(_ staff: ID<Staff>, _ document: ID<Document>, at now: Instant) {
        known.withLock { known in
            if known.count >= Self.most { known = known.filter { now < $0.value + Self.lasts } }
            if known.count >= Self.most { known.removeAll() }
            known[Look(staff: staff, document: document)] = now
        }
    }
}
