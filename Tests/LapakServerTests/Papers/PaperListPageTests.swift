import HTTPTypes
import LapakDevelopment
import LapakDomain
import LapakNation
import LapakStore
import Testing

@testable import LapakServer

/// The member's papers: the list with every state, one paper's page, and the personal link.
@Suite("The pages of a claim's papers") struct PaperListPageTests {
    private func filed() async throws -> (site: Site, phone: Browser, claim: Claim) {
        let site = try await Site.open()
        let phone = try await Browser(site)
        try await phone.book(site.cast.siti, at: site.branch.code)
        return (site, phone, try await site.claim(numbered: try phone.number))
    }

    @Test func `an empty list leads to the first paper and names the real deadline`() async throws {
        let (_, phone, claim) = try await filed()
        try await phone.see("Papers/list-empty", at: "/berkas")
        #expect(phone.page.says("23.59") && phone.page.says("0 dari 5 wajib diterima"))
        let first = try #require(phone.page.markup.one(id: "daftar")?.all("a").first { $0["class"] == "btn" })
        #expect(first.words.hasPrefix("Kirim: "))
        #expect(claim.papersDue != nil)
        for paper in Dossier(claim.facts, documents: []).required.flatMap({ $0.item.papers.prefix(1) }) {
            try await phone.see("Papers/photo-\(paper.rawValue)", at: "/berkas/\(paper.rawValue)")
        }
    }

    @Test func `every state is said with its reason and its next step`() async throws {
        let (site, phone, claim) = try await filed()
        try await site.put(.ktp, .accepted, for: claim.id)
        try await site.put(.kartuPeserta, .waiting, for: claim.id, hints: [.blurred, .dark])
        try await site.put(
            .resignationLetter, .returned, for: claim.id, reason: .cutOff, note: "Cap perusahaan tidak terlihat.")
        try await site.put(.bankBook, .refused, for: claim.id, kind: nil, fault: .encryptedPDF)
        try await site.put(.facePhoto, .checking, for: claim.id, kind: nil)
        try await phone.see("Papers/list-every-state", at: "/berkas")
        let marks = phone.page.markup.all { ($0["class"] ?? "").hasPrefix("tag") }.map(\.words)
        #expect(marks.prefix(5) == ["Menunggu petugas", "Diterima", "Foto ulang", "Kirim ulang", "Sedang diperiksa"])
        #expect(phone.page.says("Cap perusahaan tidak terlihat.") && phone.page.says("dikunci dengan kata sandi"))
        try await phone.see("Papers/photo-returned", at: "/berkas/resignation_letter")
        try await phone.see("Member/status-papers", at: "/klaim/status")
        try await phone.see("Member/proof-papers", at: "/klaim/bukti")
        for (path, status, words) in [
            ("passport", 422, "tidak diminta"), ("ktp", 409, "sudah diterima"), ("apa", 404, "tidak ada"),
        ] {
            let answer = try await phone.open("/berkas/\(path)")
            #expect(answer.status == status && answer.says(words), "\(path)")
        }
        try await phone.see("Papers/refused-accepted", at: "/berkas/ktp", status: 409)
        try await phone.see("Papers/refused-not-asked", at: "/berkas/passport", status: 422)
    }

    @Test("every reason for giving back has its words on the paper's page", arguments: ReturnReason.allCases)
    func returned(reason: ReturnReason) async throws {
        let (site, phone, claim) = try await filed()
        try await site.put(.bankBook, .returned, for: claim.id, reason: reason, note: "Lihat <b>sudut</b> kanan & kiri")
        try await phone.open("/berkas/bank_book")
        let box = try #require(phone.page.markup.all { $0["class"] == "box w" }.first)
        #expect(box.words.contains(reason.words.id) && box.words.contains(reason.next.id))
        #expect(box.words.contains("Lihat <b>sudut</b> kanan & kiri"), "a note is text, not markup")
        #expect(phone.page.markup.all("b").isEmpty)
    }

    @Test("every fault of a file is said at its row with what to do", arguments: FileFault.Kind.allCases)
    func faults(kind: FileFault.Kind) async throws {
        let (site, phone, claim) = try await filed()
        try await site.put(.bankBook, .refused, for: claim.id, kind: nil, fault: kind)
        for language in [Language.id, .en] {
            phone.language = language
            try await phone.open("/berkas")
            #expect(phone.page.says(FileFault(kind, under: site.app.policy.files).words[language]), "\(language)")
        }
    }

    @Test func `when everything is in the page says what happens next`() async throws {
        let (site, phone, claim) = try await filed()
        try await site.putAll(.waiting, for: claim)
        try await phone.see("Papers/list-sent", at: "/berkas")
        #expect(phone.page.says("Semua dokumen wajib sudah masuk"))
        #expect(phone.page.markup.one(id: "daftar")?.all("a").filter { $0["class"] == "btn" }.isEmpty == true)
    }

    @Test func `what was sent can be withdrawn, once, and only by its own member`() async throws {
        let (site, phone, claim) = try await filed()
        let (ktp, card) = (try await site.put(.ktp, .waiting, for: claim.id), try await site.put(.kartuPeserta, .accepted, for: claim.id))
        try await phone.open("/berkas")
        try await phone.press("f-tarik-\(ktp.rawValue)")
        #expect(phone.page.path == "/berkas" && !phone.page.says("Menunggu petugas"))
        try await phone.post("/berkas/dokumen/\(ktp.rawValue)/tarik")
        #expect(phone.page.path == "/berkas", "withdrawing again is harmless")
        try await phone.post("/berkas/dokumen/\(card.rawValue)/tarik")
        try await phone.see("Papers/withdraw-accepted", status: 409)
        let stranger = try await Browser(site)
        try await stranger.book(site.cast.budi, at: site.branch.code)
        #expect(try await stranger.post("/berkas/dokumen/\(card.rawValue)/tarik").status == 404)
        #expect(try await Browser(site).post("/berkas/dokumen/\(card.rawValue)/tarik").status == 403)
        #expect(try await site.test.document(card).phase == .accepted)
    }

    @Test func `one of several papers is chosen first`() async throws {
        let site = try await Site.open()
        let phone = try await Browser(site)
        try await phone.book(site.cast.budi, at: site.branch.code)
        try await phone.open("/berkas")
        let way = try #require(phone.page.markup.all("a").compactMap { $0["href"] }.first { $0.hasPrefix("/berkas/pilih/") })
        try await phone.see("Papers/choice", at: way)
        try await phone.press("f-pilih")
        try await phone.see("Papers/choice-nothing", status: 422)
        let papers = phone.page.markup.all("input").filter { $0["name"] == "dokumen" }.compactMap { $0["value"] }
        #expect(papers.count == 5)
        try await phone.press("f-pilih", ["dokumen": papers[1]])
        #expect(phone.page.path == "/berkas/\(papers[1])")
    }

    // MARK: The personal link

    /// The link's address in the confirmation.
    private func link(_ site: Site) async throws -> String {
        let words = try await site.message(to: site.cast.siti.email).text.split { $0.isWhitespace }
        let link = try #require(words.first { $0.contains("/berkas/buka/") })
        return String(link[try #require(link.firstRange(of: "/berkas/buka/")).lowerBound...])
    }

    @Test func `scanners open the link without using it, a person exchanges it once`() async throws {
        let (site, phone, claim) = try await filed()
        // The letter is written after the event, and the link works all the same.
        site.clock.advance(.seconds(2))
        let path = try await link(site)
        for _ in 0..<3 {
            let answer = try await site.answer(.get, path)
            #expect(answer.status == 200 && !answer.cookies.contains { $0.name == "berkas" })
            for secret in [claim.number.description, claim.name, claim.nik.digits, site.cast.siti.email] {
                #expect(!answer.text.contains(secret), "the page before the button names nobody")
            }
        }
        let person = try await Browser(site)
        try await person.see("Papers/link", at: path)
        try await person.press("f-buka")
        #expect(person.page.path == "/berkas" && person.page.status == 200)
        #expect(!person.page.text.contains(try #require(path.split(separator: ".").last)))
        try await person.see("Papers/link-used-here", at: path, status: 409)
        let second = try await Browser(site)
        try await second.see("Papers/link-used", at: path, status: 409)
        try await second.see("Papers/door", at: "/berkas", status: 403)
        #expect(try await phone.open("/berkas").status == 200)
    }

    @Test func `the button pressed twice opens the same list, another one nothing`() async throws {
        let (site, _, _) = try await filed()
        let path = try await link(site)
        let one = try await Browser(site)
        try await one.open(path)
        let form = try PageForm(id: "f-buka", in: one.page).filled([])
        let (first, again) = (
            try await one.post(form.action, form.fields, following: false), try await one.post(form.action, form.fields, following: false)
        )
        #expect(first.status == 303 && again.status == 303)
        let opened = first.cookies.first { $0.name == "berkas" }?.value
        #expect(opened != nil && opened == again.cookies.first { $0.name == "berkas" }?.value)
        let other = try await Browser(site).post(form.action, [("kunci", "lain")])
        #expect(other.status == 409 && !other.cookies.contains { $0.name == "berkas" })
    }

    @Test(
        "an unknown link is told kindly, the same for all",
        arguments: [
            "x", "0.0", "zz.00000000000000000000000000000000", String(repeating: "a", count: 200),
        ])
    func unknown(word: String) async throws {
        let phone = try await Browser(try await Site.open())
        let answer = try await phone.open("/berkas/buka/\(word)")
        #expect(answer.status == 410 && answer.says("tidak berlaku") && answer.markup.all("a").contains { $0["href"] == "/klaim" })
        if word == "x" { try await phone.see("Papers/link-unknown", status: 410) }
    }

    @Test func `a new link replaces the old one, but not at once`() async throws {
        let (site, phone, _) = try await filed()
        let old = try await link(site)
        try await phone.open("/klaim/status")
        try await phone.press("/klaim/tautan")
        try await phone.see("Member/status-link-too-soon", status: phone.page.status)
        #expect(phone.page.says("Tunggu sebentar"))
        #expect(try await site.answer(.get, old).status == 200)
        site.clock.advance(.seconds(60))
        try await phone.open("/klaim/status")
        try await phone.press("/klaim/tautan")
        try await phone.see("Member/status-link-sent")
        let new = try await link(site)
        #expect(new != old)
        #expect(try await site.answer(.get, old).status == 410)
        #expect(try await site.answer(.get, new).status == 200)
    }

    @Test func `signing out closes the papers on this phone`() async throws {
        let (site, _, _) = try await filed()
        let person = try await Browser(site)
        try await person.open(try await link(site))
        try await person.press("f-buka")
        try await person.press("/klaim/keluar")
        #expect(try await person.open("/berkas").status == 403)
    }

    @Test func `a form without a fit file is shown again with its sentence`() async throws {
        let (site, phone, _) = try await filed()
        try await phone.open("/berkas/ktp")
        let form = try #require(phone.page.markup.one(id: "f-foto"))
        #expect(form["enctype"] == "multipart/form-data" && form["action"] == "/berkas/ktp")
        #expect(form.all("input").contains { $0["name"] == "berkas" && $0["accept"] == "image/jpeg,image/png,application/pdf" })
        let cookie = phone.page.request.headerFields[.cookie]
        let body =
            "--x\r\nContent-Disposition: form-data; name=\"kunci\"\r\n\r\nabcdefgh\r\n--x\r\nContent-Disposition: form-data; "
            + "name=\"berkas\"; filename=\"\"\r\nContent-Type: application/octet-stream\r\n\r\n\r\n--x--\r\n"
        let answer = try await site.answer(
            .post, "/berkas/ktp", headers: [.cookie: cookie ?? "", .contentType: "multipart/form-data; boundary=x"], body: Array(body.utf8))
        #expect(answer.status == 422)
        #expect(answer.markup.one(id: "berkas")?["aria-invalid"] == "true")
        #expect(answer.markup.title.hasPrefix("Kesalahan:"))
        let broken = try await site.answer(
            .post, "/berkas/ktp", headers: [.cookie: cookie ?? "", .contentType: "multipart/form-data; boundary=x"], body: Array("--y".utf8)
        )
        #expect((400..<500).contains(broken.status))
    }
}
