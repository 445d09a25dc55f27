import LapakDomain
import LapakStore
import LapakWeb

/// The sentences of these pieces.
private enum Say {
    static let send = Words("Kirim dokumen", "Send papers")
    static let see = Words("Lihat berkas", "See the papers")
    static let notSent = Words("Belum dikirim:", "Not yet sent:")
    static let fromAnotherPhone = Words("Kirim dokumen dari ponsel lain", "Send papers from another phone")
    static let newLink = Words(
        "Kami kirim tautan baru ke e-mail Anda. Tautan lama tidak berlaku lagi.",
        "We send a new link to your e-mail address. The old link stops working.")
    static let sendLink = Words("Kirim tautan baru", "Send a new link")
    static let linkSent = Words(
        "Tautan baru sudah kami kirim. Buka e-mail dari Lapak Asik di ponsel yang Anda pakai untuk memotret.",
        "We sent a new link. Open the e-mail from Lapak Asik on the phone that you use to take the photos.")
}

/// The papers on the other pages of a claim: what is missing, by when, and the way to the list.
struct StatusPapers {
    let view: PaperView
    let call: Call

    /// The box of the status page, with its main action and the link that can be sent again.
    var html: HTML {
        let words: HTML = PaperStanding(view: view, call: call).html
        let way: HTML =
            view.isOpen && !view.dossier.isSent
            ? "<p><a class=\"btn\" href=\"/berkas\">\(call.say(Say.send))</a></p>"
            : "<p><a class=\"btn alt\" href=\"/berkas\">\(call.say(Say.see))</a></p>"
        return "\(words)\(missing)\(way)\(link)"
    }

    /// What the member still has to send, by name. Nil when nothing is missing or nothing can be sent.
    var missing: HTML? {
        let missing = view.dossier.missing
        guard view.isOpen, !missing.isEmpty else { return nil }
        return "<p>\(call.say(Say.notSent))</p><ul>\(missing.html { "<li>\($0.name(call.language))</li>" })</ul>"
    }

    var names: String? {
        let missing = view.dossier.missing
        return missing.isEmpty ? nil : missing.map { $0.name(call.language) }.joined(separator: "; ")
    }

    private var link: HTML? {
        guard view.isOpen, view.claim.phase.hasPlace else { return nil }
        let button = form(call, action: "/klaim/tautan", id: "tautan", button: call.say(Say.sendLink), style: "alt", "")
        return """
            <details><summary>\(call.say(Say.fromAnotherPhone))</summary>\
            <p>\(call.say(Say.newLink))</p>\
            \(button)</details>
            """
    }

    /// After a new link was asked for.
    static func linkSent(_ call: Call) -> HTML? {
        guard call.query("tautan") != nil else { return nil }
        return "<div class=\"box i\" role=\"status\"><p>\(call.say(Say.linkSent))</p></div>"
    }
}
