import LapakStore

extension Store {
    /// The bell of the journal and a tick in one: at most one waits while the listener is busy.
    func wakes(orEvery interval: Duration) -> AsyncStream<Void> {
        let bells = bells()
        return AsyncStream(bufferingPolicy: .bufferingNewest(1)) { continuation in
            let tasks = [
                Task { for await _ in bells { continuation.yield() } },
                Task { for await _ in AsyncStream.ticks(every: interval) { continuation.yield() } },
            ]
            continuation.onTermination = { _ in for task in tasks { task.cancel() } }
        }
    }
}
