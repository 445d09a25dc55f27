import LapakDomain
import LapakStore
import LapakVault
import Testing

@testable import LapakServer

@Suite("Reception") struct ReceptionTests {
    @Test("a crash between any two steps heals when somebody asks again", arguments: 0..<3)
    func healing(step: Int) async throws {
        let test = try await TestApp.make()
        let (claim, papers) = (try await test.claim(), test.app.papers)
        let upload = try await test.announce(pixel.count, of: claim)
        let seal = papers.seal(.arrived, of: upload.document, try await papers.key(of: claim.id))
        let name = papers.name(.arrived, of: upload.document, claim.id)
        let path = papers.folder.incoming(name)
        // As far as the process came before it ended: all bytes; sealed; put away.
        try await papers.disk.run { () throws(VaultTrouble) in
            let writer = try SealedWriter.create(at: path, seal)
            try writer.write(pixel)
            if step > 0 { _ = try writer.finish() }
        }
        if step > 1 { try await papers.blobs.put(path, as: name) }
        let reception = Reception(app: test.app)
        let document = try await test.app.arrivals.with(upload.id) { arrival in
            let standing = try await reception.stand(upload, at: arrival)
            #expect(standing.offset == pixel.count)
            return try await reception.complete(upload, standing, at: arrival)
        }
        let kept = try await papers.load(.arrived, of: document.id, claim.id)
        #expect(kept == pixel)
        #expect(document.id == upload.document)
        #expect(test.app.arrivals.count == 0)
    }

    @Test("whoever comes later has the turn, and the earlier one writes no more") func turns() async throws {
        let test = try await TestApp.make()
        let upload = try await test.announce(10, of: try await test.claim())
        let (reception, disk) = (Reception(app: test.app), test.app.papers.disk)
        try await test.app.arrivals.with(upload.id) { arrival in
            let first = try await reception.stand(upload, at: arrival)
            try await disk.run { () throws(VaultTrouble) in try arrival.append([1, 2, 3], turn: first.turn) }
            let second = try await reception.stand(upload, at: arrival)
            #expect(second.offset == 3)
            await #expect(throws: VaultTrouble.busy) {
                try await disk.run { () throws(VaultTrouble) in try arrival.append([4], turn: first.turn) }
            }
        }
    }

    @Test("whoever comes while a checksum is still to be compared finds none of those bytes") func provisional() async throws {
        let test = try await TestApp.make()
        let upload = try await test.announce(10, of: try await test.claim())
        let (reception, disk) = (Reception(app: test.app), test.app.papers.disk)
        try await test.app.arrivals.with(upload.id) { arrival in
            let first = try await reception.stand(upload, at: arrival)
            try await disk.run { () throws(VaultTrouble) in
                try arrival.append([1, 2], turn: first.turn, provisional: true)
                _ = try arrival.flush(turn: first.turn)
                try arrival.append([3], turn: first.turn, provisional: true)
            }
            let second = try await reception.stand(upload, at: arrival)
            #expect(second.offset == 2)
            try await disk.run { () throws(VaultTrouble) in try arrival.append([4], turn: second.turn) }
            let third = try await reception.stand(upload, at: arrival)
            #expect(third.offset == 3, "a later request without a checksum counts as ever")
        }
    }

    @Test("what the rules refuse at the end is thrown away, file and all") func refused() async throws {
        let test = try await TestApp.make()
        let claim = try await test.claim()
        let upload = try await test.announce(pixel.count, of: claim)
        let reception = Reception(app: test.app)
        let papers = test.app.papers
        await #expect(throws: Refusal.self) {
            try await test.app.arrivals.with(upload.id) { arrival in
                let standing = try await reception.stand(upload, at: arrival)
                try await papers.disk.run { () throws(VaultTrouble) in try arrival.append([1], turn: standing.turn) }
                _ = try await reception.complete(upload, standing, at: arrival)
            }
        }
        await #expect(throws: VaultTrouble.missing) { try await papers.load(.arrived, of: upload.document, claim.id) }
        let ended = try await test.find(Upload.self, upload.id)
        #expect(ended?.phase == .terminated)
    }

    @Test("an upload that outlived its time is cleared away with its file") func clearing() async throws {
        let test = try await TestApp.make()
        let claim = try await test.claim()
        let upload = try await test.announce(100, of: claim)
        _ = try await test.app.arrivals.with(upload.id) { try await Reception(app: test.app).open(upload, at: $0) }
        test.clock.advance(.hours(25))
        try await ClearingService(app: test.app).tick()
        let left = try await test.find(Upload.self, upload.id)
        #expect(left == nil)
        let (papers, name) = (test.app.papers, test.app.papers.name(.arrived, of: upload.document, claim.id))
        await #expect(throws: VaultTrouble.missing) {
            try await papers.disk.run { () throws(VaultTrouble) in _ = try DiskFile.reading(papers.folder.incoming(name)) }
        }
    }

    @Test("a file in another's place opens for nobody") func swapped() async throws {
        let test = try await TestApp.make()
        let (claim, papers) = (try await test.claim(), test.app.papers)
        try await papers.keep([1], as: .cleaned, of: ID<Document>(1), claim.id)
        let (from, path) = (papers.name(.cleaned, of: ID(1), claim.id), papers.folder.incoming(papers.name(.cleaned, of: ID(2), claim.id)))
        let file = try await papers.blobs.open(from)
        let bytes = try await papers.disk.run { () throws(VaultTrouble) in try file.read(10_000, at: 0) }
        try await papers.disk.run { () throws(VaultTrouble) in
            _ = try SealedWriter.create(at: path, papers.seal(.cleaned, of: ID(2), ClaimKey(for: claim.id, chance: Array(0..<32))))
        }
        let other = papers.seal(.cleaned, of: ID<Document>(2), try await papers.key(of: claim.id))
        await #expect(throws: VaultTrouble.foreign) {
            try await papers.disk.run { () throws(VaultTrouble) in _ = try SealedReader(file, other) }
        }
        await #expect(throws: VaultTrouble.foreign) {
            try await papers.disk.run { () throws(VaultTrouble) in _ = try SealedReader(at: path, other) }
        }
        #expect(!bytes.isEmpty)
    }

    @Test("after its key was destroyed a claim's files are gone for good; others' keys are wrapped anew") func keys() async throws {
        let test = try await TestApp.make()
        let (claim, papers, store) = (try await test.claim(), test.app.papers, test.app.store)
        try await papers.keep([1, 2, 3], as: .cleaned, of: ID<Document>(1), claim.id)
        let text = MasterKeys.line(version: 1, chance: Array(1...32)) + MasterKeys.line(version: 2, chance: Array(2...33))
        let own = try await test.find(KeptKey.self, claim.id)
        let key = ClaimKey(for: ID(7), chance: Array(3...34))
        let old = try key.wrapped(by: MasterKeys(text: MasterKeys.line(version: 1, chance: Array(1...32)))).text
        try await store.write { $0.upsert(KeptKey(claim: ID(7), wrapped: old)) }
        let rotation = KeyRotation(store: store, masters: try MasterKeys(text: text))
        let isDestroyed = try await rotation.destroy(claim.id)
        let again = try await rotation.destroy(claim.id)
        #expect(own != nil && isDestroyed && !again)
        let changed = try await rotation.rotate()
        let more = try await rotation.rotate()
        #expect(changed == 1 && more == 0)
        let status = try await rotation.status()
        #expect(status.byMaster == [2: 1] && status.destroyed == 1)
        await #expect(throws: Refusal.notFound) { try await papers.load(.cleaned, of: ID<Document>(1), claim.id) }
    }
}
