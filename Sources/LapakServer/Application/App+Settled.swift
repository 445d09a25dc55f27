import LapakDomain
import LapakStore

extension App {
    /// One change by the clock; that somebody else was faster is no trouble.
    func settled<T: Sendable>(_ change: @escaping @Sendable (Work) throws -> T) async throws {
        do { _ = try await store.write(in: context(), change: change) } catch is Refusal {}
    }
}
