import Foundation
import Synchronization

/// PostgreSQL through libpq: one writer thread (the commit queue commits in groups), a few reader threads, and one that listens.
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

/// A flag that one side turns off and another looks at.
final class Switch: Sendable {
    private let on = Atomic(true)
    var isOn: Bool { on.load(ordering: .acquiring) }
    func turnOff() { on.store(false, ordering: .releasing) }
}
