package import HTTPTypes
import HummingbirdCore
import LapakDomain

/// The sentences around every page.
private enum Say {
    static let toContent = Words("Langsung ke isi", "Skip to content")
    static let help = Words("Bantuan 175", "Help 175")
    static let back = Words("Kembali", "Back")
    static let notYou = Words("Bukan Anda?", "Not you?")
    static let free = Words(
        "Layanan ini gratis. Petugas tidak pernah meminta PIN atau OTP bank Anda.",
        "This service is free. Officers never ask for your bank's PIN or OTP.")
    static let accessibility = Words("Bantuan dan aksesibilitas", "Help and accessibility")
}

/// One page around its content: skip link, header with help in its fixed place, one `h1`, the reassuring footer.
package struct Page: Sendable {
    package var title: String
    package var back: String?
    package var body: HTML
    /// Wider than a form: tables of the branch desk.
    package var wide = false
    /// Further assets that only this page needs, by name.
    package var assets: [String] = []
    /// An error summary stands on it.
    package var hasErrors = false
    /// The body brings its own landmarks and fills the screen: no header, no footer of ours.
    package var isBare = false
    /// For a screen that nobody tends, perhaps an old one: its own scripts are plain ones, not modules, and there is none beside them.
    package var isDisplay = false
    /// Seconds after which the browser loads the page anew, whether or not a script runs; a living script calls `stop()`.
    package var renewsAfter: Int?

    package init(title: String, back: String? = nil, body: HTML, wide: Bool = false, assets: [String] = [], hasErrors: Bool = false) {
        self.title = title
        self.back = back
        self.body = body
        self.wide = wide
        self.assets = assets
        self.hasErrors = hasErrors
    }

    package func reply(to call: some WebRequest, status: HTTPResponse.Status = .ok) -> Reply {
        let css = call.assets.css
        let known = call.cookies[Self.styleCookie] == css.version
        var reply = Reply(status: status, body: document(call, css: css, known: known).text)
        if !known { reply.cookies.append(Page.style(css.version)) }
        return reply
    }

    /// The name of the cookie that every page sets on its first visit.
    package static let styleCookie = "gaya"

    /// Tells that the reader has this version of the style.
    package static func style(_ version: String) -> Cookie { Cookie(styleCookie, version, maxAge: 2_592_000) }

    /// The first visit carries its style with it, so that one request is enough to show the page; later ones use the kept file.
    private func document(_ call: some WebRequest, css: Assets.Asset, known: Bool) -> HTML {
        let sheet = "/gaya.\(css.version).css"
        let style: HTML =
            known
            ? "<link rel=\"stylesheet\" href=\"\(sheet)\">"
            : "<style>\(HTML(raw: css.text))</style><link rel=\"prefetch\" href=\"\(sheet)\" as=\"style\">"
        let renewal: HTML? = renewsAfter.map { "<meta http-equiv=\"refresh\" content=\"\($0)\">" }
        let script: HTML = "<script type=\"module\" src=\"/lapak.\(call.assets.script.version).js\"></script>"
        let prefix = hasErrors ? call.say("Kesalahan: ", "Error: ") : ""
        return """
            <!doctype html><html lang="\(call.language.rawValue)"><head><meta charset="utf-8">\
            <meta name="viewport" content="width=device-width,initial-scale=1"><title>\(prefix)\(title) - Lapak Asik</title>\
            <meta name="theme-color" content="#0B5D45"><meta name="now" content="\(call.now.utcISO)">\
            <link rel="icon" href="data:,">\(style)\
            \(renewal)\(isDisplay ? "" : script)\(assets.html { further($0, call) })</head>\
            <body><a class="skip" href="#isi">\(call.say(Say.toContent))</a>\
            \(isBare ? body : framed(call))</body></html>
            """
    }

    private func framed(_ call: some WebRequest) -> HTML {
        let other = call.language == .id ? Language.en : .id
        let (language, languageName) = (other.rawValue, other == .en ? "English" : "Bahasa Indonesia")
        let path = [.get, .head].contains(call.request.method) ? call.request.uri.path : "/"
        let wayBack: HTML? = back.map { "<a class=\"back\" href=\"\(url: $0)\">‹ \(call.say(Say.back))</a>" }
        let owner: HTML? = call.owner?.words.map {
            "<p class=\"hint\">\(call.say($0)) <a href=\"/klaim/keluar\">\(call.say(Say.notYou))</a></p>"
        }
        return """
            <header class="bar"><div><a href="/">Lapak Asik</a><a href="/bantuan">\(call.say(Say.help))</a></div></header>\
            <main id="isi" class="wrap\(wide ? " wide" : "")">\(wayBack)\(owner)\(body)</main>\
            <footer class="foot"><p>\(call.say(Say.free))</p>\
            <p><a href="/bantuan">\(call.say(Say.accessibility))</a> · \
            <a href="\(url: path)?bahasa=\(language)" lang="\(language)" hreflang="\(language)">\(languageName)</a></p></footer>
            """
    }

    private func further(_ name: String, _ call: some WebRequest) -> HTML {
        let address = call.assets.address(of: name)
        return name.hasSuffix(".css")
            ? "<link rel=\"stylesheet\" href=\"\(url: address)\">"
            : "<script \(isDisplay ? "defer" : "type=\"module\"" as HTML) src=\"\(url: address)\"></script>"
    }
}
