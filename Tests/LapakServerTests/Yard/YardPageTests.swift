import HTTPTypes
import LapakDomain
import LapakNation
import LapakStore
import Testing

@testable import LapakServer

/// The yard in front of a branch, by plain forms: search, the person, the papers, the number, the line.
@Suite("The pages of the yard") struct YardPageTests {
    private func open() async throws -> (site: Site, yard: Browser) {
        let site = try await Site.open()
        return (site, try await site.desk(1).browser)
    }

    /// What stands on the person's cards, typed into the form.
    private func describe(_ person: CastMember, _ yard: Browser, name: String? = nil) async throws {
        let (year, month, day) = person.member.birth.date
        try await yard.open("/kantor/halaman/orang")
        try await yard.press(
            "f-orang",
            [
                "nik": person.member.nik.digits, "kpj": person.member.memberships[0].kpj.digits, "nama": name ?? person.member.name,
                "lahir": "\(day)-\(month)-\(year)", "telepon": person.phone, "email": person.email, "sebab": person.reason.rawValue,
            ])
    }

    /// Ticks papers and presses a verdict.
    private func check(_ yard: Browser, _ papers: [String], _ verdict: String) async throws {
        let form = try PageForm(id: "ada", in: yard.page)
        let rest = try form.filled([], button: verdict).fields.filter { $0.0 != "ada" }
        try await yard.post(form.element["action"] ?? "", rest + papers.map { ("ada", $0) })
    }

    /// Every paper that the open page has a box for.
    private func boxes(_ yard: Browser) -> [String] {
        yard.page.markup.one(id: "ada")?.all("input").filter { $0["name"] == "ada" }.compactMap { $0["value"] } ?? []
    }

    @Test(
        "what cannot be found is explained at the field",
        arguments: [
            ("nothing", ""), ("short", "123"), ("number", "A-998"), ("ticket", "https://contoh.example/nomor/abc.0123456789abcdef"),
        ])
    func searching(name: String, typed: String) async throws {
        let (_, yard) = try await open()
        try await yard.open("/kantor/halaman")
        try await yard.press("f-cari", ["cari": typed])
        try await yard.see("Yard/search-\(name)", status: 422)
    }

    @Test func `somebody new gets a number once the papers were looked at`() async throws {
        let (site, yard) = try await open()
        let siti = site.cast.siti
        try await yard.see("Yard/search", at: "/kantor/halaman")
        try await yard.press("f-cari", ["cari": siti.member.nik.digits])
        try await yard.see("Yard/person-nik-known")
        #expect(yard.page.markup.one(id: "nik")?["value"] == siti.member.nik.digits)
        try await yard.see("Yard/person", at: "/kantor/halaman/orang")
        try await yard.press("f-orang")
        try await yard.see("Yard/person-nothing", status: 422)
        try await yard.press(
            "f-orang", ["nik": siti.member.nik.digits, "kpj": "1", "nama": "", "lahir": "x", "telepon": "1", "email": "a"])
        try await yard.see("Yard/person-wrong", status: 422)
        try await describe(siti, yard, name: "Orang Lain Sekali")
        try await yard.see("Yard/person-differs", status: 422)
        try await describe(siti, yard)
        try await yard.see("Yard/papers")
        let boxes = boxes(yard)
        try await check(yard, Array(boxes.prefix(3)), "lengkap")
        try await yard.see("Yard/papers-not-complete", status: 422)
        #expect(yard.page.markup.one(id: "ada")?.all("input").filter { $0["checked"] != nil }.count == 3, "ticks are kept")
        try await check(yard, Array(boxes.prefix(3)), "kurang")
        try await yard.see("Yard/visit-incomplete")
        let walkIn = yard.page.path
        try await yard.see("Yard/missing", at: "\(walkIn)/kurang")
        #expect(!yard.page.markup.main.contains(siti.member.name), "the list that is printed names nobody")
        try await yard.open(walkIn)
        try await check(yard, boxes, "lengkap")
        try await yard.see("Yard/visit-waiting")
        let number = try #require(yard.page.markup.all { $0["class"] == "nomor" }.first?.words)
        try await yard.open("/kantor/halaman")
        try await yard.press("f-cari", ["cari": number.lowercased().replacing("-", with: " ")])
        #expect(yard.page.path == walkIn && yard.page.says(siti.member.name))
        try await yard.open("/kantor/halaman")
        try await yard.press("f-cari", ["cari": siti.member.nik.digits])
        #expect(yard.page.path == walkIn)
    }

    @Test(
        "who cannot get a number hears why, and what to do",
        arguments: ["rina", "joko", "yuliana", "unknown"])
    func troubles(name: String) async throws {
        let (site, yard) = try await open()
        let cast = site.cast
        switch name {
        case "rina": try await describe(cast.rina, yard)
        case "joko": try await describe(cast.joko, yard)
        case "yuliana": try await describe(cast.yuliana, yard)
        default:
            try await yard.open("/kantor/halaman/orang")
            try await yard.press(
                "f-orang",
                [
                    "nik": "3173055204920777", "kpj": cast.siti.member.memberships[0].kpj.digits, "nama": "Siapa Saja",
                    "lahir": "12-04-1992",
                    "telepon": "081234567890", "sebab": "resignation",
                ])
        }
        try await yard.see("Yard/trouble-\(name)", status: 422)
    }

    @Test func `an appointment stands until the person changes it for today`() async throws {
        let (site, yard) = try await open()
        let phone = try await Browser(site)
        try await phone.book(site.cast.siti, at: site.branch.code)
        let claim = try await site.claim(numbered: try phone.number)
        try await yard.open("/kantor/halaman")
        try await yard.press("f-cari", ["cari": claim.nik.digits])
        try await yard.see("Yard/papers-of-an-appointment")
        try await check(yard, boxes(yard), "lengkap")
        try await yard.see("Yard/appointment")
        #expect(try await site.claim(numbered: claim.number.value).slot == claim.slot, "nothing has changed yet")
        try await yard.press("f-ubah")
        #expect(yard.page.path.hasPrefix("/kantor/halaman/") && yard.page.says(claim.name))
        #expect(try await site.claim(numbered: claim.number.value).slot != claim.slot)
        try await phone.see("Onsite/status-from-the-yard", at: "/klaim/status")
    }

    @Test func `when today's numbers are used up the waiting list takes over`() async throws {
        let (site, yard) = try await open()
        try await site.shut()
        try await yard.see("Yard/search-full", at: "/kantor/halaman")
        try await describe(site.cast.siti, yard)
        try await check(yard, boxes(yard), "lengkap")
        try await yard.see("Yard/full", status: 409)
        try await yard.press("f-tunggu")
        try await yard.see("Yard/queued")
    }

    @Test("a visit as the yard sees it", arguments: ["expected", "incomplete", "waiting"])
    func walkIns(papers: String) async throws {
        let (site, yard) = try await open()
        let walkIn = try #require(try await site.walkIns(papers: papers).first)
        try await yard.see("Yard/visit-\(papers)-today", at: "/kantor/halaman/\(walkIn.text("id"))")
        try await yard.see("Onsite/ticket-\(papers)", at: "/kantor/nomor/\(walkIn.text("id"))/karcis")
        let receipt = try await yard.open("/kantor/nomor/\(walkIn.text("id"))/struk.bin")
        #expect(receipt.type == "application/octet-stream" && receipt.bytes.starts(with: [0x1B, 0x40]))
        let (stranger, _) = try await site.desk(7, at: site.app.nation.branches[1].id)
        for path in [
            "/kantor/halaman/\(walkIn.text("id"))", "/kantor/nomor/\(walkIn.text("id"))/karcis",
            "/kantor/nomor/\(walkIn.text("id"))/struk.bin",
        ] {
            #expect(try await stranger.open(path).status == 404, "\(path)")
        }
    }

    @Test func `the line is explained, and only two people change it`() async throws {
        let (site, yard) = try await open()
        let (second, _) = try await site.desk(2, .manager)
        try await yard.see("Yard/line-empty", at: "/kantor/antrean")
        let walkIns = try await site.walkIns(2) + site.walkIns(priority: .elderly) + site.walkIns(papers: "incomplete")
        try await yard.see("Yard/line", at: "/kantor/antrean")
        try await second.see("Yard/line-of-the-manager", at: "/kantor/antrean")
        try await yard.press("f-urutan", ["nomor": walkIns[1].text("id"), "sebelum": walkIns[1].text("id"), "alasan": "Sakit"])
        try await yard.see("Yard/line-same", status: 422)
        try await yard.press("f-urutan", ["nomor": walkIns[1].text("id"), "sebelum": walkIns[0].text("id"), "alasan": ""])
        try await yard.see("Yard/line-no-reason", status: yard.page.status)
        #expect(yard.page.status == 422)
        try await yard.press(
            "f-urutan", ["nomor": walkIns[1].text("id"), "sebelum": walkIns[0].text("id"), "alasan": "Anaknya demam tinggi"])
        try await yard.see("Yard/line-asked")
        #expect(yard.page.markup.all("form").filter { ($0["id"] ?? "").hasPrefix("f-jawab") }.isEmpty, "nobody agrees with oneself")
        let alone = try await yard.post("/kantor/antrean/\(walkIns[1].text("id"))/jawab", [("jawab", "ya")])
        #expect(alone.status == 409)
        try await second.see("Yard/line-to-answer", at: "/kantor/antrean")
        try await second.press("f-jawab-\(walkIns[1].text("id"))", button: "ya")
        try await second.see("Yard/line-changed")
        let order = second.page.markup.all("tbody").first?.all("a").map(\.words) ?? []
        let (moved, before) = (
            try #require(order.firstIndex(of: walkIns[1].text("number"))), try #require(order.firstIndex(of: walkIns[0].text("number")))
        )
        #expect(moved < before)
    }

    @Test func `the worker's script is served to its own path, fresh each time`() async throws {
        let (_, yard) = try await open()
        let script = try await yard.open("/kantor/halaman/pekerja.js")
        #expect(script.status == 200 && script.type.hasPrefix("text/javascript"))
        #expect(script.headers[HTTPField.Name.serviceWorkerAllowed] == "/kantor/halaman" && script.headers[.cacheControl] == "no-cache")
    }
}
