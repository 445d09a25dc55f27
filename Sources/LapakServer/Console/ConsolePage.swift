import HTTPTypes
import LapakDomain
import LapakStore
import LapakWeb

/// The sentences of the page.
private enum Say {
    static let title = Words("Konsol", "Console")
    static let heading = Words("Konsol One to Many", "One to Many console")
    static let seats = Words("Kursi", "Seats")
    static let selected = Words("Kursi terpilih", "Selected seat")
    static let needsYou = Words("Perlu Anda", "Needs you")
    static let videoAndPapers = Words("Video dan dokumen", "Video and papers")
    static let undo = Words("Urungkan", "Undo")
    static let nobody = Words("Tidak ada yang menunggu", "Nobody waits")
    static let nextAppears = Words(
        "Orang berikutnya yang memerlukan Anda langsung tampil di sini.", "The next person who needs you appears here at once.")
    static let videoHere = Words(
        "Video tampil di sini bila peserta dan Anda menyalakan kamera.",
        "Video appears here when the member and you switch the cameras on.")
    static let voice = Words("Suara", "Voice")
    static let camera = Words("Kamera saya", "My camera")
    static let talk = Words("Bicara", "Talk")
    static let toAll = Words("Ke semua", "To all")
    static let photo = Words("Foto", "Photo")
    static let light = Words("Terang", "Light")
    static let pictures = Words("Tampilan gambar", "View of the pictures")
    static let larger = Words("Perbesar", "Larger")
    static let smaller = Words("Perkecil", "Smaller")
    static let brighten = Words("Cerahkan", "Brighten")
}

/// The console on one screen of 1366 by 768: seats on top, who needs the officer on the left, one seat's work in the middle, video and
/// papers on the right, keys at the foot.
struct ConsolePage {
    let view: ConsoleView
    let call: Call
    let desk: Desk
    var refusal: Refusal?

    /// The seat in front: the one that the address names, or the first that needs the officer.
    var selected: Int {
        if let seat = call.query("kursi").flatMap({ Int($0) }), (1...OfficerSession.mostSeats).contains(seat) { return seat }
        let named = Int64(call.form["kursi"])
        return view.floor.interviews.first { $0.id.rawValue == named }?.seat ?? view.attention(call.policy).first?.seat ?? 1
    }

    func address(_ verb: ConsoleVerb) -> String { desk.address("\(Console.path)/\(verb.rawValue)") }

    /// An address of this page; a manager who looks on stays with the session.
    func place(_ query: String) -> String {
        desk.address(Console.path, view.mayAct ? query : "\(watching)&\(query)")
    }

    private var watching: String { view.mayAct ? "" : "sesi=\(view.session.id.rawValue)" }

    func reply() -> Reply {
        let assets = ["console.css", "console.js"]
        var page = Page(title: call.say(Say.title), body: frame, assets: assets, hasErrors: refusal != nil)
        page.isBare = true
        return page.reply(to: call, status: refusal?.status ?? .ok)
    }

    /// Every changing piece in one answer, the same markup as on the page.
    func pieces() -> Reply {
        var reply = Reply(body: changing.map(\.text).joined())
        reply.fields = [(.konsol, "\(view.position) \(view.now.milliseconds)")]
        return reply
    }

    private var changing: [HTML] {
        [strip, attention, lobby, "<div id=\"panel\">\(panels)</div>", "<div id=\"banding\">\(originals)</div>"]
    }

    private var frame: HTML {
        """
        <main class="con" id="isi"\(script)><h1 class="sr">\(call.say(Say.heading))</h1>\
        <header aria-label="\(call.say(Say.seats))">\(strip)</header>\
        <nav aria-label="\(call.say(Say.needsYou))"><h2>\(call.say(Say.needsYou))</h2>\(alert)\(attention)\
        \(lobby)</nav>\
        <section class="kerja" aria-label="\(call.say(Say.selected))">\
        \(undoBar)<div id="panel">\(panels)</div>\(idle)</section>\
        <aside aria-label="\(call.say(Say.videoAndPapers))">\
        \(video)\(tools)<div id="banding">\(originals)</div></aside>\
        \(keys)</main>\(help)
        """
    }

    /// What the script must know: where the journal stands, the server's clock, and where the pieces are fetched.
    private var script: HTML {
        let pieces = desk.address("\(Console.path)/isi", watching)
        return """
             data-konsol="\(view.position)" data-saat="\(view.now.milliseconds)"\
             data-isi="\(url: pieces)"\(attribute: "data-lihat", when: !view.mayAct)
            """
    }

    /// What was refused, above the list; the script writes here, too.
    private var alert: HTML {
        "<p id=\"galat\" class=\"galat\" role=\"alert\">\(refusal.map { call.say($0.words) } ?? "")</p>"
    }

    /// Shown by the script for as long as the last step can be taken back, whichever seat is in front.
    private var undoBar: HTML {
        """
        <p id="urung" class="urung" hidden>\(pressed("z", "Z", Say.undo)) \
        <span></span></p><p id="kabar" role="status" class="sr"></p>
        """
    }

    /// In place of a panel while nobody is selected.
    private var idle: HTML {
        """
        <div class="sepi" id="sepi" hidden><h2 tabindex="-1">\(call.say(Say.nobody))</h2>\
        <p>\(call.say(Say.nextAppears))</p></div>
        """
    }

    private var video: HTML {
        """
        <div class="layar"><div id="video"><p class="tanpa">\(call.say(Say.videoHere))</p></div>\
        \(when(view.mayAct, voice))</div>
        """
    }

    private var voice: HTML {
        """
        <div class="alat" role="group" aria-label="\(call.say(Say.voice))" hidden>\
        <button class="btn alt" type="button" data-tekan="kamera" id="kamera" aria-pressed="false">\(call.say(Say.camera))</button>\
        \(held("t", "T", Say.talk))\(held("b", "B", Say.toAll))\
        \(pressed("f", "F", Say.photo))\(pressed("l", "L", Say.light))</div>
        """
    }

    private var tools: HTML {
        """
        <div class="alat gambar" role="group" aria-label="\(call.say(Say.pictures))" hidden>\
        \(pressed("+", "Plus", Say.larger, shown: "+"))\
        \(pressed("-", "-", Say.smaller, shown: "−"))\
        \(pressed("c", "C", Say.brighten))</div>
        """
    }

    /// A button of the script that its key presses, too.
    private func pressed(_ key: String, _ shortcut: String, _ label: Words, shown: String? = nil) -> HTML {
        """
        <button class="btn alt" type="button" data-tekan="\(key)" aria-keyshortcuts="\(shortcut)">\
        \(call.say(label)) <kbd>\(shown ?? shortcut)</kbd></button>
        """
    }

    /// A button that works for as long as it, or its key, is held.
    private func held(_ key: String, _ shortcut: String, _ label: Words) -> HTML {
        """
        <button class="btn alt" type="button" data-tahan="\(key)" aria-pressed="false" aria-keyshortcuts="\(shortcut)">\
        \(call.say(label)) <kbd>\(shortcut)</kbd></button>
        """
    }
}

extension HTTPField.Name {
    /// Where the journal stood when the pieces of a console were made, so that older ones never replace newer ones, and the server's
    /// clock in milliseconds.
    static let konsol = HTTPField.Name("X-Konsol")!
}
