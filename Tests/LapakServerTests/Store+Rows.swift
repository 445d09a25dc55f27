import LapakStore

extension Store {
    /// Rows by themselves: a change that asks for no moment, author or nation.
    func write<T: Sendable>(_ needs: Need..., change: @escaping @Sendable (Work) throws -> T) async throws -> T {
        try await write(in: .bookkeeping, needing: needs, change: change)
    }
}
