import LapakDomain
import LapakWeb

/// The sentences that stand beside every step.
private enum Say {
    static let inPerson = Words(
        "Petugas akan membantu Anda langsung. Tunggu sebentar.", "The officer will help you in person. Wait a moment.")
    static let known = Words(
        "Petugas sudah tahu dan datang secepatnya. Halaman ini tetap terbuka; Anda boleh melanjutkan.",
        "The officer knows and comes as soon as possible. This page stays open; you may go on.")
    static let callOfficer = Words("Bantuan: panggil petugas", "Help: call the officer")
    static let help = Words("Bantuan", "Help")
    static let end = Words("Akhiri", "End")
    static let message = Words("Pesan untuk petugas", "Message to the officer")
    static let messageHint = Words(
        "Paling panjang \(Writing.longest) huruf. Petugas menjawab di halaman ini.",
        "At most \(Writing.longest) signs. The officer answers on this page.")
    static let write = Words("Tulis kepada petugas", "Write to the officer")
    static let sendMessage = Words("Kirim pesan", "Send the message")
    static let noVideo = Words("Video tidak jalan?", "Video does not work?")
    static let changeWay = Words("Ganti cara bicara", "Change how you are joined")
    static let otherWay = Words(
        "Pilih cara lain. Semua yang sudah Anda kirim tetap tersimpan.", "Choose another way. Everything that you sent is kept.")
    static let renew = Words("Perbarui halaman", "Renew the page")
    static let officer = Words("Petugas", "Officer")
    static let nameWithCall = Words("nama tampil saat dipanggil", "the name is shown with the call")
    static let codeWord = Words("Kata sandi", "Code word")

    static func renews(every seconds: Int) -> Words {
        Words("Halaman ini memperbarui diri setiap \(seconds) detik.", "This page renews itself every \(seconds) seconds.")
    }
}

/// One step of the interview as the member sees it: what happened, what it means, what to do, by when.
///
/// It is the same piece of markup on the full page and alone (`/wawancara/isi`): `#langkah` above the pictures, `#kaki` below them.
struct InterviewStep {
    let view: InterviewView
    let call: Call
    var faults = Faults()
    var face: InterviewFace = .phone

    var claim: Claim { view.claim }
    var rules: InterviewPolicy { call.policy.interviews }
    var codeWord: String { call.app.secrets.codeWord(of: claim.id) }

    /// A heading with what stands below it, and what stands below the pictures.
    struct Content {
        let title: String
        let head: HTML
        var foot: HTML = .empty
    }

    var content: Content {
        switch view.state {
        case .closed: closed
        case .early(let opens): early(opens)
        case .entrance(let again): entrance(again: again)
        case .running(.lobby): lobby
        case .running(.called): called
        case .running(.filling): filling
        case .running(.ready): ready
        case .running(.originals): originals
        case .running(.shown): shown
        case .running(.summary): summary
        case .running(.agreed): agreed
        case .running(.deciding), .running(.done): deciding
        case .running(.missed), .missed: missed
        case .running(.left): entrance(again: true)
        case .result(let decision): result(decision)
        }
    }

    /// The fragment's first half; scripts find here what the step needs of them.
    func head(_ content: Content) -> HTML {
        let kind = view.next
        return """
            <section id="langkah" data-keadaan="\(view.state.name)" data-cara="\(view.rung.rawValue)" \
            data-untuk="\(call.mark(of: claim.id))"\
            \(kind.map { " data-foto=\"\($0.name)\" data-bentuk=\"\($0.shape)\"" as HTML })\(attribute: "data-sendiri", when: isMembers)>\
            \(faults.summary(call))<h1 id="judul" tabindex="-1">\(content.title)</h1>\(stuck)\(content.head)</section>
            """
    }

    /// The second half.
    func foot(_ content: Content) -> HTML { "<div id=\"kaki\">\(content.foot)\(tools)</div>" }

    var fragment: HTML {
        let content = content
        return head(content) + foot(content)
    }

    private var isMembers: Bool { view.interview?.phase.isMembers ?? false }

    /// The officer knows already.
    var stuck: HTML? {
        guard let why = view.interview?.stuck, why == .help || why == .objection || why == .mismatches else { return nil }
        let words = call.say(why == .mismatches ? Say.inPerson : Say.known)
        return "<div class=\"box i\" role=\"status\"><p>\(words)</p></div>"
    }

    // MARK: Always there

    /// Help, another way to be joined, and the way out, while the interview runs.
    private var tools: HTML {
        guard !face.isBooth, let interview = view.interview, view.state.isLive, interview.phase != .deciding else { return .empty }
        let canAsk = interview.phase.hasSeat && interview.phase != .called
        let help: HTML =
            canAsk
            ? form(call, action: "/wawancara/bantuan", id: "f-bantuan", button: call.say(Say.callOfficer), style: "alt", "")
            : "<p><a class=\"btn alt\" href=\"/bantuan\">\(call.say(Say.help))</a></p>"
        return """
            \(writings(interview))\(ladder)<div class="alat">\(help)\
            <p><a class="btn alt" href="/wawancara/keluar">\(call.say(Say.end))</a></p></div>\(renewal)
            """
    }

    /// The text channel: beside voice for whoever cannot hear or speak, and all there is on its own rung.
    private func writings(_ interview: Interview) -> HTML? {
        let lines = call.lines(view.writings, in: view.zone, member: Words("Anda", "You"), officer: Say.officer)
        guard interview.canWrite else { return lines.map { "<div id=\"tulis\">\($0)</div>" } }
        let fault = wrong("tulisan")
        let described: HTML = fault == nil ? "tulisan-h" : "tulisan-h tulisan-e"
        let field: HTML = """
            <div class="fld\(fault == nil ? "" : " has-err")"><label for="tulisan">\(call.say(Say.message))</label>\
            <p class="hint" id="tulisan-h">\(call.say(Say.messageHint))</p>\
            \(fault)\
            <textarea class="in" id="tulisan" name="tulisan" rows="3" maxlength="\(Writing.longest)" aria-describedby="\(described)"\
            \(attribute: "aria-invalid=\"true\"", when: fault != nil)>\(fault == nil ? "" : call.form.text("tulisan"))</textarea></div>
            """
        let isOpen = lines != nil || fault != nil || interview.rung == .text
        let sending = form(
            call, action: "/wawancara/tulis", id: "f-tulis", button: call.say(Say.sendMessage), style: "alt", field)
        return """
            <details id="tulis"\(attribute: "open", when: isOpen)><summary>\(call.say(Say.write))</summary>\(lines)\
            \(sending)</details>
            """
    }

    /// The ladder: offered, never forced; nothing is lost between rungs.
    private var ladder: HTML {
        let others = Interview.Rung.allCases.filter { $0 != view.rung }
        let buttons = others.html { rung -> HTML in
            """
            <p class="hint">\(call.say(rung.hint(claim)))</p>\
            <button class="btn alt" name="rung" value="\(rung.rawValue)">\(call.say(rung.choice))</button>
            """
        }
        let title = call.say(view.rung == .video ? Say.noVideo : Say.changeWay)
        return """
            <details id="tangga"><summary>\(title)</summary><p>\(call.say(Say.otherWay))</p>\
            <form method="post" action="\(url: call.owner?.address("/wawancara/tangga") ?? "/wawancara/tangga")" id="f-tangga">\
            \(hidden("kunci", call.freshKey()))\(buttons)</form></details>
            """
    }

    /// Without scripts the page renews itself where nobody types, and has a button where somebody does.
    private var renewal: HTML {
        let seconds = 20
        let renews = call.say(Say.renews(every: seconds))
        return view.state.isWaiting
            ? """
            <noscript><meta http-equiv="refresh" content="\(seconds)"><p>\(renews)</p></noscript>
            """
            : """
            <noscript><p><a class="btn alt" href="/wawancara">\(call.say(Say.renew))</a></p></noscript>
            """
    }

    /// Who calls, by name and word, so that nobody answers a stranger.
    var caller: HTML {
        """
        <dl class="kv"><div><dt>\(call.say(Say.officer))</dt><dd>\(view.officer ?? call.say(Say.nameWithCall))</dd></div>\
        <div><dt>\(call.say(Say.codeWord))</dt><dd><strong class="num">\(codeWord)</strong></dd></div></dl>
        """
    }

    /// What is wrong with the answer to a question, where the question stands.
    func wrong(_ field: String) -> HTML? {
        faults.words(for: field).map { words in
            """
            <p class="err" id="\(field)-e"><span class="sr">\(call.say("Kesalahan:", "Error:"))</span> \(call.say(words))</p>
            """
        }
    }

    func moment(_ instant: Instant) -> String { instant.timeText(in: view.zone, call.language, seenAt: call.now) }

    /// How long it still is, kept true by a script.
    func countdown(_ instant: Instant) -> HTML {
        let left = (instant - call.now).textLeft(call.language)
        return "<time datetime=\"\(instant.utcISO)\" data-until=\"\(instant.utcISO)\">\(left)</time>"
    }
}

extension Capture.Kind {
    /// The frame that fits: a card, a sheet, a double page or a face.
    var shape: String {
        switch self {
        case .face, .paper(.facePhoto): "wajah"
        case .paper(.ktp), .paper(.kartuPeserta), .paper(.npwp): "kartu"
        case .paper(.bankBook), .paper(.kk), .paper(.passport): "buku"
        case .paper: "surat"
        }
    }
}
