import LapakDomain
import LapakStore
import LapakWeb

/// The sentences of these pages.
private enum Say {
    static let takePhoto = Words("Ambil foto", "Take a photo")
    static let chooseFile = Words("Pilih berkas", "Choose a file")
    static let willBeSent = Words("Foto yang akan dikirim", "The photo that will be sent")
    static let save = Words("Simpan dan lanjut", "Save and continue")
    static let photoOrFile = Words("Foto atau berkas", "Photo or file")
    static let error = Words("Kesalahan:", "Error:")
    static let note = Words("Catatan petugas:", "The officer's note:")
    static let atTheLatest = Words("Paling lambat", "At the latest")
    static let offline = Words(
        "Anda sedang luring. Kiriman dilanjutkan otomatis.", "You are offline. Sending goes on by itself.")
    static let sending = Words("Mengirim", "Sending")
    static let goesOn = Words(
        "Bila halaman ini tertutup, buka lagi di ponsel yang sama: kiriman dilanjutkan.",
        "If this page is closed, open it again on the same phone: sending goes on.")
    static let cancel = Words("Batalkan pengiriman", "Cancel the sending")
    static let which = Words("Dokumen mana yang Anda punya?", "Which paper do you have?")
    static let oneIsEnough = Words(
        "Salah satu cukup. Pilih yang paling mudah Anda foto.",
        "One is enough. Choose the one that is easiest to photograph.")
    static let goOn = Words("Lanjut", "Continue")

    static func kinds(most megabytes: Int) -> Words {
        Words("JPG, PNG atau PDF, paling besar \(megabytes) MB.", "JPG, PNG or PDF, at most \(megabytes) MB.")
    }
}

/// M10: one paper. A plain form; the script makes of it a camera, a smaller photo, and a sending that survives a bad line.
struct PhotoPage {
    let paper: Paper
    let view: PaperView
    let call: Call
    var faults = Faults()

    var page: Page {
        let name = call.say(paper.words)
        var page = Page(
            title: name, back: "/berkas",
            body: """
                \(faults.summary(call))<h1>\(name)</h1>\(returned)\
                <ul>\(paper.instructions.html { "<li>\(call.say($0))</li>" })</ul>\(deadline)\
                \(sendForm(name))\(PhotoPage.sending(view, call))
                """, hasErrors: !faults.isEmpty)
        page.assets = ["papers.js"]
        return page
    }

    /// A plain form; what the script needs to know of the paper stands on it.
    private func sendForm(_ name: String) -> HTML {
        let (files, path) = (call.policy.files, "/berkas/\(paper.rawValue)")
        return """
            <form method="post" enctype="multipart/form-data" action="\(url: call.owner?.address(path) ?? path)" id="f-foto" novalidate \
            data-dokumen="\(paper.rawValue)" data-judul="\(name)" \
            data-sisi="\(files.shrink(paper))" data-terbesar="\(files.mostBytes)">\
            \(hidden("kunci", call.freshKey()))\(field)\(camera)\
            <button class="btn">\(call.say(Say.save))</button></form>
            """
    }

    /// What the script shows in the field's place.
    private var camera: HTML {
        let facing = paper == .facePhoto ? "user" : "environment"
        return """
            <div id="pilih" hidden>\
            <p><button type="button" class="btn alt" id="kamera" data-arah="\(facing)">\(call.say(Say.takePhoto))</button> \
            <button type="button" class="btn alt" id="galeri">\(call.say(Say.chooseFile))</button></p>\
            <canvas id="lihat" role="img" aria-label="\(call.say(Say.willBeSent))" hidden></canvas>\
            <p id="terpilih" role="status"></p></div>
            """
    }

    private var field: HTML {
        let fault = faults.list.first
        let most = call.policy.files.mostBytes / 1_048_576
        let error: HTML? = fault.map {
            "<p class=\"err\" id=\"berkas-e\"><span class=\"sr\">\(call.say(Say.error))</span> \(call.say($0.words))</p>"
        }
        return """
            <div class="fld\(fault == nil ? "" : " has-err")"><label for="berkas">\(call.say(Say.photoOrFile))</label>\
            <p class="hint" id="berkas-h">\(call.say(Say.kinds(most: most)))</p>\
            \(error)\
            <input class="in" type="file" id="berkas" name="berkas" accept="image/jpeg,image/png,application/pdf" \
            aria-describedby="berkas-h\(fault == nil ? "" : " berkas-e")"\(when(fault != nil, " aria-invalid=\"true\""))></div>
            """
    }

    /// Why the last one came back, beside the page where the next one is taken.
    private var returned: HTML? {
        let options = view.dossier.rows.flatMap(\.options)
        guard let document = options.first(where: { $0.paper == paper })?.document, document.phase == .returned,
            let reason = document.reason
        else { return nil }
        let note: HTML? = document.note.map { "<p>\(call.say(Say.note)) “\($0)”</p>" }
        return box(.warning, "<p>\(call.say(reason.words)) \(call.say(reason.next))</p>\(note)")
    }

    private var deadline: HTML? {
        view.lastMinute(call.language).map { "<p>\(call.say(Say.atTheLatest)) <strong>\($0)</strong>.</p>" }
    }

    /// The place where the script shows what is on its way, on both pages; empty and hidden without it. The mark tells one
    /// claim's unfinished files from another's on a shared phone.
    static func sending(_ view: PaperView, _ call: Call) -> HTML {
        let mark = call.mark(of: view.claim.id)
        return """
            <p class="err" role="alert" id="galat"></p>\
            <div id="kirim" class="box" data-klaim="\(mark)" data-luring="\(call.say(Say.offline))" hidden>\
            <h2 id="judul" tabindex="-1">\(call.say(Say.sending))</h2>\
            <progress id="maju" max="100" value="0" aria-labelledby="judul"></progress>\
            <p><strong class="num" id="persen"></strong> <span id="kabar" role="status"></span></p>\
            <p>\(call.say(Say.goesOn))</p>\
            <button type="button" class="btn alt" id="henti">\(call.say(Say.cancel))</button></div>
            """
    }
}

/// One of several papers is enough: which one do you have?
struct ChoicePage {
    let row: Dossier.Row
    let first: Paper
    var faults = Faults()

    func page(_ call: Call) -> Page {
        let title = call.say(Say.which)
        let fault: HTML? = faults.words(for: "dokumen").map {
            "<p class=\"err\"><span class=\"sr\">\(call.say(Say.error))</span> \(call.say($0))</p>"
        }
        let options = row.item.papers.html { paper in
            radio(
                "dokumen", value: paper.rawValue, id: paper == row.item.papers[0] ? "dokumen" : nil,
                "<span><strong>\(call.say(paper.words))</strong><br>\(paper.instructions.first.map { call.say($0) } ?? "")</span>")
        }
        return Page(
            title: title, back: "/berkas",
            body: """
                \(faults.summary(call))<form method="get" action="/berkas/pilih/\(first.rawValue)" id="f-pilih">\
                \(hidden("lanjut", "1"))\
                <fieldset><legend><h1>\(title)</h1></legend><p class="hint">\(call.say(Say.oneIsEnough))</p>\
                \(fault)\(options)</fieldset>\
                <button class="btn">\(call.say(Say.goOn))</button></form>
                """, hasErrors: !faults.isEmpty)
    }
}
