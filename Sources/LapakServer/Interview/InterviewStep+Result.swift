import LapakDomain
import LapakWeb

// After the interview.
extension InterviewStep {
    func result(_ decision: Decision) -> Content {
        let words = ResultWords(claim, decision)
        let lines = words.lines(picture.branch).html { "<p>\(call.say($0))</p>" }
        let number: HTML = "\(call.say("Nomor pengajuan", "Claim number")) <strong class=\"num\">\(claim.number.description)</strong>"
        let way: HTML =
            switch decision {
            case .giveBack: "<p><a class=\"btn\" href=\"/berkas\">\(call.say("Lengkapi berkas", "Complete the papers"))</a></p>"
            default: "<p><a class=\"btn\" href=\"/klaim/status\">\(call.say("Lihat status pengajuan", "See the claim's status"))</a></p>"
            }
        return Content(
            title: call.say(words.title),
            head: "<div class=\"box\(decision == .approve ? " i" : " w")\">\(lines)</div><p>\(number)</p>\(way)")
    }

    /// Nobody answered, or nobody came.
    var missed: Content {
        let kept = claim.misses <= rules.freeMisses
        let words =
            kept
            ? call.say(
                "Anda kembali ke daftar tunggu dengan urutan yang sama. Ini hanya \(rules.freeMisses.times(.id)).",
                "You are in the waiting list again with the same rank. This is possible only \(rules.freeMisses.times(.en)).")
            : call.say("Anda kembali ke daftar tunggu dari urutan belakang.", "You are in the waiting list again, at its end.")
        return Content(
            title: call.say("Wawancara Anda terlewat", "You missed your interview"),
            head: """
                <div class="box w"><p>\(call.say("Petugas memanggil, tetapi tidak ada jawaban pada waktunya.", "The officer called, but there was no answer in time."))</p><p>\(words)</p>\
                <p>\(call.say("Begitu ada tempat, kami kirim tawaran. Dokumen Anda tetap tersimpan.", "As soon as there is a place, we send an offer. Your papers are kept."))</p></div>\
                <p><a class="btn" href="/klaim/status">\(call.say("Lihat status pengajuan", "See the claim's status"))</a></p>
                """)
    }
}
