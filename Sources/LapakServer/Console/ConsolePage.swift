import HTTPTypes
import LapakDomain
import LapakStore
import LapakWeb

/// The console on one screen of 1366 by 768: seats on top, who needs the officer on the left, one seat's work in the middle, video and
/// papers on the right, keys at the foot.
struct ConsolePage {
    let picture: ConsolePicture
    let call: Call
    let desk: Desk
    var refusal: Refusal?

    /// The seat in front: the one that the address names, or the first that needs the officer.
    var selected: Int {
        if let seat = call.query("kursi").flatMap({ Int($0) }), (1...Session.mostSeats).contains(seat) { return seat }
        let named = Int64(call.form["kursi"])
        return picture.floor.interviews.first { $0.id.rawValue == named }?.seat ?? picture.attention(call.policy).first?.seat ?? 1
    }

    func address(_ verb: ConsoleVerb) -> String { desk.address("\(Console.path)/\(verb.rawValue)") }

    /// An address of this page; a manager who looks on stays with the session.
    func place(_ query: String) -> String {
        desk.address(Console.path, picture.mayAct ? query : "\(watching)&\(query)")
    }

    private var watching: String { picture.mayAct ? "" : "sesi=\(picture.session.id.rawValue)" }

    func reply() -> Reply {
        let assets = ["console.css", "console.js"]
        var page = Page(title: call.say("Konsol", "Console"), body: frame, assets: assets, hasErrors: refusal != nil)
        page.isBare = true
        return page.reply(to: call, status: refusal?.status ?? .ok)
    }

    /// Every changing piece in one answer, the same markup as on the page.
    func pieces() -> Reply {
        var reply = Reply(body: changing.map(\.text).joined())
        reply.fields = [(.konsol, "\(picture.position) \(picture.now.milliseconds)")]
        return reply
    }

    private var changing: [HTML] {
        [strip, attention, lobby, "<div id=\"panel\">\(panels)</div>", "<div id=\"banding\">\(originals)</div>"]
    }

    private var frame: HTML {
        let script: HTML = """
             data-konsol="\(picture.position)" data-saat="\(picture.now.milliseconds)" data-isi="\(url: desk.address("\(Console.path)/isi", watching))"\
            \(picture.mayAct ? "" : " data-lihat" as HTML)
            """
        return """
            <main class="con" id="isi"\(script)><h1 class="sr">\(call.say("Konsol One to Many", "One to Many console"))</h1>\
            <header aria-label="\(call.say("Kursi", "Seats"))">\(strip)</header>\
            <nav aria-label="\(call.say("Perlu Anda", "Needs you"))"><h2>\(call.say("Perlu Anda", "Needs you"))</h2>\(alert)\(attention)\
            \(lobby)</nav>\
            <section class="kerja" aria-label="\(call.say("Kursi terpilih", "Selected seat"))">\(undoBar)<div id="panel">\(panels)</div>\(idle)</section>\
            <aside aria-label="\(call.say("Video dan dokumen", "Video and papers"))">\(video)\(tools)<div id="banding">\(originals)</div></aside>\
            \(keys)</main>\(help)
            """
    }

    /// What was refused, above the list; the script writes here, too.
    private var alert: HTML {
        "<p id=\"galat\" class=\"galat\" role=\"alert\">\(refusal.map { call.say($0.words) } ?? "")</p>"
    }

    /// Shown by the script for as long as the last step can be taken back, whichever seat is in front.
    private var undoBar: HTML {
        """
        <p id="urung" class="urung" hidden><button class="btn alt" type="button" data-tekan="z" aria-keyshortcuts="Z">\(call.say("Urungkan", "Undo")) <kbd>Z</kbd></button> \
        <span></span></p><p id="kabar" role="status" class="sr"></p>
        """
    }

    /// In place of a panel while nobody is selected.
    private var idle: HTML {
        """
        <div class="sepi" id="sepi" hidden><h2 tabindex="-1">\(call.say("Tidak ada yang menunggu", "Nobody waits"))</h2>\
        <p>\(call.say("Orang berikutnya yang memerlukan Anda langsung tampil di sini.", "The next person who needs you appears here at once."))</p></div>
        """
    }

    private var video: HTML {
        """
        <div class="layar"><div id="video"><p class="tanpa">\(call.say("Video tampil di sini bila peserta dan Anda menyalakan kamera.", "Video appears here when the member and you switch the cameras on."))</p></div>\
        \(picture.mayAct ? voice : "")</div>
        """
    }

    private var voice: HTML {
        """
        <div class="alat" role="group" aria-label="\(call.say("Suara", "Voice"))" hidden>\
        <button class="btn alt" type="button" data-tekan="kamera" id="kamera" aria-pressed="false">\(call.say("Kamera saya", "My camera"))</button>\
        <button class="btn alt" type="button" data-tahan="t" aria-pressed="false" aria-keyshortcuts="T">\(call.say("Bicara", "Talk")) <kbd>T</kbd></button>\
        <button class="btn alt" type="button" data-tahan="b" aria-pressed="false" aria-keyshortcuts="B">\(call.say("Ke semua", "To all")) <kbd>B</kbd></button>\
        <button class="btn alt" type="button" data-tekan="f" aria-keyshortcuts="F">\(call.say("Foto", "Photo")) <kbd>F</kbd></button>\
        <button class="btn alt" type="button" data-tekan="l" aria-keyshortcuts="L">\(call.say("Terang", "Light")) <kbd>L</kbd></button></div>
        """
    }

    private var tools: HTML {
        """
        <div class="alat gambar" role="group" aria-label="\(call.say("Tampilan gambar", "View of the pictures"))" hidden>\
        <button class="btn alt" type="button" data-tekan="+" aria-keyshortcuts="Plus">\(call.say("Perbesar", "Larger")) <kbd>+</kbd></button>\
        <button class="btn alt" type="button" data-tekan="-" aria-keyshortcuts="-">\(call.say("Perkecil", "Smaller")) <kbd>−</kbd></button>\
        <button class="btn alt" type="button" data-tekan="c" aria-keyshortcuts="C">\(call.say("Cerahkan", "Brighten")) <kbd>C</kbd></button></div>
        """
    }
}

extension HTTPField.Name {
    /// Where the journal stood when the pieces of a console were made, so that older ones never replace newer ones, and the server's
    /// clock in milliseconds.
    static let konsol = HTTPField.Name("X-Konsol")!
}
