import LapakGround

/// A few threads of our own on which the disk may block.
package struct DiskThreads: Sendable {
    private let threads: BlockingThreads<Void>

    /// More than `waitingLimit` that wait are refused.
    package init(count: Int = 8, waitingLimit: Int = 2000) {
        threads = BlockingThreads(name: "disk", count: count, mostWaiting: waitingLimit)
    }

    /// Carries out `work` on one of the threads. Throws `crowded` at once when too many wait. Work that has been taken is done
    /// even if the caller's task is cancelled: half a write helps nobody.
    package func run<Value: Sendable>(
        _ work: @escaping @Sendable () throws(VaultTrouble) -> Value
    ) async throws(VaultTrouble) -> Value {
        let result: Result<Value, VaultTrouble>
        do throws(NotDone) {
            result = try await threads.finish { _, _ in Result(catching: work) }
        } catch { throw .crowded }
        return try result.get()
    }
}
