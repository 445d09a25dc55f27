import LapakGround

/// Threads of our own that may block, each with one connection, which is made anew when it is lost.
struct PostgresThreads: Sendable {
    private let threads: BlockingThreads<PostgresConnection?>
    private let address: String
    private let opened: @Sendable (PostgresConnection) -> Void

    /// `opened` is told of every new connection.
    init(_ address: String, count: Int, opened: @escaping @Sendable (PostgresConnection) -> Void = { _ in }) {
        self.address = address
        self.opened = opened
        threads = BlockingThreads(name: "postgres", count: count, mostWaiting: 4096, isKept: true) { nil }
    }

    /// Runs `body` in a transaction that `begin` opens. Work that has been taken is done even if the caller's task is cancelled.
    func run<T: Sendable>(in begin: String, _ body: @escaping @Sendable (any SQLConnection) throws -> T) async throws -> T {
        let (address, opened) = (address, opened)
        let result: Result<T, any Error>
        do throws(NotDone) {
            result = try await threads.finish { connection, _ in
                Result { try PostgresThreads.transact(on: &connection, at: address, opened, begin, body) }
            }
        } catch {
            throw DatabaseTrouble(.overload, "too many waiting for the database, or it was closed")
        }
        return try result.get()
    }

    func close() { threads.close() }

    private static func transact<T>(
        on kept: inout PostgresConnection?, at address: String, _ opened: (PostgresConnection) -> Void, _ begin: String,
        _ body: (any SQLConnection) throws -> T
    ) throws -> T {
        if kept?.isAlive != true { kept = nil }
        let connection = try kept ?? PostgresConnection(address)
        if kept == nil { opened(connection) }
        kept = connection
        try connection.simple(begin)
        do {
            let result = try body(connection)
            try connection.commit()
            return result
        } catch {
            try? connection.simple("ROLLBACK")
            // A server that takes no changes may have a successor, which only a new connection finds.
            if (error as? DatabaseTrouble)?.kind == .unwritable { kept = nil }
            throw error
        }
    }
}
