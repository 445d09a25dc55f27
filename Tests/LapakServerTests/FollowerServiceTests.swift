import LapakDomain
import LapakStore
import Synchronization
import Testing

@testable import LapakServer

/// A follower sees every line once and in order, from memory or from the database.
@Suite struct FollowerServiceTests {
    /// Writes down what it is shown.
    private final class Witness: Follower {
        let name = "witness"
        let keepsPlace: Bool
        private let seen = Mutex<[Int64]>([])
        init(keepsPlace: Bool) { self.keepsPlace = keepsPlace }
        var positions: [Int64] { seen.withLock { $0 } }
        func act(on lines: [Journal.Line]) async throws { seen.withLock { $0 += lines.map(\.position) } }
    }

    private func say(_ test: TestApp, times: Int = 1) async throws {
        for _ in 0..<times {
            try await test.app.store.write { $0.note(.operations(.signedIn(staff: ID(1))), by: .clock) }
        }
    }

    private func place(_ test: TestApp) async throws -> Int64? {
        try await test.app.store.read { try $0.find(FollowerPosition.self, "witness")?.position }
    }

    @Test(arguments: [true, false]) func `round after round, one process`(keepsPlace: Bool) async throws {
        let test = try await TestApp.make()
        let witness = Witness(keepsPlace: keepsPlace)
        let service = FollowerService(follower: witness, app: test.app)
        try await service.tick()
        let start = try await test.app.store.read { try Journal.head($0).position }
        for times in [1, 3, 450, 1] {
            try await say(test, times: times)
            try await service.tick()
            try await service.tick()
        }
        let end = start + 455
        #expect(witness.positions == Array((keepsPlace ? 1 : start + 1)...end))
        #expect(try await place(test) == (keepsPlace ? end : nil))
    }

    @Test func `where another process moved the kept place, it goes on from there`() async throws {
        let test = try await TestApp.make()
        let (first, second) = (Witness(keepsPlace: true), Witness(keepsPlace: true))
        let services = [first, second].map { FollowerService(follower: $0, app: test.app) }
        for turn in 0..<6 {
            try await say(test, times: 2)
            let begun = first.positions.count + second.positions.count
            // The one whose turn it is not may be shown lines again, but never moves the place back.
            try await services[turn % 2].tick()
            if first.positions.count + second.positions.count == begun { Issue.record("a turn without lines") }
            let head = try await test.app.store.read { try Journal.head($0).position }
            try await services[turn % 2].tick()
            #expect(try await place(test) == head)
        }
        let head = try await test.app.store.read { try Journal.head($0).position }
        #expect(Set(first.positions + second.positions) == Set(1...head))
    }
}
