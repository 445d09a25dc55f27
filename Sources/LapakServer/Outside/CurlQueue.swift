import Dispatch
import Synchronization

/// The transfers that wait for a thread: first come, first served, bounded.
///
/// The only state that callers and threads share. Every answer is given exactly once and outside the lock.
final class CurlQueue: Sendable {
    typealias Answer = CheckedContinuation<Result<CurlAnswer, CurlTrouble>, Never>

    struct Job: Sendable {
        let transfer: CurlTransfer
        let ticket: CurlTicket
        let deadline: ContinuousClock.Instant
        let answer: Answer
    }

    private struct State {
        var waiting: [Job] = []
        var running = 0
        var threads: Int
        var isStopped = false
        var farewells: [CheckedContinuation<Void, Never>] = []
    }

    private let state: Mutex<State>
    private let arrivals = DispatchSemaphore(value: 0)
    private let limit: Int

    init(threads: Int, limit: Int) {
        state = Mutex(State(threads: threads))
        self.limit = limit
    }

    var load: (running: Int, waiting: Int) { state.withLock { ($0.running, $0.waiting.count) } }

    /// Lines a job up, or answers it at once when it may not wait.
    func add(_ job: Job) {
        let refusal: CurlTrouble? = state.withLock { state in
            if state.isStopped { return .stopped }
            if job.ticket.isCancelled { return .cancelled }
            if state.waiting.count >= limit { return .crowded }
            state.waiting.append(job)
            return nil
        }
        if let refusal { job.answer.resume(returning: .failure(refusal)) } else { arrivals.signal() }
    }

    /// Takes a job out of the line whose caller has gone; one that runs already notices by its ticket.
    func withdraw(_ ticket: CurlTicket) {
        ticket.cancel()
        let job = state.withLock { state in
            state.waiting.firstIndex { $0.ticket === ticket }.map { state.waiting.remove(at: $0) }
        }
        job?.answer.resume(returning: .failure(.cancelled))
    }

    /// The next job for a thread, which waits here for one; nil when the thread must end.
    func next() -> Job? {
        while true {
            arrivals.wait()
            let now = ContinuousClock.now
            let (job, late, isStopped) = state.withLock { state in
                let late = state.waiting.filter { $0.deadline <= now }
                if !late.isEmpty { state.waiting.removeAll { $0.deadline <= now } }
                let job = state.waiting.isEmpty ? nil : state.waiting.removeFirst()
                if job != nil { state.running += 1 }
                return (job, late, state.isStopped)
            }
            for job in late { job.answer.resume(returning: .failure(.timeLimit)) }
            if let job { return job }
            if isStopped { return nil }
        }
    }

    func finish(_ job: Job, _ result: Result<CurlAnswer, CurlTrouble>) {
        state.withLock { $0.running -= 1 }
        job.answer.resume(returning: result)
    }

    /// Refuses what waits and lets the threads go once their running transfer has ended.
    func close() {
        let (refused, threads) = state.withLock { state in
            state.isStopped = true
            let refused = state.waiting
            state.waiting = []
            return (refused, state.threads)
        }
        for job in refused { job.answer.resume(returning: .failure(.stopped)) }
        for _ in 0..<threads { arrivals.signal() }
    }

    /// A thread has left.
    func leave() {
        let farewells = state.withLock { state in
            state.threads -= 1
            guard state.threads == 0 else { return [CheckedContinuation<Void, Never>]() }
            defer { state.farewells = [] }
            return state.farewells
        }
        for farewell in farewells { farewell.resume() }
    }

    /// Returns when all threads have left; call after `close`.
    func drained() async {
        await withCheckedContinuation { farewell in
            let alreadyEmpty = state.withLock { state in
                if state.threads > 0 { state.farewells.append(farewell) }
                return state.threads == 0
            }
            if alreadyEmpty { farewell.resume() }
        }
    }
}
