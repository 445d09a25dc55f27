import Foundation
import Synchronization

/// A few threads of our own on which the disk may block, so that the cooperative threads never do.
///
/// They are made when there is work and end when there is none. More than `waitingLimit` that wait are refused.
package final class DiskThreads: Sendable {
    private struct State {
        var waiting: [@Sendable () -> Void] = []
        var running = 0
    }
    private let state = Mutex(State())
    private let count: Int
    private let waitingLimit: Int

    package init(count: Int = 8, waitingLimit: Int = 2000) {
        self.count = count
        self.waitingLimit = waitingLimit
    }

    /// Carries out `work` on one of the threads. Throws `crowded` at once when too many wait. Work that has been taken is done
    /// even if the caller's task is cancelled: half a write helps nobody.
    package func run<Value: Sendable>(
        _ work: @escaping @Sendable () throws(VaultTrouble) -> Value
    ) async throws(VaultTrouble) -> Value {
        let result: Result<Value, VaultTrouble> = await withCheckedContinuation { answer in
            let isTaken = take { answer.resume(returning: Result(catching: work)) }
            if !isTaken { answer.resume(returning: .failure(.crowded)) }
        }
        return try result.get()
    }

    private func take(_ work: @escaping @Sendable () -> Void) -> Bool {
        let (isTaken, starts) = state.withLock { state in
            guard state.waiting.count < waitingLimit else { return (false, false) }
            state.waiting.append(work)
            guard state.running < count else { return (true, false) }
            state.running += 1
            return (true, true)
        }
        if starts { Thread.detachNewThread { [self] in while let work = next() { work() } } }
        return isTaken
    }

    private func next() -> (@Sendable () -> Void)? {
        state.withLock { state in
            guard state.waiting.isEmpty else { return state.waiting.removeFirst() }
            state.running -= 1
            return nil
        }
    }
}
