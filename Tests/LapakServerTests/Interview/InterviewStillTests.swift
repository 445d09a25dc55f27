import Crypto
import LapakDomain
import LapakGround
import LapakInspection
import LapakStore
import LapakVault
import Testing

@testable import LapakServer

@Suite("Stills of an interview") struct InterviewStillTests {
    private func seated() async throws -> (TestApp, TestMember) {
        let test = try await TestApp.make()
        let member = try await TestMember.one(in: test)
        try await member.enter()
        _ = try await member.sit(with: try await test.staff(1))
        try await member.press(.answer)
        try await member.press(.confirm)
        return (test, member)
    }

    private func evidence(_ test: TestApp) async throws -> [Evidence] {
        try await test.app.store.read { try $0.query("SELECT \(Evidence.table.columnList) FROM evidence ORDER BY id").map(Evidence.init) }
    }

    @Test("a still is encoded anew, sealed with the claim's key, and its hash stands in the journal") func kept() async throws {
        let (test, member) = try await seated()
        let kept = try await member.send(pixel, as: "ktp")
        #expect(kept.kind == "ktp" && !kept.missing.contains("ktp") && !kept.missing.isEmpty)
        let found = try #require(try await evidence(test).first)
        let bytes = try await InterviewStills.original(found, test.app)
        #expect(SHA256.hash(data: bytes).hex == kept.sha256 && found.sha256 == kept.sha256 && found.how == "photo")
        #expect(found.width == 1 && found.height == 1)
        let preview = try await InterviewStills.load(found, test.app)
        #expect(preview.starts(with: [0xFF, 0xD8]))
        let told = try await test.lines().contains {
            if case .evidence(.kept(_, member.claim, found.id, kept.sha256)) = $0.event { true } else { false }
        }
        #expect(told)
        let name = test.app.papers.name(.cleaned, of: ID(found.id.rawValue), member.claim)
        let sealed = try await test.app.papers.blobs.open(name)
        let other = test.app.papers.seal(.cleaned, of: ID(1), try await test.app.papers.key(of: member.claim))
        #expect(throws: VaultTrouble.self) { try SealedReader(sealed, other).all(limit: 1 << 20) }
    }

    @Test("the same photo sent twice under its key is one still; without a key it is a newer one") func once() async throws {
        let (test, member) = try await seated()
        let first = try await member.send(pixel, as: "ktp", key: "a1")
        let again = try await member.send(pixel, as: "ktp", key: "a1")
        #expect(first.evidence == again.evidence)
        #expect(try await evidence(test).count == 1)
        _ = try await member.send(pixel, as: "ktp")
        #expect(try await evidence(test).count == 2)
        await #expect(throws: Refusal.keyReused) { try await member.send(pixel, as: "face", key: "a1") }
    }

    @Test("hostile files, papers that nobody asked for and too many photos are refused, and nothing of them is kept")
    func refused() async throws {
        let (test, member) = try await seated()
        let pdf = Array("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>".utf8)
        for bytes in [Array("<script>".utf8), Array(pixel.prefix(40)), pdf, []] {
            await #expect(throws: Refusal.self) { try await member.send(bytes, as: "ktp") }
        }
        let large = [UInt8](repeating: 0xFF, count: test.app.policy.files.mostBytes + 1)
        await #expect(throws: Refusal.file(FileFault(.tooLarge, under: test.app.policy.files))) {
            try await member.send(large, as: "ktp")
        }
        await #expect(throws: Refusal.paperNotAsked) { try await member.send(pixel, as: "npwp") }
        await #expect(throws: Refusal.paperNotAsked) { try await member.send(pixel, as: "../etc/passwd") }
        #expect(try await evidence(test).isEmpty)
        let (id, now) = (try await member.interview.id, test.clock.now)
        for _ in 0..<150 {
            _ = try? await test.app.store.write(in: test.app.context(at: now)) {
                try $0.spend("foto:\(id.rawValue)", most: 150, per: .hours(1))
            }
        }
        await #expect { try await member.send(pixel, as: "ktp") } throws: { ($0 as? Refusal)?.isTooOften ?? false }
    }

    @Test("what the antivirus finds is refused; while it is away a photo is kept, because only its pixels are") func scanned() async throws
    {
        let (test, member) = try await seated()
        let (interview, scanner) = (try await member.interview, SwitchedScanner())
        let stills = InterviewStills(app: test.app, scanner: scanner)
        scanner.answers(.found("Eicar"))
        await #expect(throws: Refusal.file(FileFault(.virus, under: test.app.policy.files))) {
            try await stills.keep(pixel, as: .paper(.ktp), how: "file", of: interview, key: nil)
        }
        #expect(try await evidence(test).isEmpty)
        for verdict in [ScanVerdict.clean, nil] {
            scanner.answers(verdict)
            _ = try await stills.keep(pixel, as: .paper(.ktp), how: "file", of: interview, key: nil)
        }
        #expect(try await evidence(test).count == 2)
    }

    @Test("the plain form of a phone without scripts ends in the same still") func form() async throws {
        let (test, member) = try await seated()
        var body = Array(
            "--xyz\r\nContent-Disposition: form-data; name=\"kunci\"\r\n\r\nk1\r\n--xyz\r\nContent-Disposition: form-data; ".utf8)
        body +=
            Array("name=\"berkas\"; filename=\"foto.png\"\r\nContent-Type: image/png\r\n\r\n".utf8) + pixel + Array("\r\n--xyz--\r\n".utf8)
        for _ in 0..<2 {
            let call = member.call(
                "/wawancara/foto", query: "jenis=ktp&cara=file", body: body, type: "multipart/form-data; boundary=xyz")
            _ = try await InterviewPhotos.receive(call, isForm: true)
        }
        let found = try await evidence(test)
        #expect(found.count == 1 && found.first?.how == "file" && found.first?.kind == .paper(.ktp))
    }

    @Test("another claim's interview is out of reach, and photos before the seat are refused") func others() async throws {
        let test = try await TestApp.make()
        let members = try await TestMember.ready(2, in: test)
        try await members[0].enter()
        await #expect(throws: Refusal.notYours) { try await members[1].send(pixel, as: "ktp") }
        await #expect(throws: Refusal.self) { try await members[0].send(pixel, as: "face") }
        let view = try await InterviewView.load(members[1].call())
        #expect(view.interview == nil && view.claim.id == members[1].claim)
        #expect(try await evidence(test).isEmpty)
    }

    @Test("the last original calls the officer; one that comes back is asked for again with its reason") func givenBack() async throws {
        let (test, member) = try await seated()
        for paper in try await member.interview.wanted { _ = try await member.send(pixel, as: paper.rawValue) }
        #expect(try await member.interview.phase == .shown)
        try await member.officer { try $0.giveBack(.identity, .illegible, by: ID(1), policy: test.app.policy, at: test.clock.now) }
        let page = try await member.page()
        #expect(page.contains("data-foto=\"ktp\"") && page.contains("Tulisannya tidak terbaca.") && page.contains("Foto ulang"))
        let kept = try await member.send(pixel, as: "ktp")
        #expect(kept.missing.isEmpty)
        #expect(try await member.interview.phase == .shown)
    }
}
