import Dispatch
import Foundation
import Synchronization

/// Work in the line of `BlockingThreads`.
struct ThreadJob<Tool>: Sendable {
    let cancellation: Cancellation
    let deadline: ContinuousClock.Instant?
    /// Does the work; what it returns tells the caller.
    let run: @Sendable (inout Tool) -> @Sendable () -> Void
    let refuse: @Sendable (NotDone) -> Void
}

/// What waits for a thread, and the threads: the only state that callers and threads share.
///
/// Every caller is answered exactly once, and outside the lock.
final class ThreadQueue<Tool>: Sendable {
    private struct State {
        var waiting: [ThreadJob<Tool>] = []
        var running = 0
        /// Threads that live.
        var alive = 0
        /// Those of them that wait for the semaphore.
        var idle = 0
        var isClosed = false
        var farewells: [CheckedContinuation<Void, Never>] = []
    }

    private let state = Mutex(State())
    private let arrivals = DispatchSemaphore(value: 0)
    private let name: String
    private let count: Int
    private let mostWaiting: Int
    private let isKept: Bool
    private let tool: @Sendable () -> Tool

    init(name: String, count: Int, mostWaiting: Int, isKept: Bool, tool: @escaping @Sendable () -> Tool) {
        self.name = name
        self.count = count
        self.mostWaiting = mostWaiting
        self.isKept = isKept
        self.tool = tool
    }

    var load: (running: Int, waiting: Int) { state.withLock { ($0.running, $0.waiting.count) } }

    private enum Entry {
        case wakes, starts, waits
        case refused(NotDone)
    }

    /// Lines work up, or refuses it at once.
    func add(_ job: ThreadJob<Tool>) {
        let entry = state.withLock { state -> Entry in
            if state.isClosed { return .refused(.stopped) }
            if job.cancellation.isCancelled { return .refused(.cancelled) }
            if state.idle > 0 {
                state.idle -= 1
                state.waiting.append(job)
                return .wakes
            }
            if state.alive < count {
                state.alive += 1
                state.waiting.append(job)
                return .starts
            }
            guard state.waiting.count < mostWaiting else { return .refused(.crowded) }
            state.waiting.append(job)
            return .waits
        }
        switch entry {
        case .wakes: arrivals.signal()
        case .starts: start()
        case .waits: break
        case .refused(let reason): job.refuse(reason)
        }
    }

    /// Takes work out of the line whose caller has gone; work that runs already notices by its cancellation.
    func withdraw(_ cancellation: Cancellation) {
        cancellation.cancel()
        let job = state.withLock { state in
            state.waiting.firstIndex { $0.cancellation === cancellation }.map { state.waiting.remove(at: $0) }
        }
        job?.refuse(.cancelled)
    }

    /// Refuses what waits and lets the threads end once their work is done.
    func close() {
        let (refused, idle) = state.withLock { state in
            state.isClosed = true
            defer { (state.waiting, state.idle) = ([], 0) }
            return (state.waiting, state.idle)
        }
        for job in refused { job.refuse(.stopped) }
        for _ in 0..<idle { arrivals.signal() }
    }

    /// Returns when all threads have ended; call after `close`.
    func drained() async {
        await withCheckedContinuation { farewell in
            let isEmpty = state.withLock { state in
                if state.alive > 0 { state.farewells.append(farewell) }
                return state.alive == 0
            }
            if isEmpty { farewell.resume() }
        }
    }

    private func start() {
        let thread = Thread { [self] in
            var tool = tool()
            while let job = next() {
                let answer = job.run(&tool)
                state.withLock { $0.running -= 1 }
                answer()
            }
            // The tool goes last: to close it may take a while, and nobody needs to wait for that.
            withExtendedLifetime(tool) {}
        }
        thread.name = name
        thread.start()
    }

    /// The next work for a thread, which waits here for it where threads are kept; nil when the thread must end.
    private func next() -> ThreadJob<Tool>? {
        while true {
            let now = ContinuousClock.now
            let turn = state.withLock { state -> (job: ThreadJob<Tool>?, late: [ThreadJob<Tool>], farewells: Farewells?) in
                let late = state.waiting.filter { $0.deadline.map { $0 <= now } ?? false }
                if !late.isEmpty { state.waiting.removeAll { $0.deadline.map { $0 <= now } ?? false } }
                if !state.waiting.isEmpty {
                    state.running += 1
                    return (state.waiting.removeFirst(), late, nil)
                }
                if isKept, !state.isClosed {
                    state.idle += 1
                    return (nil, late, nil)
                }
                state.alive -= 1
                guard state.alive == 0 else { return (nil, late, []) }
                defer { state.farewells = [] }
                return (nil, late, state.farewells)
            }
            for job in turn.late { job.refuse(.late) }
            if let job = turn.job { return job }
            if let farewells = turn.farewells {
                for farewell in farewells { farewell.resume() }
                return nil
            }
            arrivals.wait()
        }
    }

    private typealias Farewells = [CheckedContinuation<Void, Never>]
}
