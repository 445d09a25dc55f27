import LapakDomain
import LapakWeb

// The member photographs one original after another.
extension InterviewStep {
    var originals: Content {
        guard let kind = picture.next else { return shown }
        let place = picture.originals.firstIndex { kind == .paper($0) }.map { $0 + 1 } ?? 0
        let title =
            kind == .face
            ? call.say("Foto wajah Anda", "Photo of your face")
            : call.say("Foto asli: \(kind.words.id)", "Photo of the original: \(kind.words.en)")
        let hint: HTML =
            kind == .face
            ? "<p>\(call.say("Wajah menghadap kamera, di tempat terang, tanpa masker.", "Face to the camera, in the light, no mask."))</p>"
            : """
            <p>\(call.say("Foto \(place) dari \(picture.originals.count). Taruh di dalam bingkai, terbaca dan tanpa silau.", "Photo \(place) of \(picture.originals.count). Lay it within the frame, readable and without glare."))</p>
            """
        if face.isBooth { return underCamera(kind) }
        return Content(
            title: title, head: "\(picture.interview?.returned.first { $0.subject == subject(of: kind) }.map(reason))\(hint)",
            foot: "\(file(kind))\(papers)")
    }

    func subject(of kind: Capture.Kind) -> InterviewCheck.Subject? {
        if case .paper(let paper) = kind { .original(paper) } else { nil }
    }

    /// The plain way: the phone's own camera, or a file. It needs neither scripts nor a camera on this page.
    private func file(_ kind: Capture.Kind) -> HTML {
        let fault = faults.words(for: "berkas")
        return """
            <details id="tanpa-kamera" open><summary>\(call.say("Kirim foto dari ponsel", "Send a photo from the phone"))</summary>\
            <form method="post" enctype="multipart/form-data" action="/wawancara/foto?jenis=\(kind.name)&amp;cara=file" id="f-foto">\
            <input type="hidden" name="kunci" value="\(call.freshKey())"><div class="fld\(fault == nil ? "" : " has-err")"><label for="berkas">\(call.say("Foto", "Photo"))</label>\
            \(fault.map { "<p class=\"err\" id=\"berkas-e\"><span class=\"sr\">\(call.say("Kesalahan:", "Error:"))</span> \(call.say($0))</p>" as HTML })\
            <input class="in" type="file" id="berkas" name="berkas" accept="image/*" capture="\(kind == .face ? "user" : "environment")"\
            \(fault == nil ? "" : " aria-describedby=\"berkas-e\" aria-invalid=\"true\"" as HTML)></div>\
            <button class="btn">\(call.say("Kirim foto ini", "Send this photo"))</button></form></details>
            """
    }

    /// Every original with where it stands.
    var papers: HTML {
        let rows = picture.originals.html { paper -> HTML in
            let isThere = picture.interview?.capture(of: .paper(paper)) != nil
            let isBack = picture.interview?.returned.contains { $0.subject == .original(paper) } ?? false
            let tag: HTML =
                isThere
                ? "<span class=\"tag ok\">\(call.say("Terkirim", "Sent"))</span>"
                : isBack
                    ? "<span class=\"tag no\">\(call.say("Foto ulang", "Again"))</span>"
                    : "<span class=\"tag\">\(call.say("Belum", "Not yet"))</span>"
            return "<li><span class=\"row\"><span>\(call.say(paper.words))</span> \(tag)</span></li>"
        }
        return "<h2>\(call.say("Dokumen asli", "Originals"))</h2><ul class=\"tl\">\(rows)</ul>"
    }
}
