import Foundation
import LapakDomain
import Synchronization
import Testing

@testable import LapakStore

@Suite struct CommitQueueTests {
    @Test(arguments: Databases.all) func `a refused change leaves no trace`(database: Databases) async throws {
        try await World.on(database) { world in
            let slot = world.slot(world.siak, 9)
            let before = try await world.journal()
            await #expect(throws: Refusal.slotFull) {
                try await world.store.write(in: world.context(at: World.morning)) { work in
                    var kept = try work.get(Slot.self, slot)
                    try kept.take(proven: true, turn: .free, zone: .wib, policy: Policy(), at: World.morning)
                    work.update(kept)
                    work.insert(FollowerPosition(name: "trace", position: 1))
                    work.note(.operations(.signedIn(staff: ID(1))), by: .clock)
                    throw Refusal.slotFull
                }
            }
            #expect(try await world.find(Slot.self, slot).taken == 0)
            #expect(try await world.journal() == before)
            #expect(try await world.store.read { try $0.find(FollowerPosition.self, "trace") } == nil)
            try await world.check()
        }
    }

    @Test(arguments: Databases.all)
    func `a refused change does not hurt those that are committed with it`(database: Databases) async throws {
        try await database.open { store, _ in
            let told = try await crowd(of: 40, in: store) { index, work in
                work.insert(FollowerPosition(name: "\(index)", position: 1))
                work.note(.operations(.signedIn(staff: ID(Int64(index)))), by: .clock)
                if index.isMultiple(of: 3) { throw Refusal.slotFull }
            }
            for (index, error) in told.enumerated() { #expect(error as? Refusal == (index.isMultiple(of: 3) ? .slotFull : nil)) }
            let kept = try await store.read { try $0.query("SELECT name FROM follower", []).map { Int(try $0.text(0)) ?? 0 } }
            #expect(kept.sorted() == (0..<40).filter { !$0.isMultiple(of: 3) })
            #expect(try await store.read { try Journal.head($0) }.position == 26)
        }
    }

    @Test(arguments: Databases.all) func `a job that the database refuses falls alone`(database: Databases) async throws {
        try await database.open { store, _ in
            let told = try await crowd(of: 40, in: store) { index, work in
                let name = index == 7 || index == 8 ? "twin" : "staff\(index)"
                work.insert(Staff(id: ID(Int64(index)), username: name, name: "", role: .officer, branch: nil, password: ""))
            }
            let fallen = told.indices.filter { told[$0] != nil }
            #expect(fallen == [7] || fallen == [8])
            #expect(fallen.allSatisfy { (told[$0] as? DatabaseTrouble)?.kind == .unique })
            #expect(try await store.read { try $0.query("SELECT count(*) FROM staff", []) } == [Row([.int(39)])])
        }
    }

    @Test(arguments: Databases.all)
    func `many changes share few transactions, and everyone gets their own answer`(database: Databases) async throws {
        try await database.located { address in
            let driver = WatchedDriver(try DriverKind(address))
            let store = Store(driver)
            try await Schema.migrate(store)
            let before = driver.transactions
            let answers = try await withHeldQueue(of: store) {
                try await together(256) { index in
                    try await store.write { work in
                        work.insert(FollowerPosition(name: "\(index)", position: Int64(index)))
                        return index
                    }
                }
            }
            #expect(answers == Array(0..<256))
            #expect(driver.transactions - before < 64)
            await store.close()
        }
    }

    @Test(arguments: Databases.all) func `a commit whose answer never came is not done again`(database: Databases) async throws {
        try await database.located { address in
            let driver = WatchedDriver(try DriverKind(address))
            let store = Store(driver)
            try await Schema.migrate(store)
            driver.loseNextAnswer()
            let told = await #expect(throws: DatabaseTrouble.self) {
                try await store.write { $0.note(.operations(.signedIn(staff: ID(1))), by: .clock) }
            }
            #expect(told?.kind == .unknown)
            #expect(try await store.read { try Journal.head($0) }.position == 1)
            await store.close()
        }
    }

    @Test(arguments: Databases.all) func `an answer may be nothing`(database: Databases) async throws {
        try await database.open { store, _ in
            let nothing: Refusal? = try await store.write { _ in nil }
            let something: Refusal? = try await store.write { _ in .slotFull }
            #expect(nothing == nil)
            #expect(something == .slotFull)
        }
    }
}
