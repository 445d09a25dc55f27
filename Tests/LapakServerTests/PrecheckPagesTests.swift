import HTTPTypes
import LapakDomain
import LapakNation
import LapakOutside
import LapakStore
import LapakWeb
import Testing

@testable import LapakServer

@Suite("The pre-check desk") struct PrecheckDeskTests {
    private let cast = Cast(on: Zone.wib.day(of: TestApp.moment))

    /// An application with a claim at the first branch and some of its papers in the queue.
    private func make(
        _ papers: [Paper] = [.ktp, .kartuPeserta], onLastDay: Bool = false
    ) async throws -> (test: TestApp, claim: Claim, sent: [Document]) {
        let test = try await TestApp.make()
        let claim = try await test.book(cast.siti, onLastDay: onLastDay)
        var sent: [Document] = []
        for paper in papers { sent.append(try await test.send(paper, for: claim)) }
        return (test, claim, sent)
    }

    private func branch(of claim: Claim, _ test: TestApp) async throws -> ID<Branch> {
        try require(try await test.app.store.read { try $0.find(Slot.self, claim.slot ?? ID(0)) }).branch
    }

    /// Takes the next document; the address that it leads to.
    private func take(_ desk: Desk, _ test: TestApp) async throws -> String {
        try await PrecheckActions.next(test.call(), desk).location ?? ""
    }

    private func page(_ id: ID<Document>, _ desk: Desk, _ test: TestApp) async throws -> Reply {
        let call = test.call(id)
        return try await PrecheckPage(file: try await PrecheckFile.load(call, desk), call, desk).reply()
    }

    @Test func `two officers never get the same document, and the third is told that none is left`() async throws {
        let (test, claim, sent) = try await make()
        let home = try await branch(of: claim, test)
        var addresses: [String] = []
        var desks: [Desk] = []
        for number in 1...3 { desks.append(try await test.staff(Int64(number), at: home)) }
        for desk in desks { addresses.append(try await take(desk, test)) }
        #expect(Set(addresses.prefix(2)) == Set(sent.map { "/kantor/berkas/\($0.id.rawValue)" }))
        #expect(addresses[2] == "/kantor/berkas?habis=1")
        let page = try await PrecheckQueuePage.show(test.call(query: "habis=1"), desks[2])
        #expect(page.body.contains("sisanya di meja rekan"))
    }

    @Test func `a document that was left comes back to a colleague, and the one who left it is told so`() async throws {
        let (test, claim, sent) = try await make([.ktp])
        let home = try await branch(of: claim, test)
        let (ani, budi) = (try await test.staff(1, at: home), try await test.staff(2, at: home))
        _ = try await take(ani, test)
        test.clock.advance(test.app.policy.files.leaseLasts)
        let mine = try await page(sent[0].id, ani, test)
        #expect(mine.body.contains("tidak di meja Anda") && !mine.body.contains("f-terima"))
        let next = try await take(budi, test)
        #expect(next == "/kantor/berkas/\(sent[0].id.rawValue)")
        let late = try await PrecheckActions.accept(test.call(sent[0].id, form: ["kunci": "k1"]), ani)
        #expect(late.status == .conflict)
        #expect(late.body.contains("Petugas 2 sedang memeriksa"))
        let phase = try await test.document(sent[0].id).phase
        #expect(phase == .waiting)
    }

    @Test func `a sign of life keeps the document for as long again`() async throws {
        let (test, claim, sent) = try await make([.ktp])
        let ani = try await test.staff(1, at: try await branch(of: claim, test))
        _ = try await take(ani, test)
        test.clock.advance(.minutes(9))
        let reply = try await PrecheckActions.keep(test.call(sent[0].id), ani)
        #expect(reply.body == "{\"sampai\":\"\((test.clock.now + test.app.policy.files.leaseLasts).utcISO)\"}")
        test.clock.advance(.minutes(10))
        await #expect(throws: Refusal.leaseGone) { try await PrecheckActions.keep(test.call(sent[0].id), ani) }
    }

    @Test func `a verdict leads to the next document, is told once, and sent twice is one verdict`() async throws {
        let (test, claim, _) = try await make()
        let ani = try await test.staff(1, at: try await branch(of: claim, test))
        let first = ID<Document>(try require(Int64(try await take(ani, test).dropFirst("/kantor/berkas/".count))))
        let call = test.call(first, form: ["kunci": "k1"])
        let (reply, again) = (try await PrecheckActions.accept(call, ani), try await PrecheckActions.accept(call, ani))
        #expect(reply.location?.hasPrefix("/kantor/berkas/") == true)
        #expect(reply.location != "/kantor/berkas/\(first.rawValue)")
        #expect(again.location == reply.location)
        let told = try await test.lines().filter { $0.event == .document(.accepted(document: first, claim: claim.id)) }
        #expect(told.map(\.author) == ["staff:1"])
    }

    @Test func `a verdict about what is on nobody's desk is refused kindly, and nothing changes`() async throws {
        let (test, claim, sent) = try await make([.ktp])
        let ani = try await test.staff(1, at: try await branch(of: claim, test))
        for reply in [
            try await PrecheckActions.accept(test.call(sent[0].id, form: ["kunci": "a"]), ani),
            try await PrecheckActions.giveBack(test.call(sent[0].id, form: ["kunci": "b", "alasan": "expired"]), ani),
        ] {
            #expect(reply.status == .conflict)
            #expect(reply.body.contains("Ambil berkas berikutnya"))
            #expect(reply.body.contains("role=\"alert\""))
        }
        let document = try await test.document(sent[0].id)
        #expect(document == sent[0])
    }

    @Test func `giving back needs a reason, and "other" a note; what was typed stays`() async throws {
        let (test, claim, sent) = try await make([.ktp])
        let ani = try await test.staff(1, at: try await branch(of: claim, test))
        _ = try await take(ani, test)
        let bare = try await PrecheckActions.giveBack(test.call(sent[0].id, form: ["catatan": "Halaman 2"]), ani)
        #expect(bare.status == .unprocessableContent)
        #expect(bare.body.contains("Pilih alasan pengembalian") && bare.body.contains("Halaman 2"))
        let silent = try await PrecheckActions.giveBack(test.call(sent[0].id, form: ["alasan": "other"]), ani)
        #expect(silent.status == .unprocessableContent)
        #expect(silent.body.contains("href=\"#catatan\"") && silent.body.contains("value=\"other\" data-key=\"9\" checked"))
        let done = try await PrecheckActions.giveBack(
            test.call(sent[0].id, form: ["alasan": "other", "catatan": "Cap tidak terbaca"]), ani)
        #expect(done.location == "/kantor/berkas?habis=1")
        let document = try await test.document(sent[0].id)
        #expect((document.phase, document.reason, document.note) == (.returned, .other, "Cap tidak terbaca"))
    }

    @Test func `what the officer lets go is free at once; letting go again is harmless`() async throws {
        let (test, claim, sent) = try await make([.ktp])
        let ani = try await test.staff(1, at: try await branch(of: claim, test))
        _ = try await take(ani, test)
        for _ in 1...2 {
            let reply = try await PrecheckActions.letGo(test.call(sent[0].id), ani)
            #expect(reply.location == "/kantor/berkas?lepas=1")
        }
        let document = try await test.document(sent[0].id)
        #expect(document.isFree(at: test.clock.now))
    }

    @Test func `another branch's document is not there, for any verb, picture or claim number`() async throws {
        let (test, claim, sent) = try await make([.ktp])
        let home = try await branch(of: claim, test)
        let other = try require(test.app.nation.branches.first { $0.id != home })
        let (id, looks) = (sent[0].id, RecentLooks())
        for role in [Staff.Role.officer, .manager] {
            let stranger = try await test.staff(role == .officer ? 5 : 6, role, at: other.id)
            let taken = try await take(stranger, test)
            #expect(taken == "/kantor/berkas?habis=1")
            await #expect(throws: Refusal.notFound) { try await page(id, stranger, test) }
            for verb in [PrecheckActions.accept, PrecheckActions.letGo, PrecheckActions.keep] {
                await #expect(throws: Refusal.notFound) { try await verb(test.call(id), stranger) }
            }
            await #expect(throws: Refusal.notFound) {
                try await PrecheckActions.giveBack(test.call(id, form: ["alasan": "expired"]), stranger)
            }
            await #expect(throws: Refusal.notFound) {
                try await PrecheckPages.picture(test.call(id), stranger, looks) { _ in Reply() }
            }
            await #expect(throws: Refusal.notFound) {
                try await ClaimPapersPage.show(test.call(parameters: ["number": "\(claim.number)"]), stranger)
            }
        }
        let national = try await page(id, try await test.staff(9, .national, at: other.id), test)
        #expect(national.status == .ok)
    }

    @Test func `every look is told with who and why, pictures of one look once, and again after ten minutes`() async throws {
        let (test, claim, sent) = try await make([.ktp])
        let home = try await branch(of: claim, test)
        let (ani, chief, looks, id) = (
            try await test.staff(1, at: home), try await test.staff(2, .manager, at: home), RecentLooks(), sent[0].id
        )
        func see(_ desk: Desk) async throws {
            _ = try await PrecheckPages.picture(test.call(id), desk, looks) { _ in Reply() }
        }
        func told() async throws -> [String] {
            try await test.lines().filter { $0.event == .document(.viewed(document: id, why: .precheck)) }.map(\.author)
        }
        await #expect(throws: Refusal.leaseGone) { try await see(ani) }
        let before = try await told()
        #expect(before == [])
        _ = try await take(ani, test)
        for _ in 1...3 { try await see(ani) }
        try await see(chief)
        let once = try await told()
        #expect(once == ["staff:1", "staff:2"])
        test.clock.advance(RecentLooks.lasts)
        try await see(chief)
        await #expect(throws: Refusal.leaseGone) { try await see(ani) }
        let later = try await told()
        #expect(later == ["staff:1", "staff:2", "staff:2"])
    }

    @Test func `an officer who does not have the document sees what became of it, and no picture`() async throws {
        let (test, claim, sent) = try await make([.ktp])
        let home = try await branch(of: claim, test)
        let (ani, chief) = (try await test.staff(1, at: home), try await test.staff(2, .manager, at: home))
        let looking = try await page(sent[0].id, ani, test)
        #expect(!looking.body.contains("id=\"gambar\"") && looking.body.contains("Ambil berkas berikutnya"))
        let watching = try await page(sent[0].id, chief, test)
        #expect(watching.body.contains("id=\"gambar\"") && !watching.body.contains("f-terima"))
    }

    @Test func `the page shows what is known in full, with the checks marked as what they are`() async throws {
        let (test, claim, sent) = try await make([.ktp])
        let ani = try await test.staff(1, at: try await branch(of: claim, test))
        _ = try await take(ani, test)
        let body = try await page(sent[0].id, ani, test).body
        let member = cast.siti.member
        for words in [
            member.nik.digits, member.memberships[0].kpj.digits, member.memberships[0].employer, member.mother, member.birth.text(.id),
            "Cocok otomatis", "Perlu dilihat", "\(claim.number)",
        ] {
            #expect(body.contains(words), "\(words)")
        }
        #expect(!body.contains(" style=") && !body.contains(" onclick="))
    }

    @Test func `earlier versions stand beside with their reason and note`() async throws {
        let (test, claim, sent) = try await make([.ktp])
        let ani = try await test.staff(1, at: try await branch(of: claim, test))
        _ = try await take(ani, test)
        _ = try await PrecheckActions.giveBack(test.call(sent[0].id, form: ["alasan": "cut_off", "catatan": "Sudut kanan"]), ani)
        let again = try await test.send(.ktp, for: claim, version: 2)
        _ = try await take(ani, test)
        let body = try await page(again.id, ani, test).body
        #expect(body.contains("Versi 1") && body.contains("Terpotong") && body.contains("Sudut kanan"))
        let list = try await ClaimPapersPage.show(test.call(parameters: ["number": "\(claim.number)"]), ani).body
        #expect(list.contains("versi 2") && list.contains("Terpotong"))
    }

    @Test func `the counts say what waits, what is urgent and what others have; cancelled claims wait for nobody`() async throws {
        let (test, claim, _) = try await make([.ktp, .kartuPeserta, .bankBook], onLastDay: true)
        let home = try await branch(of: claim, test)
        let (ani, budi) = (try await test.staff(1, at: home), try await test.staff(2, at: home))
        _ = try await take(ani, test)
        _ = try await take(budi, test)
        func counts() async throws -> PrecheckQueue.Counts {
            let now = test.clock.now
            return try await test.app.store.read { try PrecheckQueue.counts(at: home, for: ID(1), $0, at: now) }
        }
        let calm = try await counts()
        #expect((calm.waiting, calm.urgent, calm.taken, calm.own) == (3, 0, 1, 1))
        let due = try require(claim.papersDue)
        test.clock.advance(due - .hours(23) - test.clock.now)
        let urgent = try await counts()
        #expect((urgent.waiting, urgent.urgent, urgent.taken, urgent.own) == (3, 3, 0, 0))
        let now = test.clock.now
        try await test.app.store.write(in: test.app.context(at: now)) { work in
            var kept = try work.get(Claim.self, claim.id)
            try work.cancel(&kept)
        }
        let none = try await counts()
        #expect(none.waiting == 0)
        let next = try await take(ani, test)
        #expect(next == "/kantor/berkas?habis=1")
    }

    @Test func `the registry's silence is told and stops nobody`() async throws {
        let (test, claim, sent) = try await make([.ktp])
        let ani = try await test.staff(1, at: try await branch(of: claim, test))
        _ = try await take(ani, test)
        let app = try App(
            settings: test.app.settings, store: test.app.store, nation: test.app.nation, clock: test.clock, registry: SilentRegistry(),
            carrier: test.carrier, secrets: test.app.secrets, papers: test.app.papers, log: test.app.log)
        let body = try await page(sent[0].id, ani, TestApp(app: app, carrier: test.carrier, clock: test.clock)).body
        #expect(body.contains("sedang tidak dapat dibaca") && body.contains("f-terima"))
    }
}

private struct SilentRegistry: MemberRegistry {
    func member(nik: NIK) async throws(RegistryTrouble) -> Member? { throw .unreachable("test") }
}
