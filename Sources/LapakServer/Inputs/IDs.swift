package import LapakDomain
package import LapakStore
import Synchronization

/// Makes identities: 41 bits of milliseconds since 2024, 10 bits of the process's number, 12 bits counted.
///
/// The database gives the number (`Node`), so that no two processes have the same. Tools that run alone go by chance.
package final class IDs: Sendable {
    private let last = Mutex<(millisecond: Int64, count: Int64)>((0, 0))
    private let number = Atomic(Int64.random(in: 0..<Node.numbers))
    /// What this process calls itself to the others.
    package let holder = String(UInt64.random(in: .min ... .max), radix: 36)

    package init() {}

    package var node: Int64 { number.load(ordering: .relaxed) }
    /// From now on identities have this number.
    package func take(node: Int64) { number.store(node, ordering: .relaxed) }

    /// A new identity; in a millisecond with more than 4096 of them it takes from the next one. Later moments than 41 bits hold count
    /// as the last of them.
    package func next<Noun>(at now: Instant) -> ID<Noun> {
        let millisecond = min(max(0, now.milliseconds.minus(1_704_067_200_000)), (1 << 41) - 1)
        return last.withLock { last in
            if millisecond > last.millisecond { last = (millisecond, 0) } else { last.count += 1 }
            if last.count > 4095 { last = (last.millisecond + 1, 0) }
            return ID(last.millisecond << 22 | node << 12 | last.count)
        }
    }

    /// What changes take their identities and chance from.
    package var fresh: Fresh {
        Fresh(
            id: { (self.next(at: $0) as ID<Void>).rawValue }, number: { ClaimNumber(chance: UInt64.random(in: .min ... .max)) },
            quiet: { Span(milliseconds: Int64.random(in: $0.quietAtLeast.milliseconds...$0.quietAtMost.milliseconds)) })
    }
}
