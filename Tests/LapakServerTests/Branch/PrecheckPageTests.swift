import LapakDomain
import LapakNation
import LapakStore
import Testing

@testable import LapakServer

/// The pages on which an officer looks at papers before an interview.
@Suite("The pages of the pre-check") struct PrecheckPageTests {
    /// A claim at the first branch with these papers waiting, and an officer there.
    private func queue(
        _ papers: [Paper] = [.ktp, .bankBook]
    ) async throws -> (site: Site, desk: Browser, claim: Claim, documents: [ID<Document>]) {
        let site = try await Site.open()
        let phone = try await Browser(site)
        try await phone.book(site.cast.siti, at: site.branch.code)
        let claim = try await site.claim(numbered: try phone.number)
        var documents: [ID<Document>] = []
        for paper in papers {
            documents.append(try await site.put(paper, .waiting, for: claim.id, pages: paper == .ktp ? 2 : 1, hints: [.dark]))
        }
        return (site, try await site.desk(1).browser, claim, documents)
    }

    @Test func `an empty queue says so`() async throws {
        let (desk, _) = try await (try await Site.open()).desk(1)
        try await desk.see("Branch/precheck-empty", at: "/kantor/berkas")
    }

    @Test func `a paper is taken, given back with a reason, and what was typed is kept`() async throws {
        let (site, desk, claim, documents) = try await queue()
        try await desk.see("Branch/precheck-two", at: "/kantor/berkas")
        try await desk.press("f-ambil")
        #expect(desk.page.path.hasPrefix("/kantor/berkas/"))
        let first = try #require(documents.first { desk.page.path.hasSuffix("\($0.rawValue)") })
        try await desk.see("Branch/precheck-paper")
        try await desk.press("f-kembali", ["catatan": "Halaman 2"])
        try await desk.see("Branch/precheck-no-reason", status: 422)
        let held = try PageForm(id: "f-kembali", in: desk.page).filled([]).fields
        #expect(held.contains { $0 == ("catatan", "Halaman 2") })
        try await desk.press("f-kembali", ["alasan": "other", "catatan": ""])
        try await desk.see("Branch/precheck-no-note", status: 422)
        try await desk.press("f-kembali", ["alasan": "cut_off", "catatan": "Sudut kanan"])
        #expect(desk.page.path != "/kantor/berkas/\(first.rawValue)", "the next one is on the desk")
        #expect(try await site.test.document(first).phase == .returned)
        try await desk.see("Branch/precheck-next")
        try await desk.press("f-terima")
        try await desk.see("Branch/precheck-done")
        try await desk.see("Branch/claim-papers", at: "/kantor/klaim/\(claim.number)")
        try await desk.see("Branch/precheck-returned", at: "/kantor/berkas/\(first.rawValue)")
    }

    @Test func `an earlier version stands beside the new one`() async throws {
        let (site, desk, claim, documents) = try await queue([.ktp])
        try await desk.open("/kantor/berkas")
        try await desk.press("f-ambil")
        try await desk.press("f-kembali", ["alasan": "cut_off", "catatan": "Sudut kanan"])
        try await site.put(.ktp, .waiting, for: claim.id, version: 2)
        try await desk.open("/kantor/berkas")
        try await desk.press("f-ambil")
        try await desk.see("Branch/precheck-second-version")
        #expect(desk.page.path != "/kantor/berkas/\(documents[0].rawValue)" && desk.page.says("Sudut kanan"))
    }

    @Test func `what is let go is free for a colleague, who is told whose desk a paper is on`() async throws {
        let (site, desk, _, documents) = try await queue([.ktp])
        let (colleague, _) = try await site.desk(2)
        try await desk.open("/kantor/berkas")
        try await desk.press("f-ambil")
        try await colleague.see("Branch/precheck-of-a-colleague", at: "/kantor/berkas/\(documents[0].rawValue)")
        try await colleague.see("Branch/precheck-all-taken", at: "/kantor/berkas")
        let late = try await colleague.post("/kantor/berkas/\(documents[0].rawValue)/terima", [("kunci", "verdict-1")])
        #expect(late.status == 409)
        try await colleague.see("Branch/precheck-refused", status: 409)
        try await desk.press("f-lepas")
        try await desk.see("Branch/precheck-let-go")
        try await colleague.open("/kantor/berkas")
        try await colleague.press("f-ambil")
        #expect(colleague.page.path == "/kantor/berkas/\(documents[0].rawValue)")
        let (chief, _) = try await site.desk(3, .manager)
        try await chief.see("Branch/precheck-watched-by-the-manager", at: "/kantor/berkas/\(documents[0].rawValue)")
    }

    @Test func `a verdict that is sent twice counts once`() async throws {
        let (site, desk, _, documents) = try await queue([.ktp])
        try await desk.open("/kantor/berkas")
        try await desk.press("f-ambil")
        let form = try PageForm(id: "f-terima", in: desk.page).filled([])
        try await desk.post(form.action, form.fields)
        let again = try await desk.post(form.action, form.fields, following: false)
        #expect(again.status == 303)
        let told = try await site.test.lines().filter {
            if case .document(.accepted(documents[0], _)) = $0.event { true } else { false }
        }
        #expect(told.count == 1)
    }

    @Test(
        "another branch's paper and claim are not there",
        arguments: [
            ("", "GET"), ("/terima", "POST"), ("/kembali", "POST"), ("/lepas", "POST"), ("/pegang", "POST"),
        ])
    func otherBranch(verb: String, method: String) async throws {
        let (site, _, claim, documents) = try await queue([.ktp])
        let (stranger, _) = try await site.desk(5, .manager, at: site.app.nation.branches[1].id)
        let path = "/kantor/berkas/\(documents[0].rawValue)\(verb)"
        let answer = try await method == "GET" ? stranger.open(path) : stranger.post(path, [("alasan", "expired")])
        #expect(answer.status == 404)
        #expect(try await stranger.open("/kantor/klaim/\(claim.number)").status == 404)
        #expect(try await stranger.open("/kantor/klaim/0000-0000").status == 404)
    }
}
