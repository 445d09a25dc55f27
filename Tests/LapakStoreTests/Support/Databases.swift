import Foundation
import Testing

@testable import LapakStore

/// The kinds of database that keep the store's contract.
enum Databases: String, CaseIterable, Sendable {
    case memory, disk, postgres

    /// Where tests may make databases of their own; nil without PostgreSQL.
    static let server = ProcessInfo.processInfo.environment["LAPAK_TEST_POSTGRES"]
    static let missing: Comment = "LAPAK_TEST_POSTGRES is not set: nothing was tried on PostgreSQL. `make test` sets it."

    /// Every kind that this run has.
    static let all = allCases.filter { $0 != .postgres || server != nil }
    /// Those that several processes can open at once.
    static let shared = all.filter { $0 != .memory }

    /// Few databases at a time: PostgreSQL counts connections, and two cores are soon busy.
    private static let gate = Gate(6)

    /// An empty database of its own, opened and migrated, gone at the end. The body gets its address too.
    @discardableResult func open<T: Sendable>(_ body: (Store, String) async throws -> T) async throws -> T {
        try await located { address in
            let store = try Store.open(address)
            do {
                try await Schema.migrate(store)
                let result = try await body(store, address)
                await store.close()
                return result
            } catch {
                await store.close()
                throw error
            }
        }
    }

    /// The address of a database that does not hold anything yet.
    @discardableResult func located<T: Sendable>(_ body: (String) async throws -> T) async throws -> T {
        try await Databases.gate.pass {
            switch self {
            case .memory: return try await body("sqlite::memory:")
            case .disk:
                let folder = FileManager.default.temporaryDirectory.appending(path: "lapak-test-\(UUID().uuidString)")
                try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
                defer { try? FileManager.default.removeItem(at: folder) }
                return try await body("sqlite:\(folder.appending(path: "books.db").path)")
            case .postgres:
                return try await PostgresDatabases.lend(on: try #require(Databases.server, Databases.missing), body)
            }
        }
    }
}

/// Lets so many in at a time; the others wait in order.
actor Gate {
    private var free: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(_ places: Int) { free = places }

    nonisolated func pass<T: Sendable>(_ body: () async throws -> T) async rethrows -> T {
        await enter()
        do {
            let result = try await body()
            await leave()
            return result
        } catch {
            await leave()
            throw error
        }
    }

    private func enter() async {
        if free > 0 { free -= 1 } else { await withCheckedContinuation { waiting.append($0) } }
    }

    private func leave() { if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() } }
}

@Suite struct DatabasesTests {
    @Test(.enabled(if: Databases.server != nil, Databases.missing)) func `the contract is also held to PostgreSQL`() {
        #expect(Databases.all == Databases.allCases)
    }
}

extension Store {
    /// One statement, past the commit queue. Answers how many rows changed.
    @discardableResult func run(_ sql: String, _ arguments: any SQLEncodable...) async throws -> Int {
        try await maintain { try $0.execute(sql, arguments.map(\.sql)) }
    }
}
