import LapakDomain
import LapakWeb

/// The sentences before the lobby.
private enum Say {
    static let closed = Words("Wawancara belum dapat dimulai", "The interview cannot begin yet")
    static let papersFirst = Words(
        "Ruang tunggu terbuka setelah semua dokumen wajib Anda kami terima.",
        "The lobby opens once we have received all your required papers.")
    static let noBooking = Words(
        "Saat ini Anda tidak punya jadwal wawancara.", "You have no interview appointment right now.")
    static let seePapers = Words("Lihat berkas", "See the papers")
    static let seeStatus = Words("Lihat status pengajuan", "See the claim's status")

    // Too early.
    static let early = Words("Ruang tunggu belum dibuka", "The lobby is not open yet")
    static let yourInterview = Words("Wawancara Anda:", "Your interview:")
    static let opensAt = Words("Ruang tunggu dibuka", "The lobby opens at")
    static let prepare = Words("Siapkan", "Have at hand")
    static let renew = Words("Perbarui halaman", "Renew the page")
    static let phone = Words("Ponsel terisi penuh, dengan kamera dan mikrofon", "A charged phone with camera and microphone")
    static let quietPlace = Words("Tempat yang terang dan tenang", "A bright and quiet place")

    static func original(_ paper: Words) -> Words { Words("\(paper.id), yang asli", "\(paper.en), the original") }

    // The entrance.
    static let enter = Words("Masuk ruang tunggu", "Enter the lobby")
    static let youLeft = Words(
        """
        Anda keluar dari wawancara. Anda dapat masuk lagi selama jadwal Anda berlaku; \
        foto yang sudah dikirim tetap tersimpan sebagai bukti, dan langkahnya diulang dari awal.
        """,
        """
        You left the interview. You can come in again while your appointment lasts; \
        photos that you sent stay kept as evidence, and the steps begin anew.
        """)
    static let whatHappens = Words("Yang akan terjadi", "What will happen")
    static let youWait = Words(
        "Anda menunggu di halaman ini. Petugas memanggil menurut urutan.", "You wait on this page. The officer calls in turn.")
    static let youCheck = Words(
        "Anda memeriksa data, lalu memotret dokumen asli satu per satu.",
        "You check your data, then photograph the originals one by one.")
    static let officerSees = Words(
        "Petugas melihat wajah dan dokumen Anda, dan bertanya sebentar.",
        "The officer sees your face and papers, and asks a few questions.")
    static let youAgree = Words(
        "Anda membaca ringkasan dan menyetujuinya. Petugas memutuskan.",
        "You read the summary and agree to it. The officer decides.")
    static let yourData = Words("Data Anda", "Your data")
    static let notRecorded = Words("Suara dan video tidak direkam.", "Voice and video are not recorded.")
    static let whatIsKept = Words(
        "Yang disimpan: foto dokumen asli, foto wajah, pertanyaan yang diajukan, pesan tertulis, waktu, dan nama petugas.",
        "What is kept: photos of the originals, of your face, the questions asked, written messages, times, and the officer's name.")
    static let locked = Words(
        "Semua foto dan pesan disimpan terkunci dan hanya dilihat petugas untuk klaim ini.",
        "All photos and messages are kept locked and seen by officers for this claim only.")
    static let several = Words(
        "Satu petugas melayani beberapa orang. Orang lain tidak pernah melihat atau mendengar Anda.",
        "One officer serves several people. Others never see or hear you.")

    // The questions there.
    static let priority = Words(
        "Apakah Anda lanjut usia, penyandang disabilitas, hamil, atau sakit?", "Are you elderly, disabled, pregnant, or ill?")
    static let priorityHint = Words(
        "Bila ya, petugas mendahulukan Anda. Tidak perlu bukti.", "If so, the officer serves you first. No proof is needed.")
    static let howToTalk = Words("Cara bicara dengan petugas", "How to talk with the officer")
    static let consent = Words(
        """
        Saya setuju kamera dan mikrofon dipakai untuk wawancara ini, \
        dan foto dokumen serta wajah disimpan seperti tertulis di atas.
        """,
        """
        I agree that camera and microphone are used for this interview, \
        and that photos of my papers and face are kept as written above.
        """)
    static let version = Words("Versi persetujuan", "Version of the consent")
}

// Before the lobby: not yet, and the entrance.
extension InterviewStep {
    /// Nothing to do here now; the status page says what comes first.
    var closed: Content {
        let words = call.say(claim.phase == .booked ? Say.papersFirst : Say.noBooking)
        let way: HTML =
            claim.phase == .booked
            ? "<a class=\"btn\" href=\"/berkas\">\(call.say(Say.seePapers))</a>"
            : "<a class=\"btn\" href=\"/klaim/status\">\(call.say(Say.seeStatus))</a>"
        return Content(title: call.say(Say.closed), head: "<p>\(words)</p><p>\(way)</p>")
    }

    func early(_ opens: Instant) -> Content {
        let start = view.booking.map { $0.start.text(in: view.zone, call.language) } ?? ""
        return Content(
            title: call.say(Say.early),
            head: """
                <div class="box i"><p>\(call.say(Say.yourInterview)) <strong>\(start)</strong></p>\
                <p>\(call.say(Say.opensAt)) <strong>\(moment(opens))</strong> (\(countdown(opens))).</p></div>\
                <h2>\(call.say(Say.prepare))</h2>\(preparation)\
                <p><a class="btn" href="/wawancara">\(call.say(Say.renew))</a></p>
                """)
    }

    /// What helps: a quiet bright place, and the papers themselves.
    var preparation: HTML {
        """
        <ul>\(view.originals.html { "<li>\(call.say(Say.original($0.words)))</li>" })\
        <li>\(call.say(Say.phone))</li>\
        <li>\(call.say(Say.quietPlace))</li></ul>
        """
    }

    /// What will happen, what is kept, and the consent.
    func entrance(again: Bool) -> Content {
        let entering = form(call, action: "/wawancara/masuk", id: "f-masuk", button: call.say(Say.enter), questions)
        return Content(
            title: call.say(Say.enter),
            head: """
                \(when(again, box(.info, "<p>\(call.say(Say.youLeft))</p>")))<h2>\(call.say(Say.whatHappens))</h2>\
                <ol><li>\(call.say(Say.youWait))</li>\
                <li>\(call.say(Say.youCheck))</li>\
                <li>\(call.say(Say.officerSees))</li>\
                <li>\(call.say(Say.youAgree))</li></ol>\
                <h2>\(call.say(Say.yourData))</h2>\
                <ul><li>\(call.say(Say.notRecorded))</li>\
                <li>\(call.say(Say.whatIsKept))</li>\
                <li>\(call.say(Say.locked))</li>\
                <li>\(call.say(Say.several))</li></ul>\
                \(entering)\
                <p class="hint">\(call.say(Say.version)): \(Interview.consentVersion)</p>
                """)
    }

    /// Priority, the way to talk, and the consent.
    private var questions: HTML {
        let isFirst = call.form["prioritas"] == "ya"
        let fault = wrong("setuju")
        return """
            <fieldset><legend>\(call.say(Say.priority))</legend>\
            <p class="hint">\(call.say(Say.priorityHint))</p>\
            \(radio("prioritas", value: "tidak", checked: !isFirst, "\(call.say("Tidak", "No"))"))\
            \(radio("prioritas", value: "ya", checked: isFirst, "\(call.say("Ya", "Yes"))"))</fieldset>\
            <fieldset><legend>\(call.say(Say.howToTalk))</legend>\(rungs)</fieldset>\
            <div class="fld\(fault == nil ? "" : " has-err")">\
            \(fault)\
            \(checkbox("setuju", value: "ya", id: "setuju", "<span>\(call.say(Say.consent))</span>"))</div>
            """
    }

    private var rungs: [HTML] {
        let chosen = Interview.Rung(rawValue: call.form["rung"]) ?? .video
        return Interview.Rung.allCases.html { rung in
            radio(
                "rung", value: rung.rawValue, checked: rung == chosen,
                "<span><strong>\(call.say(rung.choice))</strong><br>\(call.say(rung.hint(claim)))</span>")
        }
    }
}
