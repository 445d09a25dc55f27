import LapakDomain
import LapakGround
import Synchronization

/// Compares passwords on threads of its own: few at once, so that memory and processors stay for everyone else, and in a line that is fair
/// to every place in the network: guesses from one do not keep the others from their first sign-in.
final class PasswordThreads: Sendable {
    private struct State {
        var line = FairLine<NetworkSource?, CheckedContinuation<Void, Never>>(mostOfOne: 16, most: 1_024)
        var running = 0
    }
    private let threads: BlockingThreads<Void>
    private let count: Int
    private let state = Mutex(State())

    init(count: Int) {
        self.count = count
        threads = BlockingThreads(name: "password", count: count, mostWaiting: 16)
    }

    /// Whether the password has this hash. Refuses when too many of this place, or of all, wait already.
    func matches(_ password: String, _ stored: String, from source: NetworkSource?) async throws -> Bool {
        guard await hasTurn(source) else { throw Refusal.tooMany }
        defer { leave() }
        do throws(NotDone) {
            return try await threads.finish { _, _ in Password.matches(password, stored) }
        } catch { throw Refusal.tooMany }
    }

    /// Waits for a turn; false where the line is full.
    private func hasTurn(_ source: NetworkSource?) async -> Bool {
        let outcome = Outcome()
        await withCheckedContinuation { continuation in
            let goesOn = state.withLock { state in
                if state.running < count {
                    state.running += 1
                    return true
                }
                let joined = state.line.join(continuation, from: source)
                if !joined { outcome.refuse() }
                return !joined
            }
            if goesOn { continuation.resume() }
        }
        return !outcome.isRefused
    }

    private func leave() {
        let next = state.withLock { state in
            let next = state.line.next()
            if next == nil { state.running -= 1 }
            return next
        }
        next?.resume()
    }

    private final class Outcome: Sendable {
        private let refused = Atomic(false)
        var isRefused: Bool { refused.load(ordering: .acquiring) }
        func refuse() { refused.store(true, ordering: .releasing) }
    }
}
