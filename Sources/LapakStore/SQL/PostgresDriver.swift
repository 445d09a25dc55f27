import Foundation
import Synchronization

/// PostgreSQL through libpq: one writer thread (the lane commits in groups), a few reader threads, and one that listens.
final class PostgresDriver: Driver {
    let dialect = Dialect.postgres
    let wakeUps: AsyncStream<Void>?
    private let writer: PostgresThreads
    private let readers: PostgresThreads
    private let listening = Switch()

    init(address: String, readers count: Int = 4) throws {
        _ = try PostgresConnection(address)
        writer = PostgresThreads(address, count: 1)
        readers = PostgresThreads(address, count: count)
        let (stream, continuation) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
        wakeUps = stream
        let listening = listening
        Thread.detachNewThread {
            while listening.isOn {
                do {
                    let connection = try PostgresConnection(address)
                    try connection.simple("LISTEN lapak_journal")
                    continuation.yield()
                    while listening.isOn { if try connection.waitForNotification() { continuation.yield() } }
                } catch { Thread.sleep(forTimeInterval: 0.5) }
            }
            continuation.finish()
        }
    }

    func transaction<T: Sendable>(_ body: @escaping @Sendable (any SQLConnection) throws -> T) async throws -> T {
        try await writer.run(in: "BEGIN", body)
    }

    func read<T: Sendable>(_ body: @escaping @Sendable (any SQLConnection) throws -> T) async throws -> T {
        try await readers.run(in: "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", body)
    }

    func close() async {
        listening.turnOff()
        writer.close()
        readers.close()
    }
}

/// Threads of our own that may block, each with one connection, fed by a bounded queue.
final class PostgresThreads: Sendable {
    typealias Job = @Sendable (Result<PostgresConnection, DatabaseTrouble>) -> Void
    private struct State {
        var jobs: [Job] = []
        var closed = false
    }
    private let state = Mutex(State())
    private let ready = DispatchSemaphore(value: 0)
    private let count: Int
    private static let most = 4096

    init(_ address: String, count: Int) {
        self.count = count
        for _ in 0..<count {
            Thread.detachNewThread { [self] in
                var connection: PostgresConnection?
                while let job = next() {
                    if connection?.isAlive != true { connection = nil }
                    do throws(DatabaseTrouble) {
                        if connection == nil { connection = try PostgresConnection(address) }
                    } catch { job(.failure(error)) }
                    if let connection { job(.success(connection)) }
                }
            }
        }
    }

    func run<T: Sendable>(in begin: String, _ body: @escaping @Sendable (any SQLConnection) throws -> T) async throws -> T {
        try await withCheckedThrowingContinuation { continuation in
            let accepted = push { connection in
                continuation.resume(
                    with: Result {
                        let connection = try connection.get()
                        try connection.simple(begin)
                        do {
                            let result = try body(connection)
                            try connection.commit()
                            return result
                        } catch {
                            try? connection.simple("ROLLBACK")
                            throw error
                        }
                    })
            }
            if !accepted {
                continuation.resume(throwing: DatabaseTrouble(.overload, "too many waiting for the database, or it was closed"))
            }
        }
    }

    func close() {
        state.withLock { $0.closed = true }
        for _ in 0..<count { ready.signal() }
    }

    private func push(_ job: @escaping Job) -> Bool {
        let accepted = state.withLock { state in
            guard !state.closed, state.jobs.count < Self.most else { return false }
            state.jobs.append(job)
            return true
        }
        if accepted { ready.signal() }
        return accepted
    }

    /// The next job; nil once closed and empty.
    private func next() -> Job? {
        ready.wait()
        return state.withLock { $0.jobs.isEmpty ? nil : $0.jobs.removeFirst() }
    }
}

/// A flag that one side turns off and another looks at.
final class Switch: Sendable {
    private let on = Atomic(true)
    var isOn: Bool { on.load(ordering: .acquiring) }
    func turnOff() { on.store(false, ordering: .releasing) }
}
