import Foundation
import Synchronization

/// Threads of our own that may block: a few at once, a bounded number waiting. Threads end when nothing waits.
final class BlockingLine: Sendable {
    private struct Job: Sendable {
        let ticket: Ticket
        let run: @Sendable () -> Void
        let refuse: @Sendable (any Error) -> Void
    }
    private struct State {
        var waiting: [Job] = []
        var running = 0
    }
    private let state = Mutex(State())
    private let atOnce: Int
    private let mostWaiting: Int

    init(atOnce: Int, mostWaiting: Int) {
        self.atOnce = atOnce
        self.mostWaiting = mostWaiting
    }

    /// How many run and wait at this moment.
    var load: (running: Int, waiting: Int) { state.withLock { ($0.running, $0.waiting.count) } }

    /// Runs the work on a thread of its own when its turn comes. The work looks at its ticket now and then, and ends when that is cancelled.
    ///
    /// Throws what the work throws, `Crowded` when too many wait already, `CancellationError` when cancelled while waiting.
    func run<T: Sendable>(_ work: @escaping @Sendable (Ticket) throws -> T) async throws -> T {
        let ticket = Ticket()
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                add(
                    Job(
                        ticket: ticket, run: { continuation.resume(with: Result { try work(ticket) }) },
                        refuse: { continuation.resume(throwing: $0) }))
            }
        } onCancel: {
            withdraw(ticket)
        }
    }

    private func add(_ job: Job) {
        let (refusal, start): ((any Error)?, Bool) = state.withLock { state in
            if job.ticket.isCancelled { return (CancellationError(), false) }
            if state.running < atOnce {
                state.waiting.append(job)
                state.running += 1
                return (nil, true)
            }
            guard state.waiting.count < mostWaiting else { return (Crowded(), false) }
            state.waiting.append(job)
            return (nil, false)
        }
        if let refusal { job.refuse(refusal) }
        if start { Thread.detachNewThread { [self] in drain() } }
    }

    /// Takes a job out of the line whose caller has gone; one that runs already notices by its ticket.
    private func withdraw(_ ticket: Ticket) {
        ticket.cancel()
        let job = state.withLock { state in
            state.waiting.firstIndex { $0.ticket === ticket }.map { state.waiting.remove(at: $0) }
        }
        job?.refuse(CancellationError())
    }

    private func drain() {
        while let job = next() { job.run() }
    }

    private func next() -> Job? {
        state.withLock { state in
            guard state.waiting.isEmpty else { return state.waiting.removeFirst() }
            state.running -= 1
            return nil
        }
    }
}

/// Whether whoever asked for some work still wants it.
final class Ticket: Sendable {
    private let cancelled = Atomic(false)
    var isCancelled: Bool { cancelled.load(ordering: .acquiring) }
    func cancel() { cancelled.store(true, ordering: .releasing) }
}

/// Too many wait already; nothing was begun, and trying again in a while is right.
package struct Crowded: Error {
    package init() {}
}
