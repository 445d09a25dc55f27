import LapakDomain
import LapakStore

extension App {
    /// One change, with an identity for a place in the waiting list that it may lead to; that somebody else was faster is no trouble.
    func settled<T: Sendable>(_ change: @escaping @Sendable (Work, ID<Ticket>) throws -> T) async throws {
        let ticket: ID<Ticket> = secrets.id(at: clock.now)
        do { _ = try await store.write { try change($0, ticket) } } catch is Refusal {}
    }
}
