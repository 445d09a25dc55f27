import LapakDomain
import LapakStore
import Testing

@testable import LapakDevelopment
@testable import LapakServer

/// Two people at their pages of one thing: whoever saves second is told what changed in between, and loses nothing that was typed.
@Suite("Pages that save what several people share") struct SharedPageTests {
    private func managers() async throws -> (Site, Browser, Browser) {
        let site = try await Site.open()
        return (site, try await site.desk(1, .manager).browser, try await site.desk(2, .manager).browser)
    }
    private static let exceptions = "/kantor/pengecualian"

    @Test func `a closure is not overwritten by a page that was opened before it`() async throws {
        let (site, one, two) = try await managers()
        for desk in [one, two] { try await desk.open(Self.exceptions) }
        try await one.press("f-hari", ["hari": "2026-06-18", "tutup": "ya", "catatan": "Banjir"])
        #expect(one.page.status == 200)
        try await two.press("f-hari", ["hari": "2026-06-18", "petugas": "2", "catatan": "Pelatihan"])
        #expect(two.page.status == 409 && two.page.says("orang lain baru saja mengubah") && two.page.says("Tutup (Banjir)"))
        #expect(two.page.markup.one(id: "petugas")?["value"] == "2" && two.page.markup.one(id: "catatan")?["value"] == "Pelatihan")
        let day = BranchDay.key(site.branch.id, try #require(Day(iso: "2026-06-18")))
        #expect(try await site.app.store.read { try $0.find(BranchDay.self, day) }?.closed == true)
        try await two.press("f-hari")
        #expect(two.page.status == 200, "whoever has seen it may save")
        #expect(try await site.app.store.read { try $0.find(BranchDay.self, day) }?.closed == false)
    }

    @Test func `another day, or the same once more, is no conflict`() async throws {
        let (_, one, two) = try await managers()
        for desk in [one, two] { try await desk.open(Self.exceptions) }
        try await one.press("f-hari", ["hari": "2026-06-18", "tutup": "ya", "catatan": "Banjir"])
        try await two.press("f-hari", ["hari": "2026-06-19", "tutup": "ya", "catatan": "Banjir"])
        #expect(two.page.status == 200)
        try await two.open(Self.exceptions)
        try await two.press("f-hari", ["hari": "2026-06-19", "petugas": "1", "catatan": "Surut"])
        #expect(two.page.status == 200, "who reads, and then saves, replaces it")
    }

    @Test func `an exception that somebody else took back or changed is not taken back blindly`() async throws {
        let (site, one, two) = try await managers()
        try await one.open(Self.exceptions)
        try await one.press("f-hari", ["hari": "2026-06-18", "petugas": "1", "catatan": "Sakit"])
        for desk in [one, two] { try await desk.open(Self.exceptions) }
        try await one.press("f-hari", ["hari": "2026-06-18", "tutup": "ya", "catatan": "Banjir"])
        try await two.press("h-2026-06-18")
        #expect(two.page.status == 409 && two.page.says("Banjir"))
        let day = BranchDay.key(site.branch.id, try #require(Day(iso: "2026-06-18")))
        #expect(try await site.app.store.read { try $0.find(BranchDay.self, day) }?.closed == true)
    }

    @Test func `a field that nobody touched on an old page does not undo a colleague's number`() async throws {
        let (site, one, two) = try await managers()
        for desk in [one, two] { try await desk.open("/kantor/jam") }
        try await one.press("f-jam", ["petugas": "9"])
        try await one.press("f-simpan")
        try await two.press("f-jam", ["buka": "09.00"])
        #expect(two.page.status == 409 && two.page.says("Jumlah petugas") && two.page.says("→ 9"))
        #expect(two.page.text.contains("09.00"), "what was typed is still there")
        let id = site.branch.id
        let kept = try await site.app.store.read { try $0.find(Branch.self, id) }
        #expect(kept?.officers == 9)
    }

    @Test func `a booth that got into trouble meanwhile is not opened by who saw it closed`() async throws {
        let (site, one, two) = try await managers()
        let booth = try await site.app.store.write(in: site.app.context()) { [branch = site.branch.id] work in
            _ = try work.addBooth(ID(77), number: 1, at: branch, codeHash: "kode")
            return try work.pairBooth(codeHash: "kode", secret: "rahasia")
        }
        let trouble: @Sendable (Booth.Trouble?) async throws -> Void = { trouble in
            let now = site.clock.now
            _ = try await site.app.store.write(in: site.app.context()) { try $0.booth(booth.id) { $0.set(trouble, at: now) } }
        }
        try await trouble(.closed)
        for desk in [one, two] { try await desk.open("/kantor/bilik") }
        try await trouble(.camera)
        try await two.press("f-buka-1")
        #expect(two.page.status == 409 && two.page.says("orang lain baru saja mengubahnya"))
        #expect(try await site.app.store.read { try $0.find(Booth.self, booth.id) }?.trouble == .camera)
        try await two.open("/kantor/bilik")
        try await two.press("f-tutup-1")
        #expect(two.page.status == 200)
    }

    @Test func `nobody agrees to a change of order that they have not read`() async throws {
        let site = try await Site.open()
        let (asker, second) = (try await site.desk(1).browser, try await site.desk(2, .manager).browser)
        let walkIns = try await site.walkIns(3).map { $0.text("id") }
        func ask(before goal: String, _ reason: String) async throws {
            try await asker.open("/kantor/antrean")
            try await asker.press("f-urutan", ["nomor": walkIns[2], "sebelum": goal, "alasan": reason])
            #expect(asker.page.status == 200)
        }
        try await ask(before: walkIns[1], "Anaknya demam")
        try await second.open("/kantor/antrean")
        try await ask(before: walkIns[0], "Alasan yang lain")
        try await second.press("f-jawab-\(walkIns[2])", button: "ya")
        #expect(second.page.status == 409 && second.page.says("Alasan yang lain"))
        let id = ID<WalkIn>(try #require(Int64(walkIns[2])))
        #expect(try await site.app.store.read { try $0.find(WalkIn.self, id) }?.moves.isEmpty == true)
        try await second.press("f-jawab-\(walkIns[2])", button: "ya")
        #expect(try await site.app.store.read { try $0.find(WalkIn.self, id) }?.moves.count == 1)
    }

    @Test func `a second request for the same number is told of the first one`() async throws {
        let site = try await Site.open()
        let (one, two) = (try await site.desk(1).browser, try await site.desk(2).browser)
        let walkIns = try await site.walkIns(3).map { $0.text("id") }
        for desk in [one, two] { try await desk.open("/kantor/antrean") }
        try await one.press("f-urutan", ["nomor": walkIns[2], "sebelum": walkIns[0], "alasan": "Anaknya demam"])
        try await two.press("f-urutan", ["nomor": walkIns[2], "sebelum": walkIns[1], "alasan": "Sudah lama menunggu"])
        #expect(two.page.status == 409 && two.page.says("Anaknya demam"))
        #expect(two.page.markup.one(id: "alasan")?["value"] == "Sudah lama menunggu")
    }
}
