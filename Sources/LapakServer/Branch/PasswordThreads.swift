import LapakDomain
import LapakGround

/// Compares passwords on threads of its own: few at once, so that memory and processors stay for everyone else, and few waiting.
struct PasswordThreads: Sendable {
    private let threads: BlockingThreads<Void>

    init(count: Int) { threads = BlockingThreads(name: "password", count: count, mostWaiting: 16) }

    /// Whether the password has this hash. Refuses when too many wait already.
    func matches(_ password: String, _ stored: String) async throws -> Bool {
        do throws(NotDone) {
            return try await threads.finish { _, _ in Password.matches(password, stored) }
        } catch { throw Refusal.tooMany }
    }
}
