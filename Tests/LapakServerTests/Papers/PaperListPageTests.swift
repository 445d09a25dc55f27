import HTTPTypes
import LapakDomain
import LapakNation
import LapakStore
import Testing

@testable import LapakDevelopment
@testable import LapakServer

/// The member's papers beside what their stories show: every reason and fault, withdrawing, and the personal link.
@Suite("The pages of a claim's papers") struct PaperListPageTests {
    @Test("every reason for giving back has its words on the paper's page", arguments: ReturnReason.allCases)
    func returned(reason: ReturnReason) async throws {
        let site = try await Site.open()
        let (phone, claim) = try await site.booked()
        try await site.put(.bankBook, .returned, for: claim.id, reason: reason, note: "Lihat <b>sudut</b> kanan & kiri")
        try await phone.open("/berkas/bank_book")
        let box = try #require(phone.page.markup.all { $0["class"] == "box w" }.first)
        #expect(box.words.contains(reason.words.id) && box.words.contains(reason.next.id))
        #expect(box.words.contains("Lihat <b>sudut</b> kanan & kiri"), "a note is text, not markup")
        #expect(phone.page.markup.all("b").isEmpty)
    }

    @Test("every fault of a file is said at its row with what to do", arguments: FileFault.Kind.allCases)
    func faults(kind: FileFault.Kind) async throws {
        let site = try await Site.open()
        let (phone, claim) = try await site.booked()
        try await site.put(.bankBook, .refused, for: claim.id, kind: nil, fault: kind)
        for language in [Language.id, .en] {
            phone.language = language
            try await phone.open("/berkas")
            #expect(phone.page.says(FileFault(kind, under: site.app.policy.files).words[language]), "\(language)")
        }
    }

    @Test func `what was sent can be withdrawn, once, and only by its own member`() async throws {
        let site = try await Site.open()
        let (phone, claim) = try await site.booked()
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

    // MARK: The personal link

    @Test func `the button pressed twice opens the same list, another one nothing`() async throws {
        let site = try await Site.open()
        _ = try await site.booked()
        // The letter is written after the event, and the link works all the same.
        site.clock.advance(.seconds(2))
        let path = try await site.link("/berkas/buka/", to: site.cast.siti.email)
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
    }

    @Test func `signing out closes the papers on this phone`() async throws {
        let site = try await Site.open()
        _ = try await site.booked()
        let person = try await Browser(site)
        try await person.open(try await site.link("/berkas/buka/", to: site.cast.siti.email))
        try await person.press("f-buka")
        try await person.open("/klaim/keluar")
        try await person.press("f-keluar")
        #expect(try await person.open("/berkas").status == 403)
    }

    @Test func `a form without a fit file is shown again with its sentence`() async throws {
        let site = try await Site.open()
        let (phone, _) = try await site.booked()
        try await phone.open("/berkas/ktp")
        let form = try #require(phone.page.markup.one(id: "f-foto"))
        #expect(form["enctype"] == "multipart/form-data" && form["action"]?.hasPrefix("/berkas/ktp?untuk=") ?? false)
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
