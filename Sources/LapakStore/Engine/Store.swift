import Foundation
import LapakDomain
import Synchronization

/// The database: one door to look, one door to change, over SQLite or PostgreSQL.
package final class Store: Sendable {
    package let dialect: Dialect
    private let driver: any Driver
    private let queue: CommitQueue
    private let bell: Bell
    private let tail: JournalTail
    private let listening: Task<Void, Never>?

    /// Opens `sqlite:path`, `sqlite::memory:` or `postgres://…`. Does not migrate.
    package static func open(_ address: String) throws -> Store {
        if address.hasPrefix("postgres://") || address.hasPrefix("postgresql://") { return Store(try PostgresDriver(address: address)) }
        guard address.hasPrefix("sqlite:") else {
            throw DatabaseTrouble(.connection, "a database address begins with sqlite: or postgres://")
        }
        let path = String(address.dropFirst("sqlite:".count))
        return Store(try SQLiteDriver(path: path == ":memory:" ? nil : path))
    }

    init(_ driver: any Driver) {
        let (bell, tail) = (Bell(), JournalTail())
        self.driver = driver
        self.bell = bell
        self.tail = tail
        dialect = driver.dialect
        queue = CommitQueue(driver) { lines in
            tail.append(lines)
            bell.ring()
        }
        listening = driver.wakeUps.map { wakeUps in Task { for await _ in wakeUps { bell.ring() } } }
    }

    /// A consistent picture for as long as the closure runs.
    package func read<T: Sendable>(_ look: @escaping @Sendable (any SQLConnection) throws -> T) async throws -> T {
        try await driver.read(look)
    }

    /// One change, whole or not at all, durable when it returns. `needs` names the rows it will ask for, so that many
    /// changes are loaded together; the closure may run more than once and must have no effect outside `Work`.
    /// Throws the rules' `Refusal`, or `DatabaseTrouble`.
    package func write<T: Sendable>(
        in context: Context, _ needs: Need..., change: @escaping @Sendable (Work) throws -> T
    ) async throws -> T {
        try await queue.write(in: context, needs, change)
    }

    /// The same with a list of needs.
    package func write<T: Sendable>(
        in context: Context, needing needs: [Need], change: @escaping @Sendable (Work) throws -> T
    ) async throws -> T {
        try await queue.write(in: context, needs, change)
    }

    /// Plain SQL in one transaction, past the commit queue: migrations and bulk loading only.
    package func maintain<T: Sendable>(_ body: @escaping @Sendable (any SQLConnection) throws -> T) async throws -> T {
        try await driver.transaction(body)
    }

    /// Rings whenever the journal may have grown, in this process or another. Only a hint: listeners look for themselves.
    package func bells() -> AsyncStream<Void> { bell.listen() }

    /// The journal's lines right after `position` without a look at the database, and the last position known: where this process
    /// wrote them itself a moment ago. Nil otherwise, also when there are none: then `Journal.lines` tells.
    package func recentLines(after position: Int64, limit: Int) -> (lines: [Journal.Line], last: Int64)? {
        tail.lines(after: position, limit: limit)
    }

    package func close() async {
        listening?.cancel()
        await driver.close()
        bell.finish()
    }
}

/// Wakes everyone who listens; several rings while one is busy count as one.
final class Bell: Sendable {
    private struct State {
        var next = 0
        var listeners: [Int: AsyncStream<Void>.Continuation] = [:]
    }
    private let state = Mutex(State())

    func listen() -> AsyncStream<Void> {
        let (stream, continuation) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
        let id = state.withLock { state in
            state.next += 1
            state.listeners[state.next] = continuation
            return state.next
        }
        continuation.onTermination = { [weak self] _ in self?.remove(id) }
        return stream
    }

    func ring() { for listener in state.withLock({ Array($0.listeners.values) }) { listener.yield() } }
    func finish() { for listener in state.withLock({ Array($0.listeners.values) }) { listener.finish() } }
    private func remove(_ id: Int) { state.withLock { _ = $0.listeners.removeValue(forKey: id) } }
}
