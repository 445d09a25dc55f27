import LapakDomain
import LapakNation
import LapakStore
import Testing

@testable import LapakDevelopment
@testable import LapakServer

/// Verdicts that come twice or from elsewhere; what the pages show, stories tell.
@Suite("The pages of the pre-check") struct PrecheckPageTests {
    /// A claim at the first branch with these papers waiting, and an officer there.
    private func queue(
        _ papers: [Paper]
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
