import LapakDomain
import LapakStore
import LapakWeb

/// M10: one paper. A plain form; the script makes of it a camera, a smaller photo, and a sending that survives a bad line.
struct PhotoPage {
    let paper: Paper
    let picture: PaperPicture
    let call: Call
    var faults = Faults()

    var page: Page {
        let name = call.say(paper.words)
        var page = Page(
            title: name, back: "/berkas",
            body: """
                \(faults.summary(call))<h1>\(name)</h1>\(returned)\
                <ul>\(paper.instructions.html { "<li>\(call.say($0))</li>" })</ul>\(deadline)\
                <form method="post" enctype="multipart/form-data" action="/berkas/\(paper.rawValue)" id="f-foto" novalidate \
                data-dokumen="\(paper.rawValue)" data-judul="\(name)" data-sisi="\(call.policy.files.shrink(paper))" data-terbesar="\(call.policy.files.mostBytes)">\
                <input type="hidden" name="kunci" value="\(call.freshKey())">\(field)\
                <div id="pilih" hidden><p><button type="button" class="btn alt" id="kamera" data-arah="\(paper == .facePhoto ? "user" : "environment")">\(call.say("Ambil foto", "Take a photo"))</button> \
                <button type="button" class="btn alt" id="galeri">\(call.say("Pilih berkas", "Choose a file"))</button></p>\
                <canvas id="lihat" role="img" aria-label="\(call.say("Foto yang akan dikirim", "The photo that will be sent"))" hidden></canvas><p id="terpilih" role="status"></p></div>\
                <button class="btn">\(call.say("Simpan dan lanjut", "Save and continue"))</button></form>\(PhotoPage.sending(picture, call))
                """, hasErrors: !faults.isEmpty)
        page.assets = ["papers.js"]
        return page
    }

    private var field: HTML {
        let fault = faults.list.first
        let most = call.policy.files.mostBytes / 1_048_576
        return """
            <div class="fld\(fault == nil ? "" : " has-err")"><label for="berkas">\(call.say("Foto atau berkas", "Photo or file"))</label>\
            <p class="hint" id="berkas-h">\(call.say("JPG, PNG atau PDF, paling besar \(most) MB.", "JPG, PNG or PDF, at most \(most) MB."))</p>\
            \(fault.map { "<p class=\"err\" id=\"berkas-e\"><span class=\"sr\">\(call.say("Kesalahan:", "Error:"))</span> \(call.say($0.words))</p>" as HTML })\
            <input class="in" type="file" id="berkas" name="berkas" accept="image/jpeg,image/png,application/pdf" \
            aria-describedby="berkas-h\(fault == nil ? "" : " berkas-e")"\(fault == nil ? "" : " aria-invalid=\"true\"" as HTML)></div>
            """
    }

    /// Why the last one came back, beside the page where the next one is taken.
    private var returned: HTML? {
        let options = picture.dossier.rows.flatMap(\.options)
        guard let document = options.first(where: { $0.paper == paper })?.document, document.phase == .returned,
            let reason = document.reason
        else { return nil }
        let note: HTML? = document.note.map { "<p>\(call.say("Catatan petugas:", "The officer's note:")) “\($0)”</p>" }
        return "<div class=\"box w\"><p>\(call.say(reason.words)) \(call.say(reason.next))</p>\(note)</div>"
    }

    private var deadline: HTML? {
        picture.lastMinute(call.language).map { "<p>\(call.say("Paling lambat", "At the latest")) <strong>\($0)</strong>.</p>" }
    }

    /// The place where the script shows what is on its way, on both pages; empty and hidden without it. The mark tells one
    /// claim's unfinished files from another's on a shared phone.
    static func sending(_ picture: PaperPicture, _ call: Call) -> HTML {
        let mark = call.house.chance.derived("papers:\(picture.claim.id.rawValue)").prefix(16)
        return """
            <p class="err" role="alert" id="galat"></p>\
            <div id="kirim" class="box" data-klaim="\(mark)" data-luring="\(call.say("Anda sedang luring. Kiriman dilanjutkan otomatis.", "You are offline. Sending goes on by itself."))" hidden>\
            <h2 id="judul" tabindex="-1">\(call.say("Mengirim", "Sending"))</h2><progress id="maju" max="100" value="0" aria-labelledby="judul"></progress>\
            <p><strong class="num" id="persen"></strong> <span id="kabar" role="status"></span></p>\
            <p>\(call.say("Bila halaman ini tertutup, buka lagi di ponsel yang sama: kiriman dilanjutkan.", "If this page is closed, open it again on the same phone: sending goes on."))</p>\
            <button type="button" class="btn alt" id="henti">\(call.say("Batalkan pengiriman", "Cancel the sending"))</button></div>
            """
    }
}

/// One of several papers is enough: which one do you have?
struct ChoicePage {
    let row: Dossier.Row
    let first: Paper
    var faults = Faults()

    func page(_ call: Call) -> Page {
        let title = call.say("Dokumen mana yang Anda punya?", "Which paper do you have?")
        let fault = faults.words(for: "dokumen")
        let options = row.item.papers.html { paper in
            radio(
                "dokumen", value: paper.rawValue, id: paper == row.item.papers[0] ? "dokumen" : nil,
                "<span><strong>\(call.say(paper.words))</strong><br>\(paper.instructions.first.map { call.say($0) } ?? "")</span>")
        }
        return Page(
            title: title, back: "/berkas",
            body: """
                \(faults.summary(call))<form method="get" action="/berkas/pilih/\(first.rawValue)" id="f-pilih"><input type="hidden" name="lanjut" value="1">\
                <fieldset><legend><h1>\(title)</h1></legend><p class="hint">\(call.say("Salah satu cukup. Pilih yang paling mudah Anda foto.", "One is enough. Choose the one that is easiest to photograph."))</p>\
                \(fault.map { "<p class=\"err\"><span class=\"sr\">\(call.say("Kesalahan:", "Error:"))</span> \(call.say($0))</p>" as HTML })\(options)</fieldset>\
                <button class="btn">\(call.say("Lanjut", "Continue"))</button></form>
                """, hasErrors: !faults.isEmpty)
    }
}
