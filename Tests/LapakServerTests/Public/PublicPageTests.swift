import Foundation
import HTTPTypes
import LapakDomain
import LapakNation
import LapakStore
import LapakWeb
import Testing

@testable import LapakDevelopment
@testable import LapakServer

/// What everybody may see, and what every answer says to browsers and caches.
@Suite("Public pages and headers") struct PublicPageTests {
    static let open = [
        "/", "/jadwal", "/hari-ini", "/bantuan", "/undian", "/klaim", "/klaim/kode", "/kantor/masuk", "/bilik", "/halaman-yang-tidak-ada",
    ]

    @Test func `the record of a draw`() async throws {
        let site = try await Site.open()
        let phone = try await Browser(site)
        try await site.wait(.days(2))
        let record = try await phone.open("/undian/2026-06-09.json")
        #expect(record.status == 200)
        try await site.see("Public/draw", record)
        for path in ["/undian/999.json", "/undian/2020-01-01.json", "/undian/2026-06-09"] {
            #expect(try await phone.open(path).status == 404, "\(path)")
        }
    }

    @Test("forbid foreign scripts, frames and guessing", arguments: open)
    func headers(path: String) async throws {
        let answer = try await (try await Site.open()).answer(.get, path)
        let policy = try #require(answer.headers[.contentSecurityPolicy])
        for rule in ["default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'"] {
            #expect(policy.split(separator: ";").contains { $0.trimmedStart == rule }, "\(rule)")
        }
        #expect(!policy.contains("unsafe"))
        #expect(answer.headers[.xContentTypeOptions] == "nosniff")
        #expect(answer.headers[.referrerPolicy] == "same-origin")
        #expect(answer.headers[.crossOriginOpenerPolicy] == "same-origin")
        #expect(answer.headers[.permissionsPolicy] == "camera=(self), microphone=(self), geolocation=()")
        #expect(answer.headers[.requestID] == "request-1")
        #expect(answer.headers[.strictTransportSecurity] == nil, "not without a public https address")
    }

    @Test func `behind https the browser is held to it, and cookies are secure`() async throws {
        let site = try await Site.open(settings: {
            $0.publicURL = "https://lapak.example.id"
            $0.secret = "0123456789abcdef0123456789abcdef"
            $0.masterKeys = "1 " + String(repeating: "ab01", count: 16)
        })
        let answer = try await site.answer(.get, "/")
        #expect(answer.headers[.strictTransportSecurity] == "max-age=31536000")
        for cookie in answer.headers[values: .setCookie] { #expect(cookie.contains("; Secure")) }
    }

    @Test("are good for everybody, in both languages", arguments: open.dropLast(), [Language.id, .en])
    func markup(path: String, language: Language) async throws {
        let answer = try await (try await Site.open()).answer(.get, "\(path)?bahasa=\(language.rawValue)")
        #expect(answer.markup.faults(in: language) == [])
        let other = try #require(answer.markup.all("footer").first?.all("a").first { $0["hreflang"] != nil })
        #expect(other["href"] == "\(path)?bahasa=\(language == .id ? "en" : "id")" && other["lang"] == other["hreflang"])
    }

    @Test func `the language is kept in a cookie, and an unknown one is Indonesian`() async throws {
        let site = try await Site.open()
        let english = try await site.answer(.get, "/?bahasa=en")
        #expect(english.cookies.contains { $0.name == "bahasa" && $0.value == "en" })
        #expect(try await site.answer(.get, "/", headers: [.cookie: "bahasa=en"]).markup.all("html").first?["lang"] == "en")
        let unknown = try await site.answer(.get, "/tidak-ada?bahasa=en")
        #expect(unknown.markup.all("html").first?["lang"] == "en")
        #expect(unknown.cookies.contains { $0.name == "bahasa" && $0.value == "en" })
        #expect(try await site.answer(.get, "/?bahasa=xx").markup.all("html").first?["lang"] == "id")
        #expect(try await site.answer(.get, "/", headers: [.cookie: "bahasa=<b>"]).markup.all("html").first?["lang"] == "id")
    }

    @Test func `every cookie is closed to scripts and other sites`() async throws {
        let site = try await Site.open()
        let phone = try await Browser(site)
        var seen: [String] = []
        try await phone.open("/jadwal?bahasa=en")
        seen += phone.page.headers[values: .setCookie]
        let form = try PageForm(id: "jadwal", in: phone.page).filled([("slot", try phone.firstSlot), ("kantor", site.branch.code)])
        try await phone.post(form.action, form.fields, following: false)
        seen += phone.page.headers[values: .setCookie]
        seen += try await site.answer(.get, "/kantor/masuk").headers[values: .setCookie]
        seen += try await site.answer(.post, "/klaim/keluar").headers[values: .setCookie]
        #expect(
            Set(seen.map { String($0.prefix { $0 != "=" }) }).isSuperset(of: [
                "bahasa", "daftar", "kantor", "perangkat", "gaya", "kunjungan",
            ]))
        for cookie in seen { #expect(cookie.contains("; Path=/; HttpOnly; SameSite=Lax"), "\(cookie)") }
    }

    @Test func `personal pages are kept by no cache`() async throws {
        let site = try await Site.open()
        let phone = try await Browser(site)
        try await phone.book(site.cast.siti)
        for path in [
            "/daftar/nik", "/daftar/peserta", "/daftar/kontak", "/daftar/kode", "/daftar/selesai", "/klaim/status", "/klaim/ubah",
            "/klaim/batal",
            "/klaim/bukti", "/klaim/kalender.ics", "/berkas", "/berkas/ktp", "/wawancara",
        ] {
            let answer = try await phone.open(path)
            #expect(answer.headers[.cacheControl] == "no-store", "\(path)")
        }
    }

    @Test func `style sheets and scripts are kept for a year under their version`() async throws {
        let site = try await Site.open()
        let page = try await site.answer(.get, "/")
        let script = try #require(page.markup.all("script").compactMap { $0["src"] }.first)
        for path in [script, "/gaya.\(site.app.assets.css.version).css", site.app.assets.address(of: "console.css")] {
            let answer = try await site.answer(.get, path)
            #expect(answer.status == 200 && answer.headers[.cacheControl] == "public, max-age=31536000, immutable", "\(path)")
        }
        #expect(try await site.answer(.get, "/lapak-console.0000000000.png").status != 500)
    }

    @Test func `under a version that is not ours there is nothing, and nobody keeps that`() async throws {
        let site = try await Site.open()
        let assets = site.app.assets
        let (css, script, hall) = (assets.css.version, assets.script.version, try #require(assets["hall.js"]).version)
        let foreign = [
            "/lapak-hall.0000000000.js", "/lapak.0000000000.js", "/gaya.0000000000.css", "/suara/0000000000/satu.ogg",
            // Nearly right ones.
            "/lapak-hall.\(css).js", "/lapak-hall.\(hall).css", "/lapak-hall.\(hall)", "/lapak-hall.js", "/lapak.js", "/gaya.css",
            "/lapak.\(script.uppercased())X.js", "/gaya.\(css).css.css", "/lapak-hall..js", "/suara/\(css)/satu.ogg", "/suara//satu.ogg",
            "/lapak-hall.\(hall).js.map", "/lapak-nothing.\(hall).js",
        ]
        for path in foreign {
            let answer = try await site.answer(.get, path)
            #expect(answer.status == 404 && answer.headers[.cacheControl] == "no-store", "\(path)")
        }
        for path in [assets.address(of: "hall.js"), "/gaya.\(css).css", "/lapak.\(script).js", "\(site.app.voice.address)/satu.ogg"] {
            let answer = try await site.answer(.get, path)
            #expect(answer.status == 200 && answer.headers[.cacheControl]?.contains("immutable") == true, "\(path)")
        }
    }

    @Test func `whatever can be got can be asked for its head, with the same status and without a body`() async throws {
        let site = try await Site.open()
        let routes = LapakServer.routes(of: site.app).list.routes
        let fixed = Set(routes.filter { $0.method == .get }.map { $0.path.replacing(#/\{[^}]+\}/#, with: "x") })
        let others = routes.filter { $0.method == .post && !$0.path.contains("{") }.prefix(20).map(\.path)
        let own = [
            site.app.assets.address(of: "hall.css"), "\(site.app.voice.address)/bel.ogg", HallPages.path(site.branch, site.app),
            "\(HallPages.path(site.branch, site.app))/aliran?inst=abcdef123456", "/undian/2020-01-01.json", "/tidak-ada", "/berkas/x/y/z",
        ]
        #expect(fixed.count > 40)
        // There HEAD is the protocol's own question.
        for path in fixed.sorted().filter({ !$0.hasPrefix("/berkas/kirim") }) + others + own {
            let live = path.contains("/aliran?")
            let (head, get) = (try await site.answer(.head, path), live ? nil : try await site.answer(.get, path))
            #expect(head.status == get?.status ?? 200 && head.bytes.isEmpty, "\(path)")
            #expect(get == nil || head.type == get?.type, "\(path)")
        }
        #expect(site.app.switchboard.presence(of: .hall(site.branch.id.rawValue)).inst == nil, "a head does not listen")
    }

    @Test func `pages are sent small where the browser can read it`() async throws {
        let site = try await Site.open()
        let (plain, zipped) = (
            try await site.answer(.get, "/"), try await site.answer(.get, "/", headers: [.acceptEncoding: "gzip, br"])
        )
        #expect(plain.headers[.contentEncoding] == nil && zipped.headers[.contentEncoding] == "gzip")
        #expect(zipped.headers[.vary] == "Accept-Encoding, Cookie")
        #expect(zipped.bytes.starts(with: [0x1F, 0x8B]) && zipped.bytes.count < plain.bytes.count / 2)
    }

    @Test(
        "what another site sends is refused, for every kind of change",
        arguments: [
            "/jadwal", "/daftar/nik", "/klaim", "/klaim/batal", "/kantor/masuk", "/kantor/jam", "/kantor/konsol/putus", "/bilik/nomor",
            "/wawancara/masuk",
            "/api/v1/registrations",
        ])
    func foreign(path: String) async throws {
        let site = try await Site.open()
        let secFetchSite = HTTPField.Name("Sec-Fetch-Site")!
        let foreign: [HTTPFields] = [
            [.origin: "https://example.org"], [secFetchSite: "cross-site"], [secFetchSite: "same-site"],
            [secFetchSite: "cross-site", .origin: "http://localhost"],
        ]
        for headers in foreign {
            let answer = try await site.answer(.post, path, headers: headers)
            #expect(answer.status == 403 && answer.text.contains("situs lain"), "\(headers)")
        }
        let own: [HTTPFields] = [
            [:], [.origin: "http://localhost"], [.origin: "https://localhost"], [secFetchSite: "same-origin"], [secFetchSite: "none"],
        ]
        for headers in own {
            #expect(!(try await site.answer(.post, path, headers: headers).text.contains("situs lain")), "\(headers)")
        }
        let hidden: HTTPFields = [.origin: "null"]
        #expect(try await site.answer(.post, path, headers: hidden).status == 403, "a sandboxed frame")
        for fields in [[.cookie: "gaya=0123456789"], [.referer: "http://localhost/jadwal"]] as [HTTPFields] {
            let answer = try await site.answer(.post, path, headers: hidden + fields)
            #expect(!answer.text.contains("situs lain"), "our own form, where the referrer is hidden")
        }
        let looked = try await site.answer(.get, "/", headers: [.origin: "https://example.org", secFetchSite: "cross-site"])
        #expect(looked.status == 200, "a link from another site may be followed")
    }

    @Test func `the server is alive and ready, and its figures name nobody`() async throws {
        let site = try await Site.open()
        let phone = try await Browser(site)
        try await phone.book(site.cast.siti)
        #expect(try await site.answer(.get, "/healthz").text == "ok\n")
        #expect(try await site.answer(.get, "/readyz").status == 200)
        let figures = try await site.answer(.get, "/metrics")
        #expect(figures.type.hasPrefix("text/plain") && figures.headers[.cacheControl] == "no-store")
        let metric = #/[a-zA-Z_:][a-zA-Z0-9_:]*(\{[a-zA-Z_]+="[^"]*"(,[a-zA-Z_]+="[^"]*")*\})? [-+0-9.eE]+/#
        let lines = figures.text.split(separator: "\n").filter { !$0.hasPrefix("#") }
        #expect(!lines.isEmpty && lines.allSatisfy { $0.wholeMatch(of: metric) != nil })
        #expect(figures.text.firstMatch(of: #/\d{16}|@/#) == nil)
        site.clock.advance(.minutes(3))
        #expect(try await site.answer(.get, "/readyz").status == 503, "free places are old")
    }

    @Test func `a server whose database takes no changes is not ready, and says 503 with a time`() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "lapak-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let site = try await Site.open(settings: { $0.database = "sqlite:\(folder.path)/books.db" })
        let phone = try await Browser(site)
        try await phone.open("/jadwal")
        let form = try PageForm(id: "jadwal", in: phone.page).filled([("slot", try phone.firstSlot), ("kantor", site.branch.code)])
        #expect(try await site.answer(.get, "/readyz").status == 200)
        // Ending that transaction may fail, too: it is in force then.
        _ = try? await site.app.store.maintain { _ = try $0.query("PRAGMA query_only=1") }
        for path in [form.action, "/jadwal/tunggu", "/klaim"] {
            for accept in ["text/html", "application/json"] {
                let answer = try await site.answer(
                    .post, path, headers: [.accept: accept, .contentType: "application/x-www-form-urlencoded"],
                    body: Array("slot=\(site.app.availability.openings[0].slot.rawValue)&nomor=SKQT-NVCK".utf8))
                guard path != "/klaim" || answer.status == 503 else { continue }
                #expect(answer.status == 503 && answer.headers[.retryAfter] == "30", "\(path)")
                #expect(answer.text.contains(accept == "text/html" ? "30 detik" : "\"code\":\"trouble\""), "\(path)")
            }
        }
        site.clock.advance(.seconds(3))
        let ready = try await site.answer(.get, "/readyz")
        #expect(ready.status == 503 && ready.text.contains("takes no changes") && ready.headers[.retryAfter] != nil)
        #expect(try await site.answer(.get, "/bantuan").status == 200, "what needs no change goes on")
    }

    @Test func `while the database is away every page, list and stream says 503 with a time`() async throws {
        let site = try await Site.open()
        let hall = HallPages.path(site.branch, site.app)
        await site.app.store.close()
        for path in [hall, "\(hall)/isi", "\(hall)/aliran?inst=abcdef123456", "/undian", "/hari-ini/\(site.branch.code)", "/api/v1/draws"] {
            for accept in ["text/html", "application/json"] {
                let answer = try await site.answer(.get, path, headers: [.accept: accept])
                #expect(answer.status != 500, "\(path)")
                if answer.status == 503 { #expect(answer.headers[.retryAfter] == "30", "\(path)") }
            }
        }
        #expect(try await site.answer(.get, hall).status == 503)
        let ready = try await site.answer(.get, "/readyz")
        #expect(ready.status == 503 && ready.text.contains("cannot be read"))
        #expect(try await site.answer(.get, "/healthz").status == 200, "the process itself lives")
    }
}

extension Substring {
    fileprivate var trimmedStart: Substring { drop { $0 == " " } }
}
