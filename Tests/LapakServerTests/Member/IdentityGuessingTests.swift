import HTTPTypes
import LapakDomain
import LapakGround
import LapakNation
import LapakStore
import Testing

@testable import LapakDevelopment
@testable import LapakServer

/// The registry as strangers meet it: through pages and through the interface.
@Suite("Guessing an identity") struct IdentityGuessingTests {
    private func comparisons(_ site: Site) async throws -> Int {
        try await site.app.store.read {
            Int(try $0.query("SELECT count(*) FROM journal WHERE body LIKE '%identityCompared%'")[0].int(0))
        }
    }

    /// A browser whose mailbox is proven, with everything right but the name.
    private func stranger(_ site: Site) async throws -> Browser {
        let (phone, siti) = (try await Browser(site), site.cast.siti)
        try await phone.choose()
        try await phone.sayNIK(siti)
        try await say("Nama Tebakan", phone, siti)
        try await phone.sayContact(siti)
        try await phone.sayCode(siti)
        return phone
    }

    private func say(_ name: String, _ phone: Browser, _ person: CastMember) async throws {
        let (year, month, day) = person.member.birth.date
        try await phone.post(
            "/daftar/peserta",
            [
                ("kpj", person.member.memberships[0].kpj.digits), ("nama", name), ("lahir", "\(day)-\(month)-\(year)"),
                ("ibu", person.member.mother),
            ])
    }

    @Test func `opening a page never asks the registry`() async throws {
        let site = try await Site.open()
        let phone = try await stranger(site)
        let before = try await comparisons(site)
        #expect(before == 1)
        for path in ["/daftar/peserta", "/daftar/sebab", "/daftar/nik", "/daftar/periksa", "/daftar/kode", "/jadwal"] {
            for _ in 0..<5 { try await phone.open(path) }
        }
        #expect(try await comparisons(site) == before)
    }

    @Test func `the fourth guess hears only that something differs, and where people help`() async throws {
        let site = try await Site.open()
        let (phone, siti) = (try await stranger(site), site.cast.siti)
        for guess in 1...5 {
            if guess > 1 { try await say("Nama Tebakan Ke\(["dua", "tiga", "empat", "lima"][guess - 2])", phone, siti) }
            #expect(phone.page.path == "/daftar/peserta" && phone.page.status == 422)
            #expect(phone.page.says("Nama Anda berbeda") == (guess <= 3))
            #expect(phone.page.says("Data yang Anda isi tidak cocok") == (guess > 3))
            #expect(phone.page.markup.all("a").contains { $0["href"] == "/hari-ini" })
        }
        try await say(siti.member.name, phone, siti)
        #expect(phone.page.path == "/daftar/sebab" && phone.page.status == 200)
    }

    @Test func `when the tries are used up pages and interface refuse the right answer, and say when`() async throws {
        let site = try await Site.open(policy: { $0.identity.triesPerNIK = 4 })
        let (phone, siti) = (try await stranger(site), site.cast.siti)
        for name in ["Satu Orang", "Dua Orang", "Tiga Orang"] { try await say(name, phone, siti) }
        try await say(siti.member.name, phone, siti)
        #expect(phone.page.path == "/daftar/sebab" && phone.page.says("Bandingkan sekarang"))
        try await phone.press("f-cocok")
        #expect(phone.page.status == 429)
        #expect(phone.page.headers[.retryAfter] == "86400")
        #expect(phone.page.says("Coba lagi sesudah Rabu, 10 Juni 2026, pukul 10.00 WIB"))
        try await phone.post("/daftar/sebab", [("sebab", "resignation")])
        #expect(phone.page.says("Bandingkan sekarang"))

        // Another person's program, another mailbox, everything right.
        var client = HTTPFields()
        client[.contentType] = "application/json"
        func ask(_ method: HTTPRequest.Method, _ path: String, _ body: JSON = [:]) async throws -> Answer {
            try await site.answer(method, "/api/v1\(path)", headers: client, body: Array(body.text.utf8))
        }
        let begun = try await ask(.post, "/registrations", ["queue": true])
        client[.authorization] = "Bearer \(begun.json.text("token"))"
        let member = siti.member
        _ = try await ask(
            .put, "/registrations/me/identity",
            [
                "nik": .string(member.nik.digits), "kpj": .string(member.memberships[0].kpj.digits), "name": .string(member.name),
                "birth": .string(member.birth.iso), "mother": .string(member.mother),
            ])
        _ = try await ask(.put, "/registrations/me/contact", ["email": "lain@gmail.com", "phone": .string(siti.phone)])
        _ = try await ask(.post, "/registrations/me/proof", ["code": .string(try await site.code(to: "lain@gmail.com"))])
        #expect(try await site.answer(.get, "/api/v1/registrations/me/eligibility", headers: client).status == 422)
        for answer in [
            try await ask(.post, "/registrations/me/comparison"),
            try await ask(.put, "/registrations/me/reason", ["reason": "resignation"]),
        ] {
            #expect(answer.status == 429 && answer.headers[.retryAfter] == "86400")
        }
        // A sign of life keeps the form until the tries come back.
        site.clock.advance(.hours(23))
        _ = try await ask(.put, "/registrations/me/contact", ["email": "lain@gmail.com", "phone": .string(siti.phone)])
        site.clock.advance(.hours(1))
        #expect(try await ask(.post, "/registrations/me/comparison").status == 200)
    }

    @Test func `where it cannot be compared at once the proof stands, and the next page asks again`() async throws {
        let site = try await Site.open(policy: { $0.identity.looksPerRegistration = 0 })
        let phone = try await Browser(site)
        try await phone.choose()
        try await phone.identify(site.cast.siti)
        #expect(phone.page.path == "/daftar/sebab" && phone.page.says("Bandingkan sekarang"))
    }
}
