import LapakDomain
import LapakWeb

/// The sentences of the page.
private enum Say {
    static let document = Words("Dokumen", "Document")
    static let view = Words("Tampilan gambar", "View of the picture")
    static let scrollable = Words("Gambar dokumen, dapat digulir", "The document's picture, scrollable")
    static let openInTab = Words("Buka gambar di tab baru", "Open the picture in a new tab")
    static let download = Words("Unduh berkas", "Download the file")
    static let pages = Words("Halaman dokumen", "Pages of the document")
    static let page = Words("Halaman", "Page")
}

// The document itself: one page of it large, the others as tabs, and ways to look closer.
extension PrecheckPage {
    var picture: HTML {
        let path = "/kantor/berkas/dokumen/\(document.id.rawValue)"
        let count = max(1, document.pages)
        let page = min(max(1, call.query("halaman").flatMap { Int($0) } ?? 1), count)
        let address = "\(path)/\(page)"
        let name = call.say(
            "Halaman \(page) dari \(count): \(document.paper.words.id)", "Page \(page) of \(count): \(document.paper.words.en)")
        return """
            <section class="lihat" aria-label="\(call.say(Say.document))">\(when(count > 1, tabs(count, at: page)))\
            <div class="alat" role="group" aria-label="\(call.say(Say.view))" hidden>\(tools)</div>\
            <div class="kanvas" tabindex="0" role="region" aria-label="\(call.say(Say.scrollable))">\
            <div class="bidang"><img id="gambar" src="\(url: address)" alt="\(name)"></div></div>\
            <p class="lain"><a href="\(url: address)" target="_blank" rel="noopener">\(call.say(Say.openInTab))</a> \
            <a href="\(url: path + "/asli")">\(call.say(Say.download))</a> <span class="hint">\(file: document)</span></p></section>
            """
    }

    private func tabs(_ count: Int, at page: Int) -> HTML {
        let own = "/kantor/berkas/\(document.id.rawValue)"
        let items = (1...count).html { number -> HTML in
            let mark: HTML =
                number == page ? " aria-current=\"page\"" : number == page % count + 1 ? " data-key=\"h\" aria-keyshortcuts=\"H\"" : ""
            let address = desk.address(own, "halaman=\(number)")
            return """
                <li><a href="\(url: address)"\(mark)><span class="sr">\(call.say(Say.page))</span> \(number)</a></li>
                """
        }
        return "<nav aria-label=\"\(call.say(Say.pages))\"><ol class=\"lembar\">\(items)</ol></nav>"
    }

    /// Shown by the script, which alone can make them work.
    private var tools: [HTML] {
        let all: [(act: String, key: String, shown: String, words: Words)] = [
            ("besar", "+ =", "+", Words("Perbesar", "Larger")), ("kecil", "-", "−", Words("Perkecil", "Smaller")),
            ("pas", "0", "0", Words("Pas layar", "Fit")), ("putar", "p", "P", Words("Putar", "Turn")),
            ("cerah", "c", "C", Words("Cerahkan", "Brighten")),
        ]
        return all.html { tool in
            let shortcut = tool.key == "+ =" ? "Plus" : tool.shown == "−" ? "-" : tool.shown
            return """
                <button class="btn alt" type="button" data-view="\(tool.act)" data-key="\(tool.key)" aria-keyshortcuts="\(shortcut)">\
                \(call.say(tool.words)) <kbd>\(tool.shown)</kbd></button>
                """
        }
    }
}

extension HTML.StringInterpolation {
    /// Kind and size of a document: `PDF, 310 kB`.
    fileprivate mutating func appendInterpolation(file document: Document) {
        let kind = document.kind?.fileExtension.uppercased() ?? ""
        appendInterpolation("\(kind), \(max(1, document.bytes / 1000)) kB")
    }
}
