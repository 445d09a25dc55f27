import HTTPTypes
import LapakDomain
import LapakNation
import LapakStore
import Synchronization
import Testing

@testable import LapakDevelopment
@testable import LapakServer

/// One phone, several people: whose claim a page and a form are about, when keys of others lie in the browser.
@Suite("A shared phone") struct SharedPhoneTests {
    // MARK: Every form that the service shows

    /// A form as it stands on a page, filled with what it holds.
    private struct Left: Sendable, Hashable {
        let action: String
        let body: [UInt8]
        var path: String { String(action.prefix { $0 != "?" }) }
        /// Signing out is about the browser, whoever has it.
        var mark: String? { path == SignOutPage.path ? nil : action.split(separator: "untuk=").dropFirst().first.map(String.init) }
    }

    private static func forms(on page: Answer) -> [Left] {
        page.markup.all("form").filter { $0["method"] == "post" }.compactMap { element in
            guard let action = element["action"], let id = element["id"] ?? element["action"],
                let filled = try? PageForm(id: id, in: page).filled([])
            else { return nil }
            return Left(action: action, body: Browser.encoded(filled.fields))
        }
    }

    private static func send(_ form: Left, to site: Site, jar: [String: String]) async throws -> Answer {
        let cookies = jar.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
        return try await site.answer(
            .post, form.action, headers: [.cookie: cookies, .contentType: "application/x-www-form-urlencoded"], body: form.body)
    }

    private final class Walked: Sendable {
        private let kept = Mutex<Set<String>>([])
        var all: Set<String> { kept.withLock { $0 } }
        func add(_ path: String) { kept.withLock { _ = $0.insert(path) } }
    }

    /// How far a story is shown, and the forms without a mark so far.
    private final class Seen: Sendable {
        private let kept = Mutex<(count: Int, rest: [Left])>((0, []))
        var count: Int { kept.withLock { $0.count } }
        var rest: [Left] { kept.withLock { $0.rest } }
        func add(_ forms: [Left]) {
            kept.withLock { kept in
                kept.count += 1
                kept.rest += forms
            }
        }
    }

    /// What a person who holds no claim's key may send from anywhere, and scripts send without a form.
    private static let withoutForm = [
        // Scripts alone, each with the mark of the page: the tests below.
        "/berkas/kirim", "/berkas/kirim/{id}", "/wawancara/hidup", "/wawancara/sinyal", "/wawancara/foto",
        // A booth's own page, of whoever sits there: the booth's tests.
        "/bilik/kamera", "/bilik/hidup", "/bilik/wawancara/sinyal", "/bilik/foto",
    ]

    @Test func `no form of any page acts on the claim of whoever came to this browser later`() async throws {
        let counts = Dictionary(grouping: await Gallery.shared.drawing().examples) { $0.story.name }.mapValues(\.count)
        let (walked, marked) = (Walked(), Walked())
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (place, story) in Story.all.enumerated() {
                if place >= 4 { try await group.next() }
                group.addTask { try await Self.walk(story, sights: counts[story.name] ?? 0, walked, marked) }
            }
            try await group.waitForAll()
        }
        let site = try await Site.open()
        let router = LapakServer.routes(of: site.app)
        let open = router.list.routes.filter { route in
            route.method == .post && route.right == nil
                && !["/api/", "/dev/", "/hook/", "/kantor/"].contains { route.path.hasPrefix($0) }
        }
        let ways = walked.all.compactMap { PageWay(method: .post, path: $0).route(among: open)?.path }
        let missing = Set(open.map(\.path)).subtracting(ways).subtracting(Self.withoutForm)
        #expect(missing == [], "no story shows a form for these")
        #expect(marked.all.count >= 20, "\(marked.all.sorted())")
    }

    /// Plays the story; on each page that it shows, every form is sent with the keys of a stranger in the jar, in every selection.
    private static func walk(_ story: Story, sights: Int, _ walked: Walked, _ marked: Walked) async throws {
        let seen = Seen()
        do { try await play(story, sights, seen, walked, marked) } catch let broken as StoryBroken {
            // After the last page everything was sent, and the story goes another way.
            guard seen.count >= sights else { throw broken }
        }
    }

    private static func play(
        _ story: Story, _ sights: Int, _ seen: Seen, _ walked: Walked, _ marked: Walked
    ) async throws {
        try await story.play { sight, browser in
            let (site, jar) = (browser.site, browser.cookies)
            let forms = Self.forms(on: browser.page).filter { !$0.path.hasPrefix("/kantor") && !$0.path.hasPrefix("/dev") }
            seen.add(forms.filter { $0.mark == nil })
            let rest = seen.count == sights ? seen.rest : []
            guard !forms.isEmpty || !rest.isEmpty else { return }
            let stranger = try await Stranger.come(to: site)
            let draft = jar[Call.registrationCookie].flatMap { Key<Registration>($0) }
            for form in forms {
                walked.add(form.path)
                guard let mark = form.mark else { continue }
                marked.add(form.path)
                let before = try await stranger.belongings()
                if form.path.hasPrefix("/bilik") {
                    let other = Left(action: form.action.replacing(mark, with: "0123456789abcdef"), body: form.body)
                    let answer = try await send(other, to: site, jar: jar)
                    #expect(answer.status == 409, "\(form.action) on \(sight.name) answers \(answer.status)")
                    continue
                }
                let isDraft = draft.map { browser.site.app.secrets.derived("form:\($0.id.rawValue)").hasPrefix(mark) } ?? false
                for (names, jar) in stranger.jars(after: jar) where !isDraft || names.contains(Call.registrationCookie) {
                    let answer = try await send(form, to: site, jar: jar)
                    #expect(
                        answer.status == 409,
                        "\(form.action) on \(sight.name) with \(names) answers \(answer.status) \(answer.location ?? "")")
                }
                #expect(try await stranger.belongings() == before, "\(form.action) on \(sight.name)")
            }
            try await stranger.go()
            // What carries no mark changes the state of the story: it is sent once everything was shown.
            for form in rest {
                for some in stranger.jars(after: jar).indices {
                    let stranger = try await Stranger.come(to: site)
                    let before = try await stranger.belongings(of: true)
                    let (names, jar) = stranger.jars(after: jar)[some]
                    _ = try await send(form, to: site, jar: jar)
                    #expect(try await stranger.belongings(of: true) == before, "\(form.action) with \(names)")
                    try await stranger.go()
                }
            }
        }
    }

    // MARK: One after the other

    private func claim(_ id: ID<Claim>, _ site: Site) async throws -> Claim {
        try require(try await site.app.store.read { try $0.find(Claim.self, id) })
    }

    @Test func `A opened the letter's link, then B registers: receipt, papers and cancelling are B's`() async throws {
        let site = try await Site.open()
        let (_, first) = try await site.booked()
        let phone = try await Browser(site)
        site.clock.advance(.seconds(2))
        try await phone.open(try await site.link("/berkas/buka/", to: site.cast.siti.email))
        try await phone.press("f-buka")
        #expect(phone.page.path == "/berkas" && phone.page.says(first.number.description))
        let (linkOfA, left) = (phone.cookies[Call.papersCookie], try await phone.open("/berkas/ktp"))
        site.clock.advance(.seconds(2))
        try await phone.book(site.cast.budi, at: site.branch.code)
        let second = try await site.claim(numbered: phone.number)
        for path in ["/berkas", "/berkas/ktp", "/klaim/status", "/klaim/batal", "/klaim/ubah"] {
            try await phone.open(path)
            #expect(phone.page.says("\(second.number.description) · Budi"), "\(path) says whose it is")
            #expect(!phone.page.says(first.number.description), "\(path)")
        }
        // A's own page, left open: neither claim gets the card.
        let form = try #require(Self.forms(on: left).first)
        #expect(try await Self.send(form, to: site, jar: phone.cookies).status == 409)
        #expect(try await site.app.store.read { try $0.query("SELECT 1 FROM document") }.isEmpty)
        try await phone.open("/klaim/batal")
        try await phone.press("f-batal")
        #expect(try await claim(first.id, site).phase == .booked)
        #expect(try await claim(second.id, site).phase == .cancelled)
        let thief = try await Browser(site, cookies: [Call.papersCookie: linkOfA ?? ""])
        #expect(try await thief.open("/berkas").status == 403, "the link's session ended with the new registration")
    }

    @Test func `a form that is begun where a claim is open is a new person's, with nothing of the former one in it`() async throws {
        let site = try await Site.open()
        let (siti, budi) = (site.cast.siti, site.cast.budi)
        let (_, first) = try await site.booked()
        let phone = try await Browser(site)
        try await phone.choose(at: site.branch.code)
        try await phone.sayNIK(budi)
        try await phone.sayMembership(budi)
        let draft = phone.cookies[Call.registrationCookie]
        site.clock.advance(.seconds(2))
        try await phone.comeBack(to: first, siti)
        #expect(phone.page.says(first.number.description))
        #expect(try await phone.open("/daftar/kontak").status == 200, "what Budi filled in is not lost meanwhile")
        #expect(phone.page.says("Isian Budi"), "and says whose it is")
        try await phone.choose(at: site.branch.code)
        #expect(phone.cookies[Call.registrationCookie] != draft)
        try await phone.open("/daftar/nik")
        #expect(!phone.page.text.contains(budi.member.nik.digits) && !phone.page.text.contains(siti.member.nik.digits))
        #expect(try await phone.open("/klaim/status").path == "/klaim", "the former visit has ended")
    }

    @Test("what scripts send from a page that was left open", arguments: ["tus", "foto", "hidup", "sinyal", "isi"])
    func scripts(what: String) async throws {
        let site = try await Site.open()
        let people = try await site.ready(2)
        let (phone, other) = (people[0], people[1])
        try await phone.open("/wawancara")
        let mark = try #require(phone.page.markup.one(id: "langkah")?["data-untuk"])
        let key = try #require(other.cookies[Call.registrationCookie])
        let cookies = "\(Call.registrationCookie)=\(key)"
        let paths = [
            "tus": "/berkas/kirim?untuk=\(mark)", "foto": "/wawancara/foto?jenis=ktp&cara=photo&untuk=\(mark)",
            "hidup": "/wawancara/hidup?untuk=\(mark)", "sinyal": "/wawancara/sinyal?untuk=\(mark)", "isi": "/wawancara/isi?untuk=\(mark)",
        ]
        try await other.post("/wawancara/masuk", [("setuju", "ya"), ("rung", "video")])
        var fields: HTTPFields = [.cookie: cookies, .accept: "application/json", .contentType: "image/jpeg"]
        fields[.tusResumable] = "1.0.0"
        fields[.uploadLength] = "10"
        fields[.uploadMetadata] = "paper a3Rw"
        let answer = try await site.answer(what == "isi" ? .get : .post, try #require(paths[what]), headers: fields, body: [1])
        #expect(answer.status == 409, "\(answer.text)")
        let own = try await site.answer(
            .get, "/wawancara/isi?untuk=\(try #require(other.page.markup.one(id: "langkah")?["data-untuk"]))", headers: fields)
        #expect(own.status == 200)
    }

    @Test func `two forms at once in one browser: the second answer's cookie does not mix them`() async throws {
        let site = try await Site.open()
        let phone = try await Browser(site)
        try await phone.choose(at: site.branch.code)
        try await phone.sayNIK(site.cast.siti)
        try await phone.open("/daftar/nik")
        let left = try #require(Self.forms(on: phone.page).first { $0.path == "/daftar/nik" })
        let (other, budi) = (try await Browser(site), site.cast.budi)
        try await other.choose(at: site.branch.code)
        try await other.sayNIK(budi)
        let answer = try await Self.send(left, to: site, jar: other.cookies)
        #expect(answer.status == 409 && answer.says("Tidak ada yang diubah"))
        try await other.open("/daftar/nik")
        #expect(other.page.text.contains(budi.member.nik.digits))
    }
}
