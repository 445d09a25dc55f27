import HTTPTypes
import Hummingbird
import LapakDomain
import LapakGround
import LapakStore
import LapakWeb

/// The sentences of these pages.
private enum Say {
    static let help = Words("Bantuan", "Help")
    static let parts: [(title: Words, text: Words)] = [
        (
            Words("Telepon 175", "Call 175"),
            Words(
                """
                Petugas menjawab pada hari kerja pukul 08.00-17.00 WIB. Sebut nomor pengajuan Anda. \
                Jangan sebut kode 6 angka kepada siapa pun.
                """,
                "Officers answer on working days, 08:00-17:00 WIB. Give your claim number. Never tell anyone the 6-digit code.")
        ),
        (
            Words("Semua waktu penuh", "Every time is taken"),
            Words(
                """
                Masuk daftar tunggu sekali. Nomor urut Anda tetap, dan tempat yang kosong ditawarkan menurut urutan. \
                Tidak ada yang lebih cepat karena mencoba lebih sering, dan nomor tidak dapat dipindahtangankan.
                """,
                """
                Join the waiting list once. Your place in line stays and free places are offered in order. \
                Nobody is faster by trying more often, and a place cannot be passed on.
                """)
        ),
        (
            Words("Undian hari ramai", "The draw on busy days"),
            Words(
                """
                Bila sangat banyak orang mendaftar pada satu hari, urutan di hari itu diundi secara terbuka, \
                sehingga tidak perlu berebut sejak pagi.
                """,
                """
                When very many people join on one day, their order is decided by a public draw, \
                so nobody needs to race in the morning.
                """)
        ),
        (
            Words("Tidak punya data seluler", "No mobile data"),
            Words(
                "Halaman ini kecil dan berfungsi tanpa JavaScript. Anda juga boleh datang ke kantor mana pun.",
                "These pages are small and work without JavaScript. You may also come to any branch.")
        ),
        (
            Words("Aksesibilitas", "Accessibility"),
            Words(
                """
                Semua langkah dapat dilakukan dengan papan ketik dan pembaca layar (WCAG 2.2 AA). \
                Bila ada yang menghalangi Anda, telepon 175: kami bantu mengisi.
                """,
                """
                Every step works with a keyboard and a screen reader (WCAG 2.2 AA). \
                If something stands in your way, call 175: we help you fill in.
                """)
        ),
    ]
    static let results = Words("Hasil undian daftar tunggu", "Results of the waiting list's draws")
    static let draws = Words("Undian daftar tunggu", "Draws of the waiting list")
    static let anyoneCanRepeat = Words(
        """
        Sidik benih diumumkan sebelum pendaftaran hari itu dibuka; benihnya sesudah undian. \
        Siapa pun dapat mengulang undian dengan perintah
        """,
        "The seed's hash is published before the day opens, the seed after the draw. Anyone can repeat the draw with the command")
    static let day = Words("Hari", "Day")
    static let seedHash = Words("Sidik benih", "Seed hash")
    static let result = Words("Hasil", "Result")
    static let notDrawn = Words("belum diundi", "not drawn yet")

    static func people(_ count: Int) -> Words { Words("\(count) orang", "\(count) people") }
}

/// What everyone may see: help, and the draws of the waiting list.
enum PublicPages {
    static func routes(_ routes: Routes) {
        routes.get("/bantuan") { call in help(call).reply(to: call) }
        routes.get("/undian") { call in
            draws(try await call.app.store.read { try WaitingList.draws(limit: 60, $0) }, call).reply(to: call)
        }
        routes.get("/undian/{hari}") { call in
            let name = call.parameters.get("hari") ?? ""
            guard name.hasSuffix(".json"), let day = Day(iso: String(name.dropLast(5))),
                let record = try await call.app.store.read({ try WaitingList.record(of: day, $0) })
            else { throw Refusal.notFound }
            return .json(DrawRecord(record.draw, order: record.order).json)
        }
        // For pages that stay open and have no stream.
        routes.get("/versi.json") { call in .json(JSON.array(call.app.assets.addresses.map { .string($0) }).text) }
        routes.get("/gaya.{versi}") { call in try asset("page", call.parameters.get("versi"), call) }
        routes.get("/lapak.{versi}") { call in try asset("page", call.parameters.get("versi"), call) }
        routes.get("/lapak-{berkas}") { call in
            let parts = (call.parameters.get("berkas") ?? "").split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
            return try asset(String(parts[0]), parts.last.map(String.init), call)
        }
    }

    /// A script or a style sheet, whose address says `0123456789.css` after its name.
    ///
    /// Only under its own version: whoever keeps the answer keeps it for a year, and would give the old text to the pages of a later
    /// release. A page that is older than the server works without, and those that stay open load themselves anew.
    private static func asset(_ name: String, _ rest: String?, _ call: Call) throws -> Reply {
        let kind = rest?.hasSuffix(".css") ?? false ? "css" : "js"
        guard let asset = call.app.assets["\(name).\(kind)"], rest == "\(asset.version).\(kind)" else { throw Refusal.notFound }
        return Reply(
            type: kind == "css" ? "text/css; charset=utf-8" : "text/javascript; charset=utf-8", body: asset.text,
            cacheControl: call.app.assets.change ? "no-cache" : "public, max-age=31536000, immutable")
    }

    private static func help(_ call: Call) -> Page {
        let title = call.say(Say.help)
        return Page(
            title: title, back: "/",
            body: """
                <h1>\(title)</h1>\(Say.parts.html { "<h2>\(call.say($0.title))</h2><p>\(call.say($0.text))</p>" })\
                <p><a href="/undian">\(call.say(Say.results))</a></p><p><a href="tel:175">175</a></p>
                """)
    }

    private static func draws(_ draws: [Draw], _ call: Call) -> Page {
        let title = call.say(Say.draws)
        let head: HTML = """
            <tr><th scope="col">\(call.say(Say.day))</th><th scope="col">\(call.say(Say.seedHash))</th>\
            <th scope="col">\(call.say(Say.result))</th></tr>
            """
        return Page(
            title: title, back: "/bantuan",
            body: """
                <h1>\(title)</h1><p>\(call.say(Say.anyoneCanRepeat)) <code>lapak draw verify</code>.</p>\
                <div class="scroll" tabindex="0" role="region" aria-label="\(title)"><table>\
                <thead>\(head)</thead><tbody>\(draws.html { row($0, call) })</tbody></table></div>
                """)
    }

    private static func row(_ draw: Draw, _ call: Call) -> HTML {
        let day = draw.day.text(call.language)
        let record: HTML = """
            <a href="/undian/\(draw.day.iso).json">\(call.say(Say.people(draw.tickets)))<span class="sr"> \(day)</span></a>
            """
        let waiting: HTML = "\(call.say(Say.notDrawn))"
        return """
            <tr><th scope="row">\(day)</th><td><code>\(draw.seedHash.prefix(16))…</code></td>\
            <td>\(draw.drawnAt == nil ? waiting : record)</td></tr>
            """
    }
}
