import Foundation
import LapakDomain
import Synchronization

@testable import LapakStore

/// Many changes that wait while another one is committed, so that they are committed together; answers who failed how.
func crowd(of count: Int, in store: Store, _ change: @escaping @Sendable (Int, Work) throws -> Void) async throws -> [(any Error)?] {
    try await withHeldQueue(of: store) {
        try await together(count) { index -> (any Error)? in
            do {
                try await store.write { try change(index, $0) }
                return nil
            } catch { return error }
        }
    }
}

/// Keeps the commit queue busy with one transaction for a little while as `body` begins.
func withHeldQueue<T: Sendable>(of store: Store, _ body: () async throws -> T) async throws -> T {
    let held = DispatchSemaphore(value: 0)
    async let first: Void = store.write { _ in _ = held.wait(timeout: .now() + 0.05) }
    let result = try await body()
    try await first
    return result
}

/// A real driver, counted, whose next commit can lose its answer.
final class WatchedDriver: Driver {
    private let base: DriverKind
    private let count = Atomic(0)
    private let loses = Atomic(false)

    init(_ base: DriverKind) { self.base = base }

    var transactions: Int { count.load(ordering: .relaxed) }
    func loseNextAnswer() { loses.store(true, ordering: .relaxed) }

    var dialect: Dialect { base.driver.dialect }
    var wakeUps: AsyncStream<Void>? { base.driver.wakeUps }

    func transaction<T: Sendable>(_ body: @escaping @Sendable (any SQLConnection) throws -> T) async throws -> T {
        count.wrappingAdd(1, ordering: .relaxed)
        let result = try await base.driver.transaction(body)
        if loses.exchange(false, ordering: .relaxed) { throw DatabaseTrouble(.unknown, "the connection broke") }
        return result
    }

    func read<T: Sendable>(_ body: @escaping @Sendable (any SQLConnection) throws -> T) async throws -> T {
        try await base.driver.read(body)
    }

    func close() async { await base.driver.close() }
}

/// The driver that an address asks for.
struct DriverKind: Sendable {
    let driver: any Driver
    init(_ address: String) throws {
        if address.hasPrefix("postgres") { driver = try PostgresDriver(address: address); return }
        let path = String(address.dropFirst("sqlite:".count))
        driver = try SQLiteDriver(path: path == ":memory:" ? nil : path)
    }
}
