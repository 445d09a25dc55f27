package import LapakDomain
package import LapakStore
import Synchronization

/// Makes identities: 41 bits of milliseconds since 2024, 10 bits of chance per process, 12 bits counted.
package final class IDs: Sendable {
    private let last = Mutex<(millisecond: Int64, count: Int64)>((0, 0))
    private let node = Int64.random(in: 0..<1024)

    package init() {}

    /// A new identity; in a millisecond with more than 4096 of them it takes from the next one.
    package func next<Noun>(at now: Instant) -> ID<Noun> {
        let millisecond = max(0, now.milliseconds - 1_704_067_200_000)
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
