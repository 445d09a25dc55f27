import LapakDomain
import LapakNation
import LapakServer

/// One form that cannot be taken: what is typed, and at which fields that is said.
struct Mistake: Sendable {
    let name: String
    let form: String
    let typed: [(String, String)]
    let fields: [String]

    static let all: [Mistake] = [
        Mistake(name: "nik-empty", form: "f-nik", typed: [("nik", "")], fields: ["nik"]),
        Mistake(name: "nik-fifteen", form: "f-nik", typed: [("nik", "947199010180000")], fields: ["nik"]),
        Mistake(name: "nik-impossible", form: "f-nik", typed: [("nik", "9471999901800001")], fields: ["nik"]),
        Mistake(
            name: "membership-empty", form: "f-peserta", typed: [("kpj", ""), ("nama", ""), ("lahir", ""), ("ibu", "")],
            fields: ["kpj", "nama", "lahir", "ibu"]),
        Mistake(
            name: "membership-some", form: "f-peserta",
            typed: [("kpj", "123"), ("nama", "Siti Aminah"), ("lahir", "31-02-1990"), ("ibu", "Rohani")],
            fields: ["kpj", "lahir"]),
        Mistake(name: "contact-empty", form: "f-kontak", typed: [("email", ""), ("telepon", "")], fields: ["email", "telepon"]),
        Mistake(
            name: "contact-phone", form: "f-kontak", typed: [("email", "siti@example.com"), ("telepon", "021 5550")], fields: ["telepon"]),
        Mistake(name: "code-short", form: "f-kode", typed: [("kode", "12345")], fields: ["kode"]),
        Mistake(name: "reason-none", form: "f-sebab", typed: [], fields: ["sebab"]),
        Mistake(name: "check-not-agreed", form: "f-periksa", typed: [], fields: ["setuju"]),
    ]

    /// It is said at the top and at the field, and nothing typed is lost.
    fileprivate func isTold(on page: Answer) throws {
        try hold(page.markup.title.hasPrefix("Kesalahan: "))
        let told = page.markup.all { $0["class"] == "sum" }.first?.all("a").compactMap { $0["href"] } ?? []
        try hold(told == fields.map { "#\($0)" }, "\(told)")
        for (name, value) in typed {
            let field = try page.markup.all("input").first { $0["name"] == name }.found(name)
            // A code is typed anew: it is good once.
            if name != "kode" { try hold(field["value"] == value) }
            try hold((field["aria-invalid"] == "true") == fields.contains(name), name)
        }
    }
}

extension Story {
    /// A mistake costs a sentence, never the work.
    static let mistakes =
        Mistake.all.map { mistake in
            Story(
                "\(mistake.name) is told at its field",
                policy: {
                    $0.identity.asksBirth = true
                    $0.identity.asksMother = true
                }
            ) { site in
                let phone = try await Browser(site)
                try await phone.walk(to: mistake.form)
                let before = phone.page.path
                let form = try PageForm(id: mistake.form, in: phone.page).filled(mistake.typed)
                try await phone.post(form.action, form.fields)
                try await phone.show("Member/wrong-\(mistake.name)", status: 422)
                try hold(phone.page.path == before)
                try mistake.isTold(on: phone.page)
            }
        } + codes

    private static let codes = [
        Story("a wrong code can be corrected, with blanks between the digits") { site in
            let (phone, siti) = (try await Browser(site), site.cast.siti)
            try await phone.walk(to: "f-kode")
            let code = try await site.code(to: siti.email)
            try await phone.press("f-kode", ["kode": code == "000000" ? "111111" : "000000"])
            try await phone.show("Member/wrong-code", status: 422)
            try await phone.press("f-kode", ["kode": "\(code.prefix(3)) \(code.suffix(3))"])
            try hold(phone.page.path == "/daftar/sebab")
        },
        Story("after too many wrong codes only a new one helps") { site in
            let (phone, siti) = (try await Browser(site), site.cast.siti)
            try await phone.walk(to: "f-kode")
            let code = try await site.code(to: siti.email)
            for _ in 0..<20 where !phone.page.says("kode baru") {
                try await phone.press("f-kode", ["kode": code == "000000" ? "111111" : "000000"])
            }
            try await phone.show("Member/wrong-code-spent", status: 422)
            try await phone.press("f-kode", ["kode": code])
            try hold(phone.page.status == 422, "the right one is spent, too")
            site.clock.advance(.minutes(2))
            try await phone.press("f-ulang")
            try await phone.show("Member/code-again")
            try await phone.sayCode(siti)
            try hold(phone.page.path == "/daftar/sebab")
        },
        Story("an old code is refused and a new one works") { site in
            let (phone, siti) = (try await Browser(site), site.cast.siti)
            try await phone.walk(to: "f-kode")
            let old = try await site.code(to: siti.email)
            try await site.wait(.minutes(16))
            try await phone.press("f-kode", ["kode": old])
            try await phone.show("Member/wrong-code-expired", status: 422)
            try hold(phone.page.says("kode baru"))
            try await phone.press("f-ulang")
            try await phone.sayCode(siti)
            try hold(phone.page.path == "/daftar/sebab")
        },
        Story("asked again at once no second code is sent") { site in
            let phone = try await Browser(site)
            try await phone.walk(to: "f-kode")
            try await site.settle()
            let before = site.outbox.all.count
            try await phone.press("f-ulang")
            try await phone.show("Member/code-too-soon", status: 409)
            try await site.settle()
            try hold(site.outbox.all.count == before)
        },
        Story("what differs from the registry is said after the proof, at its field, with the way to mend it") { site in
            let (phone, siti) = (try await Browser(site), site.cast.siti)
            try await phone.choose()
            try await phone.sayNIK(siti)
            let asked = Set(phone.page.markup.all("input").compactMap { $0["name"] })
            let typed = [
                ("kpj", siti.member.memberships[0].kpj.digits), ("nama", "Orang Lain Sekali"), ("lahir", "12-4-1992"), ("ibu", "Rohani"),
            ]
            let form = try PageForm(id: "f-peserta", in: phone.page).filled(typed.filter { asked.contains($0.0) })
            try await phone.post(form.action, form.fields)
            try hold(phone.page.path == "/daftar/kontak", "before the proof nothing is compared")
            try await phone.sayContact(siti)
            try await phone.sayCode(siti)
            try hold(phone.page.path == "/daftar/peserta")
            try await phone.show("Member/membership-differs", status: 422)
            try await phone.sayMembership(siti)
            try hold(phone.page.path == "/daftar/sebab")
        },
        Story(
            "where it was tried too often the answers are kept, and the page says when and where else",
            policy: { $0.identity.triesPerNIK = 0 }
        ) {
            site in
            let (phone, siti) = (try await Browser(site), site.cast.siti)
            try await phone.choose()
            try await phone.identify(siti)
            try await phone.show("Member/compare")
            try await phone.press("f-cocok")
            try await phone.show("Member/compare-spent", status: 429)
        },
        Story("after three wrong tries only that something differs is said") { site in
            let (phone, siti) = (try await Browser(site), site.cast.siti)
            try await phone.choose()
            try await phone.sayNIK(siti)
            func say(_ name: String) async throws {
                let known = [("kpj", siti.member.memberships[0].kpj.digits), ("nama", name), ("lahir", "12-4-1992"), ("ibu", "Rohani")]
                try await phone.post("/daftar/peserta", known)
            }
            try await say("Orang Lain")
            try await phone.sayContact(siti)
            try await phone.sayCode(siti)
            for name in ["Orang Kedua", "Orang Ketiga", "Orang Keempat"] { try await say(name) }
            try await phone.show("Member/membership-differs-later", status: 422)
        },
        Story("a NIK that is nobody's learns only that it does not match") { site in
            let (phone, siti) = (try await Browser(site), site.cast.siti)
            try await phone.choose()
            try await phone.press("f-nik", ["nik": "3173055204920777"])
            try await phone.sayMembership(siti)
            try await phone.sayContact(siti)
            try await phone.sayCode(siti)
            try await phone.show("Member/membership-unknown", status: 422)
        },
        Story("a card of somebody else learns only that it does not match") { site in
            let (phone, siti) = (try await Browser(site), site.cast.siti)
            try await phone.choose()
            try await phone.sayNIK(site.cast.budi)
            try await phone.sayMembership(siti)
            try await phone.sayContact(siti)
            try await phone.sayCode(siti)
            try await phone.show("Member/membership-of-another", status: 422)
            try hold(!phone.page.says(site.cast.budi.member.name))
        },
    ]
}

extension Browser {
    /// The steps before a form, in the order of the pages.
    fileprivate func walk(to form: String) async throws {
        let siti = site.cast.siti
        try await choose()
        let steps: [(String, (Browser) async throws -> Void)] = [
            ("f-nik", { try await $0.sayNIK(siti) }), ("f-peserta", { try await $0.sayMembership(siti) }),
            ("f-kontak", { try await $0.sayContact(siti) }), ("f-kode", { try await $0.sayCode(siti) }),
            ("f-sebab", { try await $0.sayReason(siti) }),
        ]
        for (name, step) in steps {
            if name == form { return }
            try await step(self)
        }
    }
}
