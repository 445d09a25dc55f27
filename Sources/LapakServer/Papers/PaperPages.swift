import HTTPTypes
import LapakDomain

/// The pages of a claim's papers.
enum PaperPages {
    /// One paper, with the form that sends a file for it.
    static func photo(_ paper: Paper, _ call: Call, faults: Faults) async throws -> Reply {
        let name = call.say(paper.words)
        let body: HTML = """
            \(faults.summary(call))<h1>\(name)</h1>\
            <form method="post" action="/berkas/\(paper.rawValue)" enctype="multipart/form-data">\
            <input type="hidden" name="kunci" value="\(call.freshKey())">\
            <div class="fld"><label for="berkas">\(call.say("Foto atau PDF", "Photo or PDF"))</label>\
            <input class="in" id="berkas" name="berkas" type="file" accept="image/jpeg,image/png,application/pdf"></div>\
            <button class="btn">\(call.say("Kirim", "Send"))</button></form>
            """
        return Page(title: name, back: "/berkas", body: body, hasErrors: !faults.isEmpty).reply(
            to: call, status: faults.isEmpty ? .ok : .unprocessableContent)
    }
}
