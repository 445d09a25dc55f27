import LapakDomain
import LapakWeb

/// The sentences of this step.
private enum Say {
    static let faceTitle = Words("Foto wajah Anda", "Photo of your face")
    static let faceHint = Words(
        "Wajah menghadap kamera, di tempat terang, tanpa masker.", "Face to the camera, in the light, no mask.")
    static let fromPhone = Words("Kirim foto dari ponsel", "Send a photo from the phone")
    static let photo = Words("Foto", "Photo")
    static let send = Words("Kirim foto ini", "Send this photo")
    static let originals = Words("Dokumen asli", "Originals")

    static func title(_ kind: Capture.Kind) -> Words {
        Words("Foto asli: \(kind.words.id)", "Photo of the original: \(kind.words.en)")
    }
    static func hint(_ place: Int, of count: Int) -> Words {
        Words(
            "Foto \(place) dari \(count). Taruh di dalam bingkai, terbaca dan tanpa silau.",
            "Photo \(place) of \(count). Lay it within the frame, readable and without glare.")
    }
}

// The member photographs one original after another.
extension InterviewStep {
    var originals: Content {
        guard let kind = view.next else { return shown }
        let place = view.originals.firstIndex { kind == .paper($0) }.map { $0 + 1 } ?? 0
        let title = call.say(kind == .face ? Say.faceTitle : Say.title(kind))
        let hint: HTML = "<p>\(call.say(kind == .face ? Say.faceHint : Say.hint(place, of: view.originals.count)))</p>"
        if face.isBooth { return underCamera(kind) }
        return Content(
            title: title, head: "\(view.interview?.returned.first { $0.subject == subject(of: kind) }.map(reason))\(hint)",
            foot: "\(file(kind))\(papers)")
    }

    func subject(of kind: Capture.Kind) -> InterviewCheck.Subject? {
        if case .paper(let paper) = kind { .original(paper) } else { nil }
    }

    /// The plain way: the phone's own camera, or a file. It needs neither scripts nor a camera on this page.
    private func file(_ kind: Capture.Kind) -> HTML {
        let fault = wrong("berkas")
        let described: HTML = " aria-describedby=\"berkas-e\" aria-invalid=\"true\""
        return """
            <details id="tanpa-kamera" open><summary>\(call.say(Say.fromPhone))</summary>\
            <form method="post" enctype="multipart/form-data" action="/wawancara/foto?jenis=\(kind.name)&amp;cara=file" id="f-foto">\
            \(hidden("kunci", call.freshKey()))<div class="fld\(fault == nil ? "" : " has-err")">\
            <label for="berkas">\(call.say(Say.photo))</label>\
            \(fault)\
            <input class="in" type="file" id="berkas" name="berkas" accept="image/*" capture="\(kind == .face ? "user" : "environment")"\
            \(when(fault != nil, described))></div>\
            <button class="btn">\(call.say(Say.send))</button></form></details>
            """
    }

    /// Every original with where it stands.
    var papers: HTML {
        let rows = view.originals.html { paper -> HTML in
            let isThere = view.interview?.capture(of: .paper(paper)) != nil
            let isBack = view.interview?.returned.contains { $0.subject == .original(paper) } ?? false
            let tag: HTML =
                isThere
                ? "<span class=\"tag ok\">\(call.say("Terkirim", "Sent"))</span>"
                : isBack
                    ? "<span class=\"tag no\">\(call.say("Foto ulang", "Again"))</span>"
                    : "<span class=\"tag\">\(call.say("Belum", "Not yet"))</span>"
            return "<li><span class=\"row\"><span>\(call.say(paper.words))</span> \(tag)</span></li>"
        }
        return "<h2>\(call.say(Say.originals))</h2><ul class=\"tl\">\(rows)</ul>"
    }
}
