import LapakDomain
import LapakStore
import LapakWeb

/// The sentences of the booth's steps.
private enum Say {
    static let callOfficer = Words("Bantuan: panggil petugas", "Help: call the officer")
    static let hallHelps = Words(
        "Petugas di aula membantu Anda. Buka pintu bilik dan angkat tangan.",
        "Staff in the hall help you. Open the booth's door and raise your hand.")
    static let again = Words("Ulangi suara", "Say it again")

    // Nobody is there.
    static let empty = Words(
        "Bilik kosong. Tunggu nomor Anda dipanggil.", "The booth is empty. Wait until your number is called.")
    static let howCalled = Words(
        "Nomor dan bilik tampil di layar aula, dan disebut dengan suara.", "Number and booth are shown and called in the hall.")
    static let camera = Words(
        "Kamera menyala hanya untuk memeriksa dirinya. Tidak ada gambar atau suara yang dikirim selama bilik kosong.",
        "The camera is on only to check itself. No picture and no sound is sent while the booth is empty.")
    static let closed = Words("Bilik ini ditutup.", "This booth is closed.")
    static let inRepair = Words("Bilik ini sedang diperbaiki.", "This booth is being repaired.")
    static let seeHall = Words(
        "Lihat layar aula: nomor Anda dipanggil ke bilik lain.",
        "Look at the hall's display: your number is called to another booth.")
    static let number = Words("Nomor", "Number")
    static let takeAll = Words(
        "Ambil semua dokumen asli Anda. Di bilik itu pindai lagi karcis Anda, atau ketik nomor dan 4 angka HP.",
        "Take all your originals. Scan your ticket again there, or type your number and the 4 digits.")
    static let broken = Words("Kamera bermasalah. Petugas sudah tahu.", "Camera trouble. The officer knows.")
    static let stay = Words(
        "Tetap duduk. Begitu ada bilik lain yang kosong, Anda dipindahkan, dan data Anda ikut.",
        "Please stay. As soon as another booth is free you are moved, and your data come along.")

    static func booth(_ number: Int) -> Words { Words("Bilik \(number)", "Booth \(number)") }
    static func cameraTrouble(next booth: Int) -> Words {
        Words(
            "Kamera bermasalah. Pindah ke bilik \(booth), data Anda ikut.",
            "Camera trouble. Go to booth \(booth), your data come along.")
    }
    static func move(_ sent: Booth.Sent) -> Words {
        Words(
            "Nomor \(sent.number.text): pindah ke bilik \(sent.booth). Data Anda ikut.",
            "Number \(sent.number.text): go to booth \(sent.booth). Your data come along.")
    }

    // B1
    static let deleteOne = Words("Hapus satu", "Delete one")
    static let yourNumber = Words("Nomor antrean Anda", "Your queue number")
    static let kept = Words(
        "Yang sudah Anda kerjakan tersimpan. Setelah nomor diketik, langkah Anda dilanjutkan.",
        "What you did is kept. Type the number and your step goes on.")
    static let goOn = Words("Lanjut", "Go on")
    static let lastDigits = Words("4 angka terakhir nomor HP Anda", "The last 4 digits of your phone number")
    static let whyDigits = Words(
        "Agar hanya Anda yang membuka data Anda. Tidak perlu bila karcis dipindai.",
        "So that only you open your data. Not needed when you scan your ticket.")
    static let pad = Words("Papan angka", "Number pad")
    static let notRecorded = Words("Suara dan video tidak direkam.", "Voice and video are not recorded.")
    static let whatIsKept = Words(
        "Yang disimpan: foto dokumen asli, foto wajah, pertanyaan yang diajukan, waktu, dan nama petugas.",
        "What is kept: photos of the originals, of your face, the questions asked, times, and the officer's name.")
    static let several = Words(
        "Satu petugas melayani beberapa bilik. Orang lain tidak melihat atau mendengar Anda.",
        "One officer serves several booths. Others never see or hear you.")
    static let agree = Words("Saya setuju, mulai", "I agree, begin")
    static let disagree = Words(
        "Tidak setuju? Tekan Bantuan, atau temui petugas di aula. Versi persetujuan",
        "You do not agree? Press Help, or see the staff in the hall. Version of the consent")

    static func goOnHere(_ number: QueueNumber) -> Words {
        Words("Nomor \(number.text), lanjutkan di sini", "Number \(number.text), go on here")
    }
    static func sitDown(_ number: QueueNumber) -> Words {
        Words("Nomor \(number.text), silakan duduk", "Number \(number.text), please sit down")
    }
    static func welcome(_ number: QueueNumber) -> Words {
        Words("Selamat datang, nomor \(number.text)", "Welcome, number \(number.text)")
    }

    // An original, or the face, under the camera.
    static let look = Words("Lihat ke kamera", "Look at the camera")
    static let layKtp = Words("Taruh KTP asli di dalam kotak kuning", "Lay the original KTP inside the yellow box")
    static let layPaper = Words("Taruh dokumen asli di dalam kotak kuning", "Lay the original inside the yellow box")
    static let byItself = Words(
        "Foto diambil sendiri setelah dokumen diam satu detik.",
        "The photo is taken by itself once the paper lies still for a second.")

    static func paper(_ place: Int, of count: Int) -> Words {
        Words("Dokumen \(place) dari \(count)", "Paper \(place) of \(count)")
    }

    // B6
    static let done = Words("Selesai", "Done")
    static let print = Words("Ambil bukti", "Print the receipt")
    static let clearedByItself = Words(
        "Layar ini dikosongkan sendiri satu menit setelah keputusan.",
        "This screen is cleared by itself one minute after the decision.")
    static let clear = Words("Selesai, kosongkan layar", "Done, clear the screen")
}

/// What a booth shows now: never more than one main choice, always the way to help, always the sentence that is spoken.
///
/// The same markup stands on the whole page and alone (`/bilik/isi`): `#tahap`, `#langkah`, `#kaki`.
struct BoothStep {
    let view: BoothView
    let call: Call
    var faults = Faults()

    private var voice: BoothVoice? { BoothVoice(view) }
    private var branch: String { call.nation[view.booth.branch]?.name ?? "" }
    private var booth: String { call.say(Say.booth(view.booth.number)) }

    var title: String { content.title }
    var isEmpty: Bool { view.number == nil }
    var fragment: HTML { head + foot }

    /// The steps' bar and the step; scripts find here what they need of it.
    var head: HTML {
        let content = content
        let kind: Capture.Kind? = if case .step(_, let step) = view.state, view.booth.trouble != .camera { step.next } else { nil }
        let isMembers = if case .step(_, let step) = view.state { step.interview?.phase.isMembers ?? false } else { false }
        let spoken: HTML? = voice.map { " data-suara=\"\(call.app.voice.address)/\($0.clip).ogg\"" }
        return """
            <header id="tahap"><p class="tempat">\(booth)\(view.number.map { " · \($0.text)" as HTML })</p>\(language)\(bar)</header>\
            <section id="langkah" data-keadaan="\(view.name)"\(spoken)\
            \(view.interview.map { " data-wawancara=\"\($0.rawValue)\"" as HTML })\
            \(call.owner.map { " data-untuk=\"\($0.mark)\"" as HTML })\
            \(kind.map { " data-foto=\"\($0.name)\" data-bentuk=\"\($0.shape)\"" as HTML })\(attribute: "data-sendiri", when: isMembers)>\
            \(faults.summary(call))<h1 id="judul" tabindex="-1">\(content.title)</h1>\
            \(voice.map { "<p class=\"ucapan\">\(call.say($0.words))</p>" as HTML })\(content.head)\(content.foot)</section>
            """
    }

    /// Help is always at the same place.
    var foot: HTML {
        let help: HTML =
            view.interview != nil && view.name != "done" && view.name != "deciding"
            ? form(
                call, action: "\(BoothPages.path)/bantuan", id: "f-bantuan", button: call.say(Say.callOfficer), style: "alt", "")
            : """
            <details id="bantuan"><summary class="btn alt">\(call.say(Say.callOfficer))</summary>\
            <p class="box i">\(call.say(Say.hallHelps))</p></details>
            """
        let button: HTML = "<button type=\"button\" class=\"btn alt\" id=\"ulangi-suara\">\(call.say(Say.again))</button>"
        let again = when(voice != nil, button)
        return "<footer id=\"kaki\">\(help)\(again)</footer>"
    }

    private var content: InterviewStep.Content {
        switch view.state {
        case .trouble(let trouble): self.trouble(trouble)
        case .idle: idle
        case .called(let number, let again): called(number, again: again)
        case .consent(let number): consent(number)
        case .step(_, let step):
            view.booth.trouble == .camera ? broken : seat(InterviewStep(view: step, call: call, face: .booth))
        case .receipt(let number, let step, _): receipt(number, step)
        }
    }

    private func seat(_ step: InterviewStep) -> InterviewStep.Content {
        let content = step.content
        return InterviewStep.Content(title: content.title, head: "\(step.stuck)\(content.head)", foot: content.foot)
    }

    // MARK: Nobody is there

    private var idle: InterviewStep.Content {
        InterviewStep.Content(
            title: call.say(Say.empty),
            head: """
                \(sent)<p>\(call.say(Say.howCalled))</p>\
                <p class="hint">\(call.say(Say.camera))</p>
                """)
    }

    private func trouble(_ trouble: Booth.Trouble) -> InterviewStep.Content {
        if trouble == .camera, let sent = view.sent {
            return InterviewStep.Content(
                title: call.say(Say.cameraTrouble(next: sent.booth)),
                head: """
                    <p class="besar">\(call.say(Say.number)) <strong>\(sent.number.text)</strong> \
                    → <strong>\(call.say(Say.booth(sent.booth)))</strong></p>\
                    <p>\(call.say(Say.takeAll))</p>
                    """)
        }
        return InterviewStep.Content(
            title: call.say(trouble == .closed ? Say.closed : Say.inRepair), head: "\(sent)<p>\(call.say(Say.seeHall))</p>")
    }

    /// Where the person who sat here goes on.
    private var sent: HTML? {
        view.sent.map { "<p class=\"box w besar\">\(call.say(Say.move($0)))</p>" }
    }

    /// The camera is gone and no other booth is free.
    private var broken: InterviewStep.Content {
        InterviewStep.Content(title: call.say(Say.broken), head: "<p>\(call.say(Say.stay))</p>")
    }

    // MARK: B1

    private func called(_ number: QueueNumber, again: Bool) -> InterviewStep.Content {
        let title = call.say(again ? Say.goOnHere(number) : Say.sitDown(number))
        let keys = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "⌫", "0", number.letter].html { key -> HTML in
            let name: HTML = key == "⌫" ? " aria-label=\"\(call.say(Say.deleteOne))\"" : ""
            return "<button type=\"button\" class=\"btn alt\" data-tombol=\"\(key)\"\(name)>\(key)</button>"
        }
        let field = Field(
            name: "nomor", label: call.say(Say.yourNumber),
            hint: call.say("Contoh: \(number.letter) 037", "For example: \(number.letter) 037"),
            value: faults.isEmpty ? "" : call.form["nomor"],
            inputmode: "none", isPrivate: true)
        let digits = Field(
            name: "akhir", label: call.say(Say.lastDigits), hint: call.say(Say.whyDigits), inputmode: "none", autocomplete: "off",
            isPrivate: true)
        let typing = form(
            call, action: "\(BoothPages.path)/nomor", id: "f-nomor", button: call.say(Say.goOn),
            "\(field.html(call, faults))\(digits.html(call, faults))")
        return InterviewStep.Content(
            title: title,
            head: """
                \(when(again, box(.info, "<p>\(call.say(Say.kept))</p>")))\
                <div class="nomor">\(typing)\
                <div id="papan" hidden role="group" aria-label="\(call.say(Say.pad))">\(keys)</div></div>
                """)
    }

    private func consent(_ number: QueueNumber) -> InterviewStep.Content {
        let agreeing = form(
            call, action: "\(BoothPages.path)/jawab", id: "f-jawab", button: call.say(Say.agree), hidden("setuju", "ya"))
        return InterviewStep.Content(
            title: call.say(Say.welcome(number)),
            head: """
                <ul><li>\(call.say(Say.notRecorded))</li>\
                <li>\(call.say(Say.whatIsKept))</li>\
                <li>\(call.say(Say.several))</li></ul>\
                \(agreeing)\
                <p class="hint">\(call.say(Say.disagree)): \(Interview.consentVersion)</p>
                """)
    }

    // MARK: B6

    private func receipt(_ number: QueueNumber, _ step: InterviewView) -> InterviewStep.Content {
        let claim = step.claim
        let words = ResultWords(claim)
        let rows: [(String, String)] = [
            (call.say("Nomor antrean", "Queue number"), number.text),
            (call.say("Nomor pengajuan", "Claim number"), claim.number.description),
            (call.say("Kantor", "Branch"), branch),
            (call.say("Waktu", "Time"), (step.interview?.since ?? call.now).text(in: step.zone, call.language)),
        ]
        let lines = words?.lines(step.branch).html { "<p>\(call.say($0))</p>" } ?? []
        let leaving = form(
            call, action: "\(BoothPages.path)/pergi", id: "f-pergi", button: call.say(Say.clear), style: "alt", "")
        return InterviewStep.Content(
            title: call.say(words?.title ?? Say.done),
            head: """
                <div id="bukti"><dl class="kv">\(rows.html { "<div><dt>\($0.0)</dt><dd>\($0.1)</dd></div>" })</dl>\
                <div class="box\(claim.decision == .approve ? " i" : " w")">\(lines)</div></div>\
                <p><button type="button" class="btn" id="cetak" hidden>\(call.say(Say.print))</button> \
                <span class="hint">\(call.say(Say.clearedByItself))</span></p>\
                \(leaving)
                """)
    }

    // MARK: The bar

    /// Only before the person begins; the next one begins in Indonesian again.
    private var language: HTML? {
        guard view.name == "called" || view.name == "consent" else { return nil }
        let other = call.language == .id ? Language.en : .id
        let (code, name) = (other.rawValue, other == .en ? "English" : "Bahasa Indonesia")
        return """
            <a class="bahasa" href="\(url: BoothPages.path)?bahasa=\(code)" lang="\(code)" hreflang="\(code)">\(name)</a>
            """
    }

    private var bar: HTML? {
        let now: Int
        switch view.state {
        case .idle, .trouble: return nil
        case .called, .consent: now = 1
        case .receipt: now = 6
        case .step(_, let step):
            now =
                switch step.state {
                case .running(.filling): 1
                case .running(.ready): 2
                case .running(.originals), .running(.shown): 3
                default: 4
                }
        }
        let names = [
            Words("Data", "Data"), Words("Foto", "Photos"), Words("Dokumen asli", "Originals"), Words("Periksa", "Review"),
            Words("Selesai", "Done"),
        ]
        let items = names.enumerated().html { index, words -> HTML in
            let number = index + 1
            let done = number < now
            let style: HTML = done ? " class=\"ok\"" : number == now ? " class=\"now\" aria-current=\"step\"" : ""
            let tick: HTML = " <span aria-hidden=\"true\">✓</span><span class=\"sr\">\(call.say("selesai", "done"))</span>"
            return "<li\(style)>\(number) \(call.say(words))\(when(done, tick))</li>"
        }
        return "<ol class=\"tahap\">\(items)</ol>"
    }
}

extension InterviewStep {
    /// One original, or the face, under the booth's camera.
    func underCamera(_ kind: Capture.Kind) -> Content {
        let place = view.originals.firstIndex { kind == .paper($0) }.map { $0 + 1 } ?? 0
        let title: String
        switch kind {
        case .face: title = call.say(Say.look)
        case .paper(.ktp): title = call.say(Say.layKtp)
        case .paper: title = call.say(Say.layPaper)
        }
        let which: HTML = """
            <p class="besar">\(call.say(Say.paper(place, of: view.originals.count))): <strong>\(call.say(kind.words))</strong></p>\
            <p>\(call.say(Say.byItself))</p>
            """
        let returned = view.interview?.returned.first { $0.subject == subject(of: kind) }.map(reason)
        return Content(title: title, head: "\(returned)\(when(kind != .face, which))", foot: papers)
    }
}
