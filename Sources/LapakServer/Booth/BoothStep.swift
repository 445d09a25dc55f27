import LapakDomain
import LapakStore
import LapakWeb

/// What a booth shows now: never more than one main choice, always the way to help, always the sentence that is spoken.
///
/// The same markup stands on the whole page and alone (`/bilik/isi`): `#tahap`, `#langkah`, `#kaki`.
struct BoothStep {
    let picture: BoothPicture
    let call: Call
    var faults = Faults()

    private var voice: BoothVoice? { BoothVoice(picture) }
    private var branch: String { call.atlas[picture.booth.branch]?.name ?? "" }
    private var booth: String { call.say("Bilik \(picture.booth.number)", "Booth \(picture.booth.number)") }

    var title: String { content.title }
    var isEmpty: Bool { picture.number == nil }
    var fragment: HTML { head + foot }

    /// The steps' bar and the step; scripts find here what they need of it.
    var head: HTML {
        let content = content
        let kind: Capture.Kind? = if case .step(_, let step) = picture.state, picture.booth.trouble != .camera { step.next } else { nil }
        let isMembers = if case .step(_, let step) = picture.state { step.interview?.phase.isMembers ?? false } else { false }
        return """
            <header id="tahap"><p class="tempat">\(booth)\(picture.number.map { " · \($0.text)" as HTML })</p>\(language)\(bar)</header>\
            <section id="langkah" data-keadaan="\(picture.name)"\(voice.map { " data-suara=\"\(call.house.voice.address)/\($0.clip).ogg\"" as HTML })\
            \(picture.interview.map { " data-wawancara=\"\($0.rawValue)\"" as HTML })\
            \(kind.map { " data-foto=\"\($0.name)\" data-bentuk=\"\($0.shape)\"" as HTML })\(attribute: "data-sendiri", when: isMembers)>\
            \(faults.summary(call))<h1 id="judul" tabindex="-1">\(content.title)</h1>\
            \(voice.map { "<p class=\"ucapan\">\(call.say($0.words))</p>" as HTML })\(content.head)\(content.foot)</section>
            """
    }

    /// Help is always at the same place.
    var foot: HTML {
        let help: HTML =
            picture.interview != nil && picture.name != "done" && picture.name != "deciding"
            ? form(
                call, action: "\(BoothPages.path)/bantuan", id: "f-bantuan",
                button: call.say("Bantuan: panggil petugas", "Help: call the officer"), style: "alt", "")
            : """
            <details id="bantuan"><summary class="btn alt">\(call.say("Bantuan: panggil petugas", "Help: call the officer"))</summary>\
            <p class="box i">\(call.say("Petugas di aula membantu Anda. Buka pintu bilik dan angkat tangan.", "Staff in the hall help you. Open the booth's door and raise your hand."))</p></details>
            """
        let again: HTML? =
            voice == nil
            ? nil
            : "<button type=\"button\" class=\"btn alt\" id=\"ulangi-suara\">\(call.say("Ulangi suara", "Say it again"))</button>"
        return "<footer id=\"kaki\">\(help)\(again)</footer>"
    }

    private var content: InterviewStep.Content {
        switch picture.state {
        case .trouble(let trouble): self.trouble(trouble)
        case .idle: idle
        case .called(let number, let again): called(number, again: again)
        case .consent(let number): consent(number)
        case .step(_, let step):
            picture.booth.trouble == .camera ? broken : seat(InterviewStep(picture: step, call: call, face: .booth))
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
            title: call.say("Bilik kosong. Tunggu nomor Anda dipanggil.", "The booth is empty. Wait until your number is called."),
            head: """
                \(sent)<p>\(call.say("Nomor dan bilik tampil di layar aula, dan disebut dengan suara.", "Number and booth are shown and called in the hall."))</p>\
                <p class="hint">\(call.say("Kamera menyala hanya untuk memeriksa dirinya. Tidak ada gambar atau suara yang dikirim selama bilik kosong.", "The camera is on only to check itself. No picture and no sound is sent while the booth is empty."))</p>
                """)
    }

    private func trouble(_ trouble: Booth.Trouble) -> InterviewStep.Content {
        if trouble == .camera, let sent = picture.sent {
            return InterviewStep.Content(
                title: call.say(
                    "Kamera bermasalah. Pindah ke bilik \(sent.booth), data Anda ikut.",
                    "Camera trouble. Go to booth \(sent.booth), your data come along."),
                head: """
                    <p class="besar">\(call.say("Nomor", "Number")) <strong>\(sent.number.text)</strong> → <strong>\(call.say("Bilik \(sent.booth)", "Booth \(sent.booth)"))</strong></p>\
                    <p>\(call.say("Ambil semua dokumen asli Anda. Di bilik itu pindai atau ketik lagi nomor Anda.", "Take all your originals. Scan or type your number again there."))</p>
                    """)
        }
        let words =
            trouble == .closed
            ? call.say("Bilik ini ditutup.", "This booth is closed.")
            : call.say("Bilik ini sedang diperbaiki.", "This booth is being repaired.")
        return InterviewStep.Content(
            title: words,
            head:
                "\(sent)<p>\(call.say("Lihat layar aula: nomor Anda dipanggil ke bilik lain.", "Look at the hall's display: your number is called to another booth."))</p>"
        )
    }

    /// Where the person who sat here goes on.
    private var sent: HTML? {
        picture.sent.map { sent in
            """
            <p class="box w besar">\(call.say("Nomor \(sent.number.text): pindah ke bilik \(sent.booth). Data Anda ikut.", "Number \(sent.number.text): go to booth \(sent.booth). Your data come along."))</p>
            """
        }
    }

    /// The camera is gone and no other booth is free.
    private var broken: InterviewStep.Content {
        InterviewStep.Content(
            title: call.say("Kamera bermasalah. Petugas sudah tahu.", "Camera trouble. The officer knows."),
            head: """
                <p>\(call.say("Tetap duduk. Begitu ada bilik lain yang kosong, Anda dipindahkan, dan data Anda ikut.", "Please stay. As soon as another booth is free you are moved, and your data come along."))</p>
                """)
    }

    // MARK: B1

    private func called(_ number: QueueNumber, again: Bool) -> InterviewStep.Content {
        let title =
            again
            ? call.say("Nomor \(number.text), lanjutkan di sini", "Number \(number.text), go on here")
            : call.say("Nomor \(number.text), silakan duduk", "Number \(number.text), please sit down")
        let keys = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "⌫", "0", number.letter].html { key -> HTML in
            let name: HTML = key == "⌫" ? " aria-label=\"\(call.say("Hapus satu", "Delete one"))\"" : ""
            return "<button type=\"button\" class=\"btn alt\" data-tombol=\"\(key)\"\(name)>\(key)</button>"
        }
        let field = Field(
            name: "nomor", label: call.say("Nomor antrean Anda", "Your queue number"),
            hint: call.say("Contoh: \(number.letter) 037", "For example: \(number.letter) 037"),
            value: faults.isEmpty ? "" : call.form["nomor"],
            inputmode: "none", isPrivate: true)
        return InterviewStep.Content(
            title: title,
            head: """
                \(again ? "<div class=\"box i\"><p>\(call.say("Yang sudah Anda kerjakan tersimpan. Setelah nomor diketik, langkah Anda dilanjutkan.", "What you did is kept. Type the number and your step goes on."))</p></div>" as HTML : "")\
                <div class="nomor">\(form(call, action: "\(BoothPages.path)/nomor", id: "f-nomor", button: call.say("Lanjut", "Go on"), field.html(call, faults)))\
                <div id="papan" hidden role="group" aria-label="\(call.say("Papan angka", "Number pad"))">\(keys)</div></div>
                """)
    }

    private func consent(_ number: QueueNumber) -> InterviewStep.Content {
        InterviewStep.Content(
            title: call.say("Selamat datang, nomor \(number.text)", "Welcome, number \(number.text)"),
            head: """
                <ul><li>\(call.say("Suara dan video tidak direkam.", "Voice and video are not recorded."))</li>\
                <li>\(call.say("Yang disimpan: foto dokumen asli, foto wajah, pertanyaan yang diajukan, waktu, dan nama petugas.", "What is kept: photos of the originals, of your face, the questions asked, times, and the officer's name."))</li>\
                <li>\(call.say("Satu petugas melayani beberapa bilik. Orang lain tidak melihat atau mendengar Anda.", "One officer serves several booths. Others never see or hear you."))</li></ul>\
                \(form(call, action: "\(BoothPages.path)/jawab", id: "f-jawab", button: call.say("Saya setuju, mulai", "I agree, begin"), "<input type=\"hidden\" name=\"setuju\" value=\"ya\">"))\
                <p class="hint">\(call.say("Tidak setuju? Tekan Bantuan, atau temui petugas di aula. Versi persetujuan", "You do not agree? Press Help, or see the staff in the hall. Version of the consent")): \(Interview.consentVersion)</p>
                """)
    }

    // MARK: B6

    private func receipt(_ number: QueueNumber, _ step: InterviewPicture) -> InterviewStep.Content {
        let claim = step.claim
        let words = ResultWords(claim)
        let rows: [(String, String)] = [
            (call.say("Nomor antrean", "Queue number"), number.text),
            (call.say("Nomor pengajuan", "Claim number"), claim.number.description),
            (call.say("Kantor", "Branch"), branch),
            (call.say("Waktu", "Time"), (step.interview?.since ?? call.now).text(in: step.zone, call.language)),
        ]
        let lines = words?.lines(step.branch).html { "<p>\(call.say($0))</p>" } ?? []
        return InterviewStep.Content(
            title: words.map { call.say($0.title) } ?? call.say("Selesai", "Done"),
            head: """
                <div id="bukti"><dl class="kv">\(rows.html { "<div><dt>\($0.0)</dt><dd>\($0.1)</dd></div>" })</dl>\
                <div class="box\(claim.decision == .approve ? " i" : " w")">\(lines)</div></div>\
                <p><button type="button" class="btn" id="cetak" hidden>\(call.say("Ambil bukti", "Print the receipt"))</button> \
                <span class="hint">\(call.say("Layar ini dikosongkan sendiri satu menit setelah keputusan.", "This screen is cleared by itself one minute after the decision."))</span></p>\
                \(form(call, action: "\(BoothPages.path)/pergi", id: "f-pergi", button: call.say("Selesai, kosongkan layar", "Done, clear the screen"), style: "alt", ""))
                """)
    }

    // MARK: The bar

    /// Only before the person begins; the next one begins in Indonesian again.
    private var language: HTML? {
        guard picture.name == "called" || picture.name == "consent" else { return nil }
        let other = call.language == .id ? Language.en : .id
        return """
            <a class="bahasa" href="\(url: BoothPages.path)?bahasa=\(other.rawValue)" lang="\(other.rawValue)" hreflang="\(other.rawValue)">\(other == .en ? "English" : "Bahasa Indonesia")</a>
            """
    }

    private var bar: HTML? {
        let now: Int
        switch picture.state {
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
            return """
                <li\(done ? " class=\"ok\"" : number == now ? " class=\"now\" aria-current=\"step\"" : "" as HTML)>\(number) \(call.say(words))\
                \(done ? " <span aria-hidden=\"true\">✓</span><span class=\"sr\">\(call.say("selesai", "done"))</span>" as HTML : "")</li>
                """
        }
        return "<ol class=\"tahap\">\(items)</ol>"
    }
}

extension InterviewStep {
    /// One original, or the face, under the booth's camera.
    func underCamera(_ kind: Capture.Kind) -> Content {
        let place = picture.originals.firstIndex { kind == .paper($0) }.map { $0 + 1 } ?? 0
        let title: String
        switch kind {
        case .face: title = call.say("Lihat ke kamera", "Look at the camera")
        case .paper(.ktp): title = call.say("Taruh KTP asli di dalam kotak kuning", "Lay the original KTP inside the yellow box")
        case .paper: title = call.say("Taruh dokumen asli di dalam kotak kuning", "Lay the original inside the yellow box")
        }
        let which: HTML =
            kind == .face
            ? ""
            : """
            <p class="besar">\(call.say("Dokumen \(place) dari \(picture.originals.count)", "Paper \(place) of \(picture.originals.count)")): <strong>\(call.say(kind.words))</strong></p>\
            <p>\(call.say("Foto diambil sendiri setelah dokumen diam satu detik.", "The photo is taken by itself once the paper lies still for a second."))</p>
            """
        return Content(
            title: title, head: "\(picture.interview?.returned.first { $0.subject == subject(of: kind) }.map(reason))\(which)", foot: papers
        )
    }
}
