import LapakDevelopment
import LapakDomain
import LapakNation
import LapakStore
import Testing

@testable import LapakServer

/// A mistake costs a sentence, never the work.
@Suite("What is wrong in a member's form") struct FormErrorTests {
    /// One form that cannot be taken: what is typed, and at which fields that is said.
    struct Mistake: Sendable, CustomTestStringConvertible {
        let name: String
        let form: String
        let typed: [(String, String)]
        let fields: [String]
        var testDescription: String { name }
    }

    static let mistakes: [Mistake] = [
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

    /// The steps before a form, in the order of the pages.
    private func walk(_ phone: Browser, to form: String) async throws {
        let siti = phone.site.cast.siti
        try await phone.choose()
        let steps: [(String, (Browser) async throws -> Void)] = [
            ("f-nik", { try await $0.sayNIK(siti) }), ("f-peserta", { try await $0.sayMembership(siti) }),
            ("f-kontak", { try await $0.sayContact(siti) }), ("f-kode", { try await $0.sayCode(siti) }),
            ("f-sebab", { try await $0.sayReason(siti) }),
        ]
        for (name, step) in steps {
            if name == form { return }
            try await step(phone)
        }
    }

    @Test("is said at the top and at the field, and nothing typed is lost", arguments: mistakes)
    func told(mistake: Mistake) async throws {
        let site = try await Site.open { _ in
        } policy: {
            $0.identity.asksBirth = true
            $0.identity.asksMother = true
        }
        let phone = try await Browser(site)
        try await walk(phone, to: mistake.form)
        let before = phone.page.path
        let form = try PageForm(id: mistake.form, in: phone.page).filled(mistake.typed)
        try await phone.post(form.action, form.fields)
        try await phone.see("Member/wrong-\(mistake.name)", status: 422)
        let page = phone.page.markup
        #expect(phone.page.path == before)
        #expect(page.title.hasPrefix("Kesalahan: "))
        let told = page.all { $0["class"] == "sum" }.first?.all("a").compactMap { $0["href"] } ?? []
        #expect(told == mistake.fields.map { "#\($0)" })
        for (name, value) in mistake.typed {
            let field = try #require(page.all("input").first { $0["name"] == name })
            // A code is typed anew: it is good once.
            if name != "kode" { #expect(field["value"] == value) }
            #expect((field["aria-invalid"] == "true") == mistake.fields.contains(name), "\(name)")
        }
    }

    @Test func `a wrong code can be corrected, with blanks between the digits`() async throws {
        let site = try await Site.open()
        let (phone, siti) = (try await Browser(site), site.cast.siti)
        try await walk(phone, to: "f-kode")
        let code = try await site.code(to: siti.email)
        try await phone.press("f-kode", ["kode": code == "000000" ? "111111" : "000000"])
        try await phone.see("Member/wrong-code", status: 422)
        try await phone.press("f-kode", ["kode": "\(code.prefix(3)) \(code.suffix(3))"])
        #expect(phone.page.path == "/daftar/sebab")
    }

    @Test func `after too many wrong codes only a new one helps`() async throws {
        let site = try await Site.open()
        let (phone, siti) = (try await Browser(site), site.cast.siti)
        try await walk(phone, to: "f-kode")
        let code = try await site.code(to: siti.email)
        for _ in 0..<20 where !phone.page.says("kode baru") {
            try await phone.press("f-kode", ["kode": code == "000000" ? "111111" : "000000"])
        }
        try await phone.see("Member/wrong-code-spent", status: 422)
        try await phone.press("f-kode", ["kode": code])
        #expect(phone.page.status == 422, "the right one is spent, too")
        site.clock.advance(.minutes(2))
        try await phone.press("f-ulang")
        try await phone.see("Member/code-again")
        try await phone.sayCode(siti)
        #expect(phone.page.path == "/daftar/sebab")
    }

    @Test func `an old code is refused and a new one works`() async throws {
        let site = try await Site.open()
        let (phone, siti) = (try await Browser(site), site.cast.siti)
        try await walk(phone, to: "f-kode")
        let old = try await site.code(to: siti.email)
        try await site.wait(.minutes(16))
        try await phone.press("f-kode", ["kode": old])
        try await phone.see("Member/wrong-code-expired", status: 422)
        #expect(phone.page.says("kode baru"))
        try await phone.press("f-ulang")
        try await phone.sayCode(siti)
        #expect(phone.page.path == "/daftar/sebab")
    }

    @Test func `asked again at once no second code is sent`() async throws {
        let site = try await Site.open()
        let phone = try await Browser(site)
        try await walk(phone, to: "f-kode")
        try await site.settle()
        let before = site.outbox.all.count
        try await phone.press("f-ulang")
        try await phone.see("Member/code-too-soon", status: 409)
        try await site.settle()
        #expect(site.outbox.all.count == before)
    }

    @Test func `what differs from the registry is said after the proof, at its field, with the way to mend it`() async throws {
        let site = try await Site.open()
        let (phone, siti) = (try await Browser(site), site.cast.siti)
        try await phone.choose()
        try await phone.sayNIK(siti)
        let asked = Set(phone.page.markup.all("input").compactMap { $0["name"] })
        let typed = [
            ("kpj", siti.member.memberships[0].kpj.digits), ("nama", "Orang Lain Sekali"), ("lahir", "12-4-1992"), ("ibu", "Rohani"),
        ]
        let form = try PageForm(id: "f-peserta", in: phone.page).filled(typed.filter { asked.contains($0.0) })
        try await phone.post(form.action, form.fields)
        #expect(phone.page.path == "/daftar/kontak", "before the proof nothing is compared")
        try await phone.sayContact(siti)
        try await phone.sayCode(siti)
        #expect(phone.page.path == "/daftar/peserta")
        try await phone.see("Member/membership-differs", status: 422)
        try await phone.sayMembership(siti)
        #expect(phone.page.path == "/daftar/sebab")
    }

    @Test func `known and unknown members see the same before the proof`() async throws {
        let site = try await Site.open()
        func pages(_ nik: String) async throws -> [String] {
            let phone = try await Browser(site)
            let siti = site.cast.siti
            try await phone.choose()
            try await phone.press("f-nik", ["nik": nik])
            var seen = [phone.page.path, phone.page.markup.main]
            try await phone.sayMembership(siti)
            seen += [phone.page.path, phone.page.markup.main]
            try await phone.sayContact(siti)
            return seen + [phone.page.path, phone.page.markup.main]
        }
        let known = try await pages(site.cast.siti.member.nik.digits)
        site.clock.advance(.minutes(2))
        #expect(try await pages("3173055204920777") == known)
    }

    @Test("a NIK that is nobody's, or a card of somebody else, learns only that it does not match", arguments: [true, false])
    func nobody(isUnknown: Bool) async throws {
        let site = try await Site.open()
        let (phone, siti) = (try await Browser(site), site.cast.siti)
        try await phone.choose()
        if isUnknown { try await phone.press("f-nik", ["nik": "3173055204920777"]) } else { try await phone.sayNIK(site.cast.budi) }
        try await phone.sayMembership(siti)
        try await phone.sayContact(siti)
        try await phone.sayCode(siti)
        try await phone.see("Member/membership-\(isUnknown ? "unknown" : "of-another")", status: 422)
        #expect(!phone.page.says(site.cast.budi.member.name))
    }
}
