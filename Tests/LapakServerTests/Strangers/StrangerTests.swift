import HTTPTypes
import LapakDomain
import LapakGround
import LapakNation
import LapakStore
import LapakWeb
import Testing

@testable import LapakDevelopment
@testable import LapakServer

/// What strangers use up is theirs alone, and leaves nothing behind.
@Suite("Other people's budgets") struct StrangerTests {
    private static let (there, here) = ("203.0.113.7", "198.51.100.9")

    private func rows(_ site: Site) async throws -> [Int64] {
        try await site.app.store.read { connection in
            try ["registration", "visit", "budget", "answer", "journal", "message", "booking"].map {
                try connection.query("SELECT count(*) FROM \($0)")[0].int(0)
            }
        }
    }

    private func browser(_ site: Site, from peer: String) async throws -> Browser {
        let browser = try await Browser(site)
        browser.peer = peer
        return browser
    }

    @Test func `four hundred guesses for made-up names keep nobody else from signing in`() async throws {
        let burst = 5
        let site = try await Site.open(policy: { $0.sources.signIns.burst = burst })
        let guesser = try await browser(site, from: Self.there)
        for number in 0..<burst {
            try await guesser.post("/kantor/masuk", [("nama", "orang.\(number)"), ("sandi", "salah")])
            #expect(guesser.page.status == 401)
            guesser.forget("perangkat")
        }
        let before = try await rows(site)
        for number in burst..<400 {
            try await guesser.post("/kantor/masuk", [("nama", "orang.\(number)"), ("sandi", "salah")])
            #expect(guesser.page.status == 429 && guesser.page.headers[.retryAfter] == "15")
        }
        #expect(try await rows(site) == before, "who is refused leaves nothing behind")
        let newcomer = try await browser(site, from: Self.here)
        try await newcomer.post("/kantor/masuk", [("nama", "petugas.baru"), ("sandi", "salah")])
        #expect(newcomer.page.status == 401, "judged by the password, not by others")
    }

    @Test func `registrations of one place end where its share ends, and the page says the true moment`() async throws {
        let site = try await Site.open(policy: { $0.sources.registrations = SourceRate(burst: 3, perHour: 60) })
        for _ in 0..<3 {
            let phone = try await browser(site, from: Self.there)
            try await phone.post("/jadwal/tunggu")
            #expect(phone.page.path == "/daftar/nik")
            // Whoever is on the way already is no stranger.
            try await phone.post("/jadwal/tunggu")
            #expect(phone.page.path == "/daftar/nik")
        }
        let before = try await rows(site)
        let phone = try await browser(site, from: Self.there)
        for path in ["/jadwal/tunggu", "/jadwal/tunggu"] {
            try await phone.post(path)
            #expect(phone.page.status == 429 && phone.page.headers[.retryAfter] == "60")
            #expect(phone.page.says("sesudah Selasa, 9 Juni 2026, pukul 10.01 WIB"))
        }
        var json = HTTPFields()
        (json[.contentType], json[.idempotencyKey]) = ("application/json", "0123456789abcdef")
        let program = try await site.answer(
            .post, "/api/v1/registrations", headers: json, body: Array("{\"queue\":true}".utf8), from: Self.there)
        #expect(program.status == 429 && program.headers[.retryAfter] == "60" && program.json.text("code") == "too_many")
        #expect(try await rows(site) == before)
        site.clock.advance(.seconds(59))
        try await phone.post("/jadwal/tunggu")
        #expect(phone.page.status == 429 && phone.page.headers[.retryAfter] == "1")
        site.clock.advance(.seconds(1))
        let later = try await site.answer(
            .post, "/api/v1/registrations", headers: json, body: Array("{\"queue\":true}".utf8), from: Self.there)
        #expect(later.status == 201, "the same key is judged anew: too often was no answer")
    }

    @Test(arguments: ["198.51.100.9", "2001:db8:1:3::1"]) func `a neighbour in another place is not touched`(other: String) async throws {
        let site = try await Site.open(policy: { $0.sources.registrations = SourceRate(burst: 1, perHour: 1) })
        for peer in ["203.0.113.7", "2001:db8:1:2::1"] {
            for (number, address) in [peer, peer == "203.0.113.7" ? peer : "2001:db8:1:2:ffff::9"].enumerated() {
                let phone = try await browser(site, from: address)
                try await phone.post("/jadwal/tunggu")
                #expect((phone.page.status == 429) == (number > 0))
            }
        }
        let phone = try await browser(site, from: other)
        try await phone.post("/jadwal/tunggu")
        #expect(phone.page.path == "/daftar/nik")
    }

    @Test func `strangers who ask for a claim's codes do not lock its owner out`() async throws {
        let site = try await Site.open()
        let (owner, siti) = (try await browser(site, from: Self.here), site.cast.siti)
        let number = try await owner.book(siti)
        for place in 1...8 {
            let stranger = try await browser(site, from: "203.0.113.\(place)")
            for _ in 0..<8 { try await stranger.post("/klaim", [("nomor", number)]) }
            #expect(stranger.page.status == 429)
            let wait = try #require(stranger.page.headers[.retryAfter].flatMap { Int64($0) })
            #expect(wait > 60 && wait <= 3600, "true, and not a minute")
        }
        for cookie in ["kunjungan", "daftar", "berkas"] { owner.forget(cookie) }
        try await owner.post("/klaim", [("nomor", number)])
        #expect(owner.page.path == "/klaim/kode" && owner.page.status == 200)
        try await owner.sayCode(siti)
        #expect(owner.page.path == "/klaim/status")
    }

    @Test func `strangers who name an address do not keep its owner from a code`() async throws {
        let site = try await Site.open()
        let (owner, siti) = (try await browser(site, from: Self.here), site.cast.siti)
        try await owner.choose()
        try await owner.identify(siti)
        for place in 1...6 {
            for _ in 0..<5 {
                let stranger = try await browser(site, from: "203.0.113.\(place)")
                try await stranger.post("/jadwal/tunggu")
                try await stranger.post("/daftar/kontak", [("email", siti.email), ("telepon", "081234567890")])
            }
        }
        owner.forget("daftar")
        try await owner.choose()
        try await owner.sayNIK(siti)
        try await owner.sayMembership(siti)
        try await owner.sayContact(siti)
        #expect(owner.page.path == "/daftar/kode")
    }
}
