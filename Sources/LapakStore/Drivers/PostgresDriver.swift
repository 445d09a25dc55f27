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
        // What this process writes rings its bell without the way over the server.
        let own = Backend()
        writer = PostgresThreads(address, count: 1) { own.number.store($0.backend, ordering: .releasing) }
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
                    while listening.isOn {
                        if try connection.waitForNotification(notFrom: own.number.load(ordering: .acquiring)) { continuation.yield() }
                    }
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

/// The server's process that writes for us.
private final class Backend: Sendable {
    let number = Atomic<Int32>(0)
}

/// A flag that one side turns off and another looks at.
final class Switch: Sendable {
    private let on = Atomic(true)
    var isOn: Bool { on.load(ordering: .acquiring) }
    func turnOff() { on.store(false, ordering: .releasing) }
}
