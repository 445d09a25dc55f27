import LapakDomain
import LapakGround
import LapakNation
import LapakServer
import LapakStore

extension Story {
    /// The yard in front of a branch, by plain forms: search, the person, the papers, the number, the line.
    static let yard =
        [
            Story("somebody new gets a number once the papers were looked at") { site in
                let (yard, siti) = (try await site.desk(as: .officer), site.cast.siti)
                try await yard.show("Yard/search", at: "/kantor/halaman")
                try await yard.press("f-cari", ["cari": siti.member.nik.digits])
                try await yard.show("Yard/person-nik-known")
                try hold(yard.page.markup.one(id: "nik")?["value"] == siti.member.nik.digits)
                try await yard.show("Yard/person", at: "/kantor/halaman/orang")
                try await yard.press("f-orang")
                try await yard.show("Yard/person-nothing", status: 422)
                try await yard.press(
                    "f-orang", ["nik": siti.member.nik.digits, "kpj": "1", "nama": "", "lahir": "x", "telepon": "1", "email": "a"])
                try await yard.show("Yard/person-wrong", status: 422)
                try await yard.describe(siti, name: "Orang Lain Sekali")
                try await yard.show("Yard/person-differs", status: 422)
                try await yard.describe(siti)
                try await yard.show("Yard/papers")
                let boxes = yard.boxes
                try await yard.check(Array(boxes.prefix(3)), "lengkap")
                try await yard.show("Yard/papers-not-complete", status: 422)
                let ticked = yard.page.markup.one(id: "ada")?.all("input").filter { $0["checked"] != nil }.count
                try hold(ticked == 3, "ticks are kept")
                try await yard.check(Array(boxes.prefix(3)), "kurang")
                try await yard.show("Yard/visit-incomplete")
                let walkIn = yard.page.path
                try await yard.show("Yard/missing", at: "\(walkIn)/kurang")
                try hold(!yard.page.markup.main.contains(siti.member.name), "the list that is printed names nobody")
                try await yard.open(walkIn)
                try await yard.check(boxes, "lengkap")
                try await yard.show("Yard/visit-waiting")
                let number = try yard.page.markup.all { $0["class"] == "nomor" }.first.found("the number").words
                try await yard.open("/kantor/halaman")
                try await yard.press("f-cari", ["cari": number.lowercased().replacing("-", with: " ")])
                try hold(yard.page.path == walkIn && yard.page.says(siti.member.name))
                try await yard.open("/kantor/halaman")
                try await yard.press("f-cari", ["cari": siti.member.nik.digits])
                try hold(yard.page.path == walkIn)
            },
            Story("somebody whom the registry does not know") { site in
                let yard = try await site.desk(as: .officer)
                try await yard.open("/kantor/halaman/orang")
                try await yard.press(
                    "f-orang",
                    [
                        "nik": "3173055204920777", "kpj": site.cast.siti.member.memberships[0].kpj.digits, "nama": "Siapa Saja",
                        "lahir": "12-04-1992", "telepon": "081234567890", "sebab": "resignation",
                    ])
                try await yard.show("Yard/trouble-unknown", status: 422)
            },
            Story("an appointment stands until the person changes it for today") { site in
                let yard = try await site.desk(as: .officer)
                let (phone, claim) = try await site.booked()
                try await yard.open("/kantor/halaman")
                try await yard.press("f-cari", ["cari": claim.nik.digits])
                try await yard.show("Yard/papers-of-an-appointment")
                try await yard.check(yard.boxes, "lengkap")
                try await yard.show("Yard/appointment")
                try await hold(site.claim(numbered: claim.number.value).slot == claim.slot, "nothing has changed yet")
                try await yard.press("f-ubah")
                try hold(yard.page.path.hasPrefix("/kantor/halaman/") && yard.page.says(claim.name))
                try await hold(site.claim(numbered: claim.number.value).slot != claim.slot)
                try await phone.show("Onsite/status-from-the-yard", at: "/klaim/status")
            },
            Story("when today's numbers are used up the waiting list takes over") { site in
                let yard = try await site.desk(as: .officer)
                try await site.shut()
                try await yard.show("Yard/search-full", at: "/kantor/halaman")
                try await yard.describe(site.cast.siti)
                try await yard.check(yard.boxes, "lengkap")
                try await yard.show("Yard/full", status: 409)
                try await yard.press("f-tunggu")
                try await yard.show("Yard/queued")
            },
            Story("the line is explained, and only two people change it") { site in
                let (yard, second) = (try await site.desk(1, as: .officer), try await site.desk(2, as: .manager))
                try await yard.show("Yard/line-empty", at: "/kantor/antrean")
                let walkIns = try await site.walkIns(2) + site.walkIns(priority: .elderly) + site.walkIns(papers: "incomplete")
                let (first, next) = (walkIns[0].text("id"), walkIns[1].text("id"))
                try await yard.show("Yard/line", at: "/kantor/antrean")
                try await second.show("Yard/line-of-the-manager", at: "/kantor/antrean")
                try await yard.press("f-urutan", ["nomor": next, "sebelum": next, "alasan": "Sakit"])
                try await yard.show("Yard/line-same", status: 422)
                try await yard.press("f-urutan", ["nomor": next, "sebelum": first, "alasan": ""])
                try await yard.show("Yard/line-no-reason", status: 422)
                try await yard.press("f-urutan", ["nomor": next, "sebelum": first, "alasan": "Anaknya demam tinggi"])
                try await yard.show("Yard/line-asked")
                let answers = yard.page.markup.all("form").filter { ($0["id"] ?? "").hasPrefix("f-jawab") }
                try hold(answers.isEmpty, "nobody agrees with oneself")
                try await hold(yard.post("/kantor/antrean/\(next)/jawab", [("jawab", "ya")]).status == 409)
                try await second.show("Yard/line-to-answer", at: "/kantor/antrean")
                try await second.press("f-jawab-\(next)", button: "ya")
                try await second.show("Yard/line-changed")
                let order = second.page.markup.all("tbody").first?.all("a").map(\.words) ?? []
                let (moved, before) = (order.firstIndex(of: walkIns[1].text("number")), order.firstIndex(of: walkIns[0].text("number")))
                try hold(moved.found() < before.found())
            },
        ]
        + searches.map(search) + ["expected", "incomplete", "waiting"].map(visit) + troubles.map(trouble)

    private static let searches = [
        ("nothing", ""), ("short", "123"), ("number", "A-998"), ("ticket", "https://contoh.example/nomor/abc.0123456789abcdef"),
    ]
    private static let troubles: [(String, @Sendable (Cast) -> CastMember)] = [
        ("rina", { $0.rina }), ("joko", { $0.joko }), ("yuliana", { $0.yuliana }),
    ]

    /// What cannot be found is explained at the field.
    private static func search(_ name: String, _ typed: String) -> Story {
        Story("a search for \(name)") { site in
            let yard = try await site.desk(as: .officer)
            try await yard.open("/kantor/halaman")
            try await yard.press("f-cari", ["cari": typed])
            try await yard.show("Yard/search-\(name)", status: 422)
        }
    }

    /// Who cannot get a number hears why, and what to do.
    private static func trouble(_ name: String, _ person: @escaping @Sendable (Cast) -> CastMember) -> Story {
        Story("no number for \(name)") { site in
            let yard = try await site.desk(as: .officer)
            try await yard.describe(person(site.cast))
            try await yard.show("Yard/trouble-\(name)", status: 422)
        }
    }

    /// A visit as the yard sees it.
    private static func visit(_ papers: String) -> Story {
        Story("a visit that is \(papers)") { site in
            let yard = try await site.desk(as: .officer)
            let id = try await site.walkIns(papers: papers)[0].text("id")
            try await yard.show("Yard/visit-\(papers)-today", at: "/kantor/halaman/\(id)")
            try await yard.show("Onsite/ticket-\(papers)", at: "/kantor/nomor/\(id)/karcis")
            let receipt = try await yard.open("/kantor/nomor/\(id)/struk.bin")
            try hold(receipt.type == "application/octet-stream" && receipt.bytes.starts(with: [0x1B, 0x40]))
            let stranger = try await site.desk(7, as: .officer, at: site.app.nation.branches[1].id)
            for path in ["/kantor/halaman/\(id)", "/kantor/nomor/\(id)/karcis", "/kantor/nomor/\(id)/struk.bin"] {
                try await hold(stranger.open(path).status == 404, path)
            }
        }
    }
}

// An officer in the yard.
extension Browser {
    /// Every paper that the open page has a box for.
    var boxes: [String] {
        page.markup.one(id: "ada")?.all("input").filter { $0["name"] == "ada" }.compactMap { $0["value"] } ?? []
    }

    /// What stands on the person's cards, typed into the form.
    func describe(_ person: CastMember, name: String? = nil) async throws {
        let (year, month, day) = person.member.birth.date
        try await open("/kantor/halaman/orang")
        try await press(
            "f-orang",
            [
                "nik": person.member.nik.digits, "kpj": person.member.memberships[0].kpj.digits, "nama": name ?? person.member.name,
                "lahir": "\(day)-\(month)-\(year)", "telepon": person.phone, "email": person.email, "sebab": person.reason.rawValue,
            ])
    }

    /// Ticks papers and presses a verdict.
    func check(_ papers: [String], _ verdict: String) async throws {
        let form = try PageForm(id: "ada", in: page)
        let rest = try form.filled([], button: verdict).fields.filter { $0.0 != "ada" }
        try await post(form.element["action"] ?? "", rest + papers.map { ("ada", $0) })
    }
}
