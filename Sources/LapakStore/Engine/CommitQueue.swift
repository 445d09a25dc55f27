import LapakDomain
import Synchronization

/// Group commit: what waits is committed together, and everyone is answered after the commit.
///
/// Jobs run one after another on values in memory (`Work`); a refusal drops that job alone. What may pass (a deadlock, a
/// busy file) is done again as it is; when the database objects to the content, the batch is halved until the job that it
/// objects to stands alone. A commit whose answer never came is never done again: everyone in it is told. No linger: a
/// batch forms by itself while the last commit runs. One commit queue per process; several processes on PostgreSQL meet at row
/// locks and, last, at the journal's head.
final class CommitQueue: Sendable {
    struct Job: Sendable {
        let context: Context
        let needs: [Need]
        let run: @Sendable (Work) throws -> any Sendable
        let answer: @Sendable (Result<any Sendable, any Error>) -> Void
    }

    private struct State {
        var waiting: [Job] = []
        var draining = false
    }

    private let driver: any Driver
    private let state = Mutex(State())
    private let grew: @Sendable ([Journal.Line]) -> Void
    static let batch = 256
    static let mostWaiting = 8192

    /// `grew` is called after a commit that made the journal longer, with its lines, in the order of the commits.
    init(_ driver: any Driver, grew: @escaping @Sendable ([Journal.Line]) -> Void) {
        self.driver = driver
        self.grew = grew
    }

    func write<T: Sendable>(in context: Context, _ needs: [Need], _ body: @escaping @Sendable (Work) throws -> T) async throws -> T {
        let result = try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<any Sendable, any Error>) in
            enqueue(Job(context: context, needs: needs, run: { try body($0) }, answer: { continuation.resume(with: $0) }))
        }
        guard let result = result as? T else { throw DatabaseTrouble(.other, "a job answered with another type") }
        return result
    }

    private func enqueue(_ job: Job) {
        let (accepted, start) = state.withLock { state in
            guard state.waiting.count < Self.mostWaiting else { return (false, false) }
            state.waiting.append(job)
            defer { state.draining = true }
            return (true, !state.draining)
        }
        if !accepted { job.answer(.failure(DatabaseTrouble(.overload, "too many changes are waiting"))) }
        if start { Task { await drain() } }
    }

    private func drain() async {
        while true {
            let jobs = state.withLock { state in
                let jobs = Array(state.waiting.prefix(Self.batch))
                state.waiting.removeFirst(jobs.count)
                if jobs.isEmpty { state.draining = false }
                return jobs
            }
            if jobs.isEmpty { return }
            await commit(jobs[...], attempt: 0)
        }
    }

    private func commit(_ jobs: ArraySlice<Job>, attempt: Int) async {
        do {
            let (results, lines) = try await driver.transaction { try CommitQueue.perform(jobs, on: $0) }
            if !lines.isEmpty { grew(lines) }
            for (job, result) in zip(jobs, results) { job.answer(result) }
        } catch {
            if attempt < 6, passes(error, alone: jobs.count == 1) {
                try? await Task.sleep(for: .milliseconds(2 << attempt))
                await commit(jobs, attempt: attempt + 1)
            } else if jobs.count > 1, !((error as? DatabaseTrouble)?.concernsEveryone ?? false) {
                let half = jobs.startIndex + jobs.count / 2
                await commit(jobs[..<half], attempt: 0)
                await commit(jobs[half...], attempt: 0)
            } else {
                let collision = error as? Collision
                for job in jobs { job.answer(.failure(collision?.refusal ?? collision?.trouble ?? error)) }
            }
        }
    }

    /// Whether the same may succeed when it is done again. A lone job that collides without a refusal was overtaken by
    /// another process: what that one wrote can be seen now.
    private func passes(_ error: any Error, alone: Bool) -> Bool {
        if let collision = error as? Collision { return alone && collision.refusal == nil }
        return (error as? DatabaseTrouble)?.isPassing ?? false
    }

    private static func perform(
        _ jobs: ArraySlice<Job>, on connection: any SQLConnection
    ) throws -> (results: [Result<any Sendable, any Error>], lines: [Journal.Line]) {
        let work = Work(connection)
        try work.prefetch(jobs.flatMap { $0.needs })
        let results = try jobs.map { job -> Result<any Sendable, any Error> in
            do {
                work.begin(in: job.context)
                let result = try job.run(work)
                try work.keep()
                return .success(result)
            } catch let trouble as DatabaseTrouble {
                throw trouble
            } catch let collision as Collision {
                throw collision
            } catch {
                try work.drop()
                return .failure(error)
            }
        }
        try work.flush()
        let lines = try work.writeJournal()
        if !lines.isEmpty, let wakeUp = connection.dialect.wakeUp { try connection.execute(wakeUp, []) }
        return (results, lines)
    }
}
