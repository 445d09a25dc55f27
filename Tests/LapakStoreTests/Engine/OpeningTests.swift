import Foundation
import LapakDomain
import LapakNation
import Testing

@testable import LapakStore

@Suite struct OpeningTests {
    @Test(arguments: Databases.all.filter { $0 != .postgres })
    func `SQLite keeps synchronous=FULL on its writer`(database: Databases) async throws {
        try await database.open { store, _ in
            let level = try await store.maintain { try $0.query("PRAGMA synchronous", [])[0].int(0) }
            #expect(level == 2)
        }
    }

    @Test func `the files of a database are for their owner only, old ones too`() async throws {
        try await Databases.disk.located { address in
            let path = String(address.dropFirst("sqlite:".count))
            func modes() -> [Int: [String]] {
                let names = ["", "-wal", "-shm"].filter { FileManager.default.fileExists(atPath: path + $0) }
                return Dictionary(grouping: names) { name in
                    (try? FileManager.default.attributesOfItem(atPath: path + name)[.posixPermissions] as? Int) ?? -1
                }
            }
            let first = try Store.open(address)
            try await Schema.migrate(first)
            #expect(modes() == [0o600: ["", "-wal", "-shm"]])
            await first.close()
            for mode in [0o644, 0o666, 0o640] {
                try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
                let again = try Store.open(address)
                try await again.write { $0.upsert(FollowerPosition(name: "a", position: Int64(mode))) }
                #expect(modes().keys.sorted() == [0o600], "\(String(mode, radix: 8))")
                await again.close()
            }
        }
    }

    @Test(arguments: [0, 1, 3, nil]) func `SQLite is not opened when it would not keep synchronous=FULL`(level: Int?) {
        #expect(throws: DatabaseTrouble.self) { try SQLiteDriver.insist(onFull: level) }
    }

    @Test(arguments: Databases.all) func `migrating twice changes nothing`(database: Databases) async throws {
        try await World.on(database) { world in
            let before = try await world.journal()
            #expect(try await Schema.migrate(world.store) == 0)
            #expect(try await world.journal() == before)
            try await world.check()
        }
    }

    @Test(arguments: Databases.shared) func `several processes may migrate an empty database at once`(database: Databases) async throws {
        try await database.located { address in
            let stores = try (0..<4).map { _ in try Store.open(address) }
            let steps = try await together(4) { try await Schema.migrate(stores[$0]) }
            #expect(steps.sorted() == [0, 0, 0, steps.max() ?? 0])
            for store in stores { await store.close() }
        }
    }

    @Test(arguments: Databases.all) func `the nation comes back from the database as it went in`(database: Databases) async throws {
        try await database.open { store, _ in
            try await store.seed(
                regions: ExampleNation.regions, branches: ExampleNation.branches, holidays: ExampleNation.holidays, staff: [])
            let nation = try await store.read { try Nation.load($0) }
            #expect(Set(nation.branches) == Set(ExampleNation.branches))
            #expect(Set(nation.regions) == Set(ExampleNation.regions))
            #expect(nation.holidays == Set(ExampleNation.holidays.map(\.day)))
            #expect(nation.policy == Policy())
        }
    }

    @Test(arguments: Databases.all) func `what people filled in comes back from the database as it went in`(database: Databases)
        async throws
    {
        try await World.on(database) { world in
            let slot = world.slot(world.siak, 9)
            let id = try await world.register(
                3, wish: Wish(branches: [world.siak.id], days: [.monday], times: [.pagi], earliest: World.monday))
            let filed = try await world.file(id)
            let registration = try await world.find(Registration.self, id)
            #expect(registration.nik == world.people.member(3).nik)
            #expect(registration.wish?.days == [.monday])
            #expect(registration.code?.hash == "code")
            #expect(registration.claim == filed.claim)
            let claim = try await world.find(Claim.self, filed.claim)
            #expect((claim.phase, claim.ticket, claim.email?.value) == (.waiting, filed.ticket, "orang3@example.com"))
            #expect(try await world.find(Slot.self, slot).planned == 1)
        }
    }
}
