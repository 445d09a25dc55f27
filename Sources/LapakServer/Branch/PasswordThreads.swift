import Foundation
import LapakDomain
import Synchronization

/// Compares passwords on threads of its own: few at once, so that memory and processors stay for everyone else, and few
/// waiting. Threads end when nothing waits.
final class PasswordThreads: Sendable {
    private struct State {
        var jobs: [@Sendable () -> Void] = []
        var running = 0
    }
    private let state = Mutex(State())
    private let count: Int
    private static let mostWaiting = 16

    init(count: Int) { self.count = count }

    /// Whether the password has this hash. Refuses when too many wait already.
    func matches(_ password: String, _ stored: String) async throws -> Bool {
        try await withCheckedThrowingContinuation { continuation in
            let accepted = push { continuation.resume(returning: Password.matches(password, stored)) }
            if !accepted { continuation.resume(throwing: Refusal.tooMany) }
        }
    }

    private func push(_ job: @escaping @Sendable () -> Void) -> Bool {
        let (accepted, start) = state.withLock { state in
            guard state.jobs.count < Self.mostWaiting else { return (false, false) }
            state.jobs.append(job)
            guard state.running < count else { return (true, false) }
            state.running += 1
            return (true, true)
        }
        if start { Thread.detachNewThread { [self] in drain() } }
        return accepted
    }

    private func drain() {
        while let job = next() { job() }
    }

    private func next() -> (@Sendable () -> Void)? {
        state.withLock { state in
            guard state.jobs.isEmpty else { return state.jobs.removeFirst() }
            state.running -= 1
            return nil
        }
    }
}
