/// A few threads of our own on which work may block, so that the cooperative threads never do.
///
/// First come, first served; more than `mostWaiting` that wait for a thread are refused. Threads start when there is work. Each has
/// a tool of its own (a connection, a handle) that is made on it and never leaves it. Work that nobody waits for any more can be
/// withdrawn. When the last reference to the pool goes, what still waits is refused and the threads end.
package final class BlockingThreads<Tool>: Sendable {
    /// Takes the thread's tool, and says by its cancellation whether the caller still waits.
    package typealias Work<Value> = @Sendable (inout Tool, Cancellation) -> Value

    private let line: ThreadQueue<Tool>

    /// - Parameters:
    ///   - name: of the threads, for debuggers; at most 15 bytes are shown.
    ///   - count: the most threads at once.
    ///   - mostWaiting: how much work may wait for a thread.
    ///   - isKept: whether threads with nothing to do stay with their tools; otherwise they end.
    package init(
        name: String, count: Int, mostWaiting: Int, isKept: Bool, tool: @escaping @Sendable () -> Tool
    ) {
        line = ThreadQueue(name: name, count: count, mostWaiting: mostWaiting, isKept: isKept, tool: tool)
    }

    deinit { line.close() }

    /// How much work is being done and how much waits for a thread now.
    package var load: (running: Int, waiting: Int) { line.load }

    /// Does the work on one of the threads, whatever becomes of the caller. Throws at once when it may not wait.
    package func finish<Value: Sendable>(_ work: @escaping Work<Value>) async throws(NotDone) -> Value {
        let cancellation = Cancellation()
        return try await enter(cancellation, by: nil, work).get()
    }

    /// Does the work as long as the caller wants it: a cancelled task leaves the line at once, and work that runs is told by its
    /// cancellation. Work whose deadline passes in the line is answered `late` when a thread next comes free.
    package func run<Value: Sendable>(
        by deadline: ContinuousClock.Instant? = nil, _ work: @escaping Work<Value>
    ) async throws(NotDone) -> Value {
        let cancellation = Cancellation()
        let result = await withTaskCancellationHandler {
            await enter(cancellation, by: deadline, work)
        } onCancel: {
            line.withdraw(cancellation)
        }
        return try result.get()
    }

    /// Refuses new and waiting work and returns when the threads have ended.
    package func stop() async {
        line.close()
        await line.drained()
    }

    /// The same, without waiting for the threads.
    package func close() { line.close() }

    private func enter<Value: Sendable>(
        _ cancellation: Cancellation, by deadline: ContinuousClock.Instant?, _ work: @escaping Work<Value>
    ) async -> Result<Value, NotDone> {
        await withCheckedContinuation { answer in
            line.add(
                ThreadJob(
                    cancellation: cancellation, deadline: deadline,
                    run: { tool in
                        let value = work(&tool, cancellation)
                        return { answer.resume(returning: .success(value)) }
                    }, refuse: { answer.resume(returning: .failure($0)) }))
        }
    }
}

extension BlockingThreads where Tool == Void {
    /// Threads without a tool; they end when nothing waits.
    package convenience init(name: String, count: Int, mostWaiting: Int) {
        self.init(name: name, count: count, mostWaiting: mostWaiting, isKept: false) {}
    }
}
