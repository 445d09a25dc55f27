import LapakDomain
import Synchronization

/// What strangers may ask for, counted for each place in the network and only in memory: whoever is refused leaves nothing behind.
///
/// Each process counts for itself. A browser that proved somebody before is no stranger and is not counted.
final class SourceBudgets: Sendable {
    /// What is counted apart from each other.
    enum Act: Hashable, Sendable {
        case registration, code, signIn, pairing
        /// Codes for one claim or one address.
        case codeFor(String)

        fileprivate func rate(_ policy: SourcePolicy) -> SourceRate {
            switch self {
            case .registration: policy.registrations
            case .code: policy.codes
            case .codeFor: policy.codesForOne
            case .signIn: policy.signIns
            case .pairing: policy.pairings
            }
        }
    }

    private struct Key: Hashable, Sendable {
        let act: Act
        let source: NetworkSource
    }
    private let buckets = Mutex(TokenBuckets<Key>())

    /// Takes one from each of these budgets, or from none. Refuses with `crowded`. Without a source nothing is counted.
    func pay(_ acts: Act..., by source: NetworkSource?, under policy: Policy, at now: Instant) throws(Refusal) {
        guard let source else { return }
        let wanted = acts.map { (Key(act: $0, source: source), $0.rate(policy.sources)) }
        let again = buckets.withLock { $0.take(wanted, at: now) }
        if let again { throw .crowded(until: again) }
    }
}

/// Buckets that refill evenly, one for each key; so many of them at most.
struct TokenBuckets<Key: Hashable & Sendable>: Sendable {
    private struct Bucket {
        /// When it will be full again.
        var full: Instant
    }
    private var buckets: [Key: Bucket] = [:]
    let most: Int

    init(most: Int = 100_000) { self.most = most }

    var count: Int { buckets.count }

    /// Takes one from each, or none; answers when all have one again where one is empty.
    mutating func take(_ wanted: [(key: Key, rate: SourceRate)], at now: Instant) -> Instant? {
        var latest: Instant?
        for (key, rate) in wanted {
            let next = max(buckets[key]?.full ?? now, now) + rate.pause
            let last = now + Span(milliseconds: rate.pause.milliseconds * Int64(rate.burst))
            if next > last { latest = max(latest ?? now, now + (next - last)) }
        }
        guard latest == nil else { return latest }
        for (key, rate) in wanted {
            if buckets[key] == nil, buckets.count >= most { forget(at: now) }
            buckets[key] = Bucket(full: max(buckets[key]?.full ?? now, now) + rate.pause)
        }
        return nil
    }

    /// A full bucket says nothing; where all have said something, those go that are full soonest.
    private mutating func forget(at now: Instant) {
        buckets = buckets.filter { now < $0.value.full }
        guard buckets.count >= most else { return }
        let kept = buckets.sorted { $0.value.full > $1.value.full }.prefix(most / 2)
        buckets = Dictionary(uniqueKeysWithValues: kept.map { ($0.key, $0.value) })
    }
}
