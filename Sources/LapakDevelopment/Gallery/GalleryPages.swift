import HTTPTypes
import Hummingbird
import LapakDomain
import LapakGround
import LapakServer
import LapakWeb

/// The sentences of the gallery.
private enum Say {
    static let title = Words("Galeri halaman (pengembangan)", "Gallery of pages (development)")
    static let what = Words(
        """
        Setiap contoh adalah halaman yang sesungguhnya dalam satu keadaan, digambar oleh layanan ini sendiri pada 9 Juni 2026. Formulir \
        dan tautannya menuju layanan yang sedang berjalan, yang tidak mengenal orang di contoh.
        """,
        """
        Each example is a real page in one state, drawn by this service itself on 9 June 2026. Its forms and links go to the service that \
        is running, which does not know the people of the example.
        """)
    static let broken = Words("Cerita yang terhenti", "Stories that broke")
    static let phone = Words("ponsel", "phone")
    static let desktop = Words("layar lebar", "wide screen")

    static func count(_ examples: Int) -> Words { Words("\(examples) contoh", "\(examples) examples") }
}

/// `/dev/gallery`, only in development: every example by room, each at the width of a phone and of a desk, in both languages.
///
/// `/dev/gallery/ROOM/PAGE?bahasa=en` is the example itself, with the scripts, the style and the headers of every page;
/// `/dev/gallery.json` is the list for programs.
enum GalleryPages {
    static let path = "/dev/gallery"

    static func routes(_ routes: Routes, _ gallery: Gallery = .shared) {
        routes.get(path) { call in await page(of: gallery.drawing(), call).reply(to: call) }
        routes.get("\(path).json") { _ in .json(json(of: await gallery.drawing()).text) }
        routes.get("\(path)/{room}/{page}") { call in
            let name = "\(call.parameters.get("room") ?? "")/\(call.parameters.get("page") ?? "")"
            let found = await gallery.page(name, in: call.language, assets: call.app.settings.assets)
            guard let found else { throw Refusal.notFound }
            return Reply(status: HTTPResponse.Status(code: found.status), body: found.text)
        }
    }

    private static func address(_ sight: Sight, _ language: Language) -> String { "\(path)/\(sight.name)?bahasa=\(language.rawValue)" }

    private static func json(of drawing: Gallery.Drawing) -> JSON {
        let examples = drawing.examples.map { example -> JSON in
            let sight = example.sight
            return [
                "name": .string(sight.name), "room": .string(sight.room), "status": .int(Int64(sight.status)),
                "id": .string(address(sight, .id)), "en": .string(address(sight, .en)),
            ]
        }
        let broken = drawing.broken.map { JSON.string("\($0.story): \($0.why)") }
        return ["examples": .array(examples), "broken": .array(broken)]
    }

    private static func page(of drawing: Gallery.Drawing, _ call: Call) -> Page {
        let title = call.say(Say.title)
        let rooms = Dictionary(grouping: drawing.examples) { $0.sight.room }
        let sections = rooms.keys.sorted().html { "<h2 id=\"\($0)\">\($0)</h2>\(stories(rooms[$0] ?? [], call))" }
        let ways = rooms.keys.sorted().html { "<a href=\"#\($0)\">\($0)</a> " }
        let broken = drawing.broken.html { "<li>\($0.story): \($0.why)</li>" }
        return Page(
            title: title,
            body: """
                <h1>\(title)</h1><p>\(call.say(Say.what))</p><p>\(call.say(Say.count(drawing.examples.count))): \(ways)</p>\
                \(when(!broken.isEmpty, "<h2>\(call.say(Say.broken))</h2><ul class=\"box w\">\(broken)</ul>"))\(sections)
                """, wide: true, assets: ["gallery.js"])
    }

    /// The examples of a room, story by story.
    private static func stories(_ examples: [Gallery.Example], _ call: Call) -> [HTML] {
        var (names, told): ([String], [String: [Gallery.Example]]) = ([], [:])
        for example in examples {
            if told[example.story.name] == nil { names.append(example.story.name) }
            told[example.story.name, default: []].append(example)
        }
        return names.html { "<h3 lang=\"en\">\($0)</h3><ul>\((told[$0] ?? []).html { item($0.sight, call) })</ul>" }
    }

    private static func item(_ sight: Sight, _ call: Call) -> HTML {
        let status: HTML = sight.status == 200 ? "" : " <span class=\"tag w\">\(sight.status)</span>"
        let links = [Language.id, .en].html { language -> HTML in
            let (href, name) = (address(sight, language), language.rawValue.uppercased())
            return """
                <a href="\(url: href)" data-lebar="360">\(name) \(call.say(Say.phone))</a> · \
                <a href="\(url: href)" data-lebar="1280">\(name) \(call.say(Say.desktop))</a>\(language == .id ? " · " : "")
                """
        }
        return "<li><strong>\(sight.page)</strong>\(status)<br>\(links)</li>"
    }
}
