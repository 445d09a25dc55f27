import LapakDomain
import LapakWeb

// Before the lobby: not yet, and the entrance.
extension InterviewStep {
    /// Nothing to do here now; the status page says what comes first.
    var closed: Content {
        let words =
            claim.phase == .booked
            ? call.say(
                "Ruang tunggu terbuka setelah semua dokumen wajib Anda kami terima.",
                "The lobby opens once we have received all your required papers.")
            : call.say("Saat ini Anda tidak punya jadwal wawancara.", "You have no interview appointment right now.")
        let way: HTML =
            claim.phase == .booked
            ? "<a class=\"btn\" href=\"/berkas\">\(call.say("Lihat berkas", "See the papers"))</a>"
            : "<a class=\"btn\" href=\"/klaim/status\">\(call.say("Lihat status pengajuan", "See the claim's status"))</a>"
        return Content(
            title: call.say("Wawancara belum dapat dimulai", "The interview cannot begin yet"), head: "<p>\(words)</p><p>\(way)</p>")
    }

    func early(_ opens: Instant) -> Content {
        let start = picture.booking.map { $0.start.text(in: picture.zone, call.language) } ?? ""
        return Content(
            title: call.say("Ruang tunggu belum dibuka", "The lobby is not open yet"),
            head: """
                <div class="box i"><p>\(call.say("Wawancara Anda:", "Your interview:")) <strong>\(start)</strong></p>\
                <p>\(call.say("Ruang tunggu dibuka", "The lobby opens at")) <strong>\(moment(opens))</strong> \
                (<time datetime="\(opens.utcISO)" data-until="\(opens.utcISO)">\((opens - call.now).textLeft(call.language))</time>).</p></div>\
                <h2>\(call.say("Siapkan", "Have at hand"))</h2>\(preparation)\
                <p><a class="btn" href="/wawancara">\(call.say("Perbarui halaman", "Renew the page"))</a></p>
                """)
    }

    /// What helps: a quiet bright place, and the papers themselves.
    var preparation: HTML {
        """
        <ul>\(picture.originals.html { "<li>\(call.say("\($0.words.id), yang asli", "\($0.words.en), the original"))</li>" })\
        <li>\(call.say("Ponsel terisi penuh, dengan kamera dan mikrofon", "A charged phone with camera and microphone"))</li>\
        <li>\(call.say("Tempat yang terang dan tenang", "A bright and quiet place"))</li></ul>
        """
    }

    /// What will happen, what is kept, and the consent.
    func entrance(again: Bool) -> Content {
        let note: HTML? =
            again
            ? "<div class=\"box i\"><p>\(call.say("Anda keluar dari wawancara. Anda dapat masuk lagi selama jadwal Anda berlaku; foto yang sudah dikirim tetap tersimpan sebagai bukti, dan langkahnya diulang dari awal.", "You left the interview. You can come in again while your appointment lasts; photos that you sent stay kept as evidence, and the steps begin anew."))</p></div>"
            : nil
        let consent = faults.words(for: "setuju")
        let content: HTML = """
            <fieldset><legend>\(call.say("Apakah Anda lanjut usia, penyandang disabilitas, hamil, atau sakit?", "Are you elderly, disabled, pregnant, or ill?"))</legend>\
            <p class="hint">\(call.say("Bila ya, petugas mendahulukan Anda. Tidak perlu bukti.", "If so, the officer serves you first. No proof is needed."))</p>\
            \(radio("prioritas", value: "tidak", checked: call.form["prioritas"] != "ya", "\(call.say("Tidak", "No"))"))\
            \(radio("prioritas", value: "ya", checked: call.form["prioritas"] == "ya", "\(call.say("Ya", "Yes"))"))</fieldset>\
            <fieldset><legend>\(call.say("Cara bicara dengan petugas", "How to talk with the officer"))</legend>\(rungs)</fieldset>\
            <div class="fld\(consent == nil ? "" : " has-err")">\
            \(consent.map { "<p class=\"err\" id=\"setuju-e\"><span class=\"sr\">\(call.say("Kesalahan:", "Error:"))</span> \(call.say($0))</p>" as HTML })\
            \(checkbox("setuju", value: "ya", id: "setuju", "<span>\(call.say("Saya setuju kamera dan mikrofon dipakai untuk wawancara ini, dan foto dokumen serta wajah disimpan seperti tertulis di atas.", "I agree that camera and microphone are used for this interview, and that photos of my papers and face are kept as written above."))</span>"))</div>
            """
        return Content(
            title: call.say("Masuk ruang tunggu", "Enter the lobby"),
            head: """
                \(note)<h2>\(call.say("Yang akan terjadi", "What will happen"))</h2>\
                <ol><li>\(call.say("Anda menunggu di halaman ini. Petugas memanggil menurut urutan.", "You wait on this page. The officer calls in turn."))</li>\
                <li>\(call.say("Anda memeriksa data, lalu memotret dokumen asli satu per satu.", "You check your data, then photograph the originals one by one."))</li>\
                <li>\(call.say("Petugas melihat wajah dan dokumen Anda, dan bertanya sebentar.", "The officer sees your face and papers, and asks a few questions."))</li>\
                <li>\(call.say("Anda membaca ringkasan dan menyetujuinya. Petugas memutuskan.", "You read the summary and agree to it. The officer decides."))</li></ol>\
                <h2>\(call.say("Data Anda", "Your data"))</h2>\
                <ul><li>\(call.say("Suara dan video tidak direkam.", "Voice and video are not recorded."))</li>\
                <li>\(call.say("Yang disimpan: foto dokumen asli, foto wajah, pertanyaan yang diajukan, pesan tertulis, waktu, dan nama petugas.", "What is kept: photos of the originals, of your face, the questions asked, written messages, times, and the officer's name."))</li>\
                <li>\(call.say("Semua foto dan pesan disimpan terkunci dan hanya dilihat petugas untuk klaim ini.", "All photos and messages are kept locked and seen by officers for this claim only."))</li>\
                <li>\(call.say("Satu petugas melayani beberapa orang. Orang lain tidak pernah melihat atau mendengar Anda.", "One officer serves several people. Others never see or hear you."))</li></ul>\
                \(form(call, action: "/wawancara/masuk", id: "f-masuk", button: call.say("Masuk ruang tunggu", "Enter the lobby"), content))\
                <p class="hint">\(call.say("Versi persetujuan", "Version of the consent")): \(Interview.consentVersion)</p>
                """)
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
