import HTTPTypes
import LapakDomain
import LapakGround
import Testing

@testable import LapakDevelopment
@testable import LapakServer

/// The gallery of development, and that every page stands in it.
@Suite("The gallery") struct GalleryTests {
    /// What has no example, with the reason. A page that no story shows yet would stand here, too, and be easy to see.
    static let withoutExample: [(why: String, routes: [String])] = [
        ("a piece of a page, which its script asks for", ["/nomor/{kunci}/isi", "/layar/{kunci}/isi", "/wawancara/isi", "/bilik/isi"]),
        ("a piece of a page of staff", ["/kantor/konsol/isi", "/kantor/sesi/isi"]),
        (
            "a live line",
            [
                "/nomor/{kunci}/aliran", "/layar/{kunci}/aliran", "/wawancara/siaran", "/bilik/siaran", "/bilik/wawancara/siaran",
                "/kantor/konsol/siaran",
            ]
        ),
        ("the relays of a call, as JSON", ["/wawancara/ice", "/bilik/wawancara/ice", "/kantor/konsol/ice"]),
        (
            "a file or a picture",
            [
                "/berkas/dokumen/{id}/{page}", "/kantor/berkas/dokumen/{id}/asli", "/kantor/berkas/dokumen/{id}/{page}",
                "/kantor/konsol/berkas/{id}/{page}", "/kantor/konsol/foto/{id}", "/kantor/nomor/{id}/struk.bin", "/klaim/kalender.ics",
                "/undian/{hari}",
            ]
        ),
        ("how far an upload is", ["/berkas/kirim", "/berkas/kirim/{id}"]),
        (
            "style, scripts, clips",
            ["/gaya.{versi}", "/lapak.{versi}", "/lapak-{berkas}", "/versi.json", "/kantor/halaman/pekerja.js", "/suara/{versi}/{klip}"]
        ),
        ("for those who run the service", ["/healthz", "/readyz", "/metrics"]),
        ("the interface's description", ["/openapi.json"]),
    ]

    @Test func `no story breaks, and each name is one example's`() async {
        let drawing = await Gallery.shared.drawing()
        #expect(drawing.broken.isEmpty, "\(drawing.broken)")
        let names = drawing.examples.map(\.sight.name)
        #expect(Set(names).count == names.count)
        #expect(drawing.examples.allSatisfy { $0.pages.count == 2 })
    }

    @Test func `every page has an example, or stands in the list with its reason`() async throws {
        let routes = TestRouter(try await TestApp.make()).routes
        let asked = await Gallery.shared.drawing().examples.compactMap(\.pages[.id]?.request)
        let shown = asked.filter { $0.method == .get }.compactMap { request -> Route? in
            PageWay(method: .get, path: String((request.path ?? "").prefix { $0 != "?" })).route(among: routes)
        }
        // The interface answers programs.
        let looks = routes.filter { $0.method == .get && !$0.path.hasPrefix("/api/") }
        let (covered, pages) = (Set(shown.map(\.path)), Set(looks.map(\.path)))
        let excused = Set(Self.withoutExample.flatMap(\.routes))
        for page in pages.subtracting(covered).subtracting(excused).sorted() { Issue.record("\(page) has no example") }
        for page in excused.intersection(covered).sorted() { Issue.record("\(page) has an example and needs no reason") }
        for page in excused.subtracting(pages).sorted() { Issue.record("\(page) is no route") }
    }

    @Test func `the gallery lists every example, and each is the page itself with every page's headers`() async throws {
        let site = try await Site.open()
        let drawing = await Gallery.shared.drawing()
        for language in [Language.id, .en] {
            let list = try await site.answer(.get, "\(GalleryPages.path)?bahasa=\(language.rawValue)")
            #expect(list.status == 200 && list.markup.faults(in: language) == [])
            #expect(list.markup.all("main")[0].all("a").filter { $0["data-lebar"] != nil }.count == drawing.examples.count * 4)
        }
        guard case .array(let listed)? = try await site.answer(.get, "\(GalleryPages.path).json").json["examples"] else {
            Issue.record("no examples")
            return
        }
        #expect(listed.map { $0.text("name") } == drawing.examples.map(\.sight.name))
        let front = try await site.answer(.get, "/")
        for example in drawing.examples.filter({ ["Member/start", "Kit/not-found", "Console/shown"].contains($0.sight.name) }) {
            for language in [Language.id, .en] {
                let page = try await site.answer(.get, "\(GalleryPages.path)/\(example.sight.name)?bahasa=\(language.rawValue)")
                #expect(page.status == example.sight.status && page.text == example.pages[language]?.text)
                #expect(page.headers[.contentSecurityPolicy] == front.headers[.contentSecurityPolicy])
            }
        }
        #expect(try await site.answer(.get, "\(GalleryPages.path)/Member/tidak-ada").status == 404)
    }

    @Test func `the public service has no gallery`() async throws {
        let site = try await Site.open(settings: {
            $0.publicURL = "https://lapak.example.id"
            $0.development = false
            $0.secret = "0123456789abcdef0123456789abcdef"
            $0.masterKeys = "1 " + String(repeating: "ab01", count: 16)
        })
        for path in ["", ".json", "/Member/start"] {
            #expect(try await site.answer(.get, GalleryPages.path + path).status == 404)
        }
    }
}
