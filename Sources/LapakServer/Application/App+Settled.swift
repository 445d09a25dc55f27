import LapakDomain
import LapakStore

extension App {
    /// One change by the clock at this moment; that somebody else was faster is no trouble.
    func settled<T: Sendable>(at now: Instant, _ change: @escaping @Sendable (Work) throws -> T) async throws {
        do { _ = try await store.write(in: context(at: now), change: change) } catch is Refusal {}
    }
}
