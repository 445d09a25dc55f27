import LapakDomain
import Testing

@testable import LapakStore

@Suite struct PapersTests {
    @Test(arguments: Databases.all)
    func `two officers at once never get the same file, and an abandoned one comes back`(database: Databases) async throws {
        try await World.on(database) { world in
            let filed = try await world.book(1, world.slot(world.siak, 9, day: 2))
            let sent = try await world.sendAll(for: filed.claim)
            let taken = try await together(sent.count + 3) { officer in try await world.takeNext(Int64(officer + 1)) }
            let ids = taken.compactMap { $0?.id }
            #expect(Set(ids).count == ids.count)
            #expect(Set(ids) == Set(sent.map(\.id)))
            let later = World.morning + world.nation.policy.files.leaseLasts
            let again = try await world.takeNext(99, at: later)
            #expect(again != nil)
            try await world.check()
        }
    }

    @Test(arguments: Databases.all)
    func `an officer who comes back finds the file that is already on the desk`(database: Databases) async throws {
        try await World.on(database) { world in
            let filed = try await world.book(1, world.slot(world.siak, 9, day: 2))
            _ = try await world.sendAll(for: filed.claim)
            let first = try await world.takeNext(1)
            let second = try await world.takeNext(1)
            #expect(first?.id == second?.id)
        }
    }

    @Test(arguments: Databases.all)
    func `a finished upload is one document however often it is told`(database: Databases) async throws {
        try await World.on(database) { world in
            let filed = try await world.book(1, world.slot(world.siak, 9, day: 2))
            let (id, document): (ID<Upload>, ID<Document>) = (world.source.id(), world.source.id())
            _ = try await world.store.write(in: world.context(at: World.morning)) {
                try $0.beginUpload(id, for: .ktp, of: filed.claim, length: 10, name: FileName("k"), declared: nil)
            }
            let told = try await together(5) { _ in
                try await world.store.write(in: world.context(at: World.morning)) {
                    try $0.finish(id, as: document, sha256: "aa", promised: nil)
                }
            }
            #expect(Set(told.map(\.id)).count == 1)
            let rows = try await world.store.read { try $0.documents(of: filed.claim).count }
            #expect(rows == 1)
            try await world.check()
        }
    }

    @Test(
        "at the papers' deadline of each zone, to the millisecond, who has none goes back in line and who has all is ready",
        arguments: Databases.all)
    func deadline(database: Databases) async throws {
        try await World.on(database, places: 2, days: 2...2) { world in
            for (index, branch) in [world.siak, world.balikpapan, world.ambon].enumerated() {
                let slot = world.slot(branch, 9, day: 2)
                let late = try await world.book(index * 2 + 1, slot)
                let ready = try await world.book(index * 2 + 2, slot)
                _ = try await world.sendAll(for: ready.claim)
                let due = (World.monday + 2).at(ClockTime(0, 0), in: branch.zone)
                let before = Instant(milliseconds: due.milliseconds - 1)
                let early = try await world.settle(late.claim, at: before)
                #expect(!early)
                _ = try await world.tick(at: due)
                let (missed, complete) = (try await world.find(Claim.self, late.claim), try await world.find(Claim.self, ready.claim))
                #expect(missed.phase == .waiting)
                #expect(missed.ticket != nil)
                #expect(complete.phase == .ready)
                #expect(complete.slot == slot)
            }
            try await world.check()
        }
    }

    @Test(arguments: Databases.all)
    func `an outage of ours in the last hours moves the deadline, and both sides can read it`(database: Databases) async throws {
        try await World.on(database) { world in
            let filed = try await world.book(1, world.slot(world.siak, 9, day: 2))
            let due = (World.monday + 2).at(ClockTime(0, 0), in: .wib)
            let outage = Outage(id: world.source.id(), kind: .storage, from: due - .hours(3), until: due - .hours(1))
            try await world.store.write { $0.insert(outage) }
            let settled = try await world.settle(filed.claim, at: due)
            #expect(settled)
            let claim = try await world.find(Claim.self, filed.claim)
            #expect(claim.phase == .booked)
            #expect(claim.papersDue == due + .hours(2))
            _ = try await world.settle(filed.claim, at: due + .hours(2))
            let missed = try await world.find(Claim.self, filed.claim)
            #expect(missed.phase == .waiting)
            try await world.check()
        }
    }

    @Test(arguments: Databases.all)
    func `a claim with everything accepted is ready before its deadline`(database: Databases) async throws {
        try await World.on(database) { world in
            let filed = try await world.book(1, world.slot(world.siak, 9, day: 2))
            let sent = try await world.sendAll(for: filed.claim)
            for _ in sent {
                let next = try await world.takeNext(7)
                let id = try #require(next).id
                _ = try await world.store.write(in: world.context(at: World.morning)) { try $0.accept(id, by: ID(7)) }
            }
            let settled = try await world.settle(filed.claim, at: World.morning)
            #expect(settled)
            let claim = try await world.find(Claim.self, filed.claim)
            #expect(claim.phase == .ready)
            try await world.check()
        }
    }

    @Test(arguments: Databases.all)
    func `a place lost at the deadline is offered to the first in line whose papers are complete`(database: Databases) async throws {
        try await World.on(database) { world in
            let slot = world.slot(world.siak, 14, day: 2)
            let lost = try await world.book(1, slot)
            let unprepared = try await world.queue(2, Wish(branches: [world.siak.id]))
            let prepared = try await world.queue(3, Wish(branches: [world.siak.id]))
            _ = try await world.sendAll(for: prepared.claim)
            let due = (World.monday + 2).at(ClockTime(0, 0), in: .wib)
            _ = try await world.tick(at: due)
            let morning = (World.monday + 2).at(ClockTime(8, 0), in: .wib)
            let offer = try #require(try await world.offer(slot, at: morning))
            #expect(offer.claim == prepared.claim)
            let filed = try await world.accept(offer, at: morning + .minutes(5))
            let claim = try await world.find(Claim.self, filed.claim)
            #expect(claim.phase == .ready)
            let others = [try await world.find(Claim.self, lost.claim).phase, try await world.find(Claim.self, unprepared.claim).phase]
            #expect(others == [.waiting, .waiting])
            try await world.check()
        }
    }

    @Test(arguments: Databases.all) func `a requirement is added as data: new claims ask for it, filed ones keep their list`(
        database: Databases
    ) async throws {
        try await World.on(database, places: 2) { world in
            let before = try await world.book(1, world.slot(world.siak, 9))
            let rows = Checklist.table(of: .permenaker4Of2022) + [Requirement(.kk)]
            try await world.store.write(in: world.context(at: World.morning)) { try $0.change(checklist: rows, of: .permenaker4Of2022) }
            let policy = try await world.store.read { try Nation.load($0) }.policy
            let old = try await world.find(Claim.self, before.claim)
            #expect(try await !world.store.read { try $0.dossier(of: old) }.asks(for: .kk))
            let facts = Dossier.Facts(reason: .pension56, balance: Rupiah(1), partialBefore: false, under: policy)
            #expect(Dossier(facts, documents: []).asks(for: .kk))
            let refused = await refusal {
                try await world.store.write(in: world.context(at: World.morning)) { try $0.change(checklist: [], of: .lapakAsik2020) }
            }
            guard case .invalid("checklist", _)? = refused else { return #expect(Bool(false), "an empty checklist was taken") }
        }
    }
}
