import LapakGround

extension BlockingThreads<Void> {
    /// Runs the work when its turn comes. The work looks at its cancellation now and then, and ends when the caller has gone.
    ///
    /// Throws what the work throws, `Crowded` when too many wait already, `CancellationError` when cancelled while waiting.
    func attempt<Value: Sendable>(_ work: @escaping @Sendable (Cancellation) throws -> Value) async throws -> Value {
        let result: Result<Value, any Error>
        do throws(NotDone) {
            result = try await run { _, cancellation in Result { try work(cancellation) } }
        } catch {
            throw error == .crowded ? Crowded() : CancellationError() as any Error
        }
        return try result.get()
    }
}
