import LapakDomain

/// What the officer decided, in the words of the result page, the status page and the letters.
struct ResultWords {
    let claim: Claim
    let decision: Decision

    /// Nil while nothing was decided.
    init?(_ claim: Claim) {
        guard let decision = claim.decision else { return nil }
        self.init(claim, decision)
    }

    init(_ claim: Claim, _ decision: Decision) {
        self.claim = claim
        self.decision = decision
    }

    var title: Words {
        switch decision {
        case .approve: Words("Klaim Anda disetujui", "Your claim is approved")
        case .giveBack: Words("Klaim Anda dikembalikan", "Your claim was given back")
        case .reject: Words("Klaim Anda ditolak", "Your claim was rejected")
        case .inPerson: Words("Datanglah ke kantor cabang", "Please come to the branch")
        }
    }

    /// What it means, what to do, by when; a sentence or two each.
    func lines(_ branch: Branch?) -> [Words] {
        switch decision {
        case .approve:
            let day = claim.payBy.map { ($0.text(.id), $0.text(.en)) }
            return [
                day.map {
                    Words(
                        "Uang dikirim ke rekening Anda sendiri paling lambat \($0.0).",
                        "The money is sent to your own account by \($0.1) at the latest.")
                },
                Words(
                    "Anda tidak perlu berbuat apa-apa lagi. Bila sampai hari itu belum masuk, telepon 175 dengan nomor pengajuan ini.",
                    "There is nothing more for you to do. If it has not arrived by then, call 175 with this claim number."),
            ].compactMap(\.self)
        case .giveBack(let reason):
            return [
                reason.words, reason.next,
                Words(
                    "Anda kembali ke daftar tunggu dengan urutan yang sama. Lengkapi berkas sekarang; begitu ada tempat, kami kirim tawaran.",
                    "You are in the waiting list again with the same rank. Complete your papers now; when there is a place, we send an offer."
                ),
            ]
        case .reject(let reason): return [reason.words, RejectReason.objection]
        case .inPerson(let day):
            let place = branch?.name ?? ""
            return [
                Words("Datang ke \(place) pada \(day.text(.id)).", "Come to \(place) on \(day.text(.en))."),
                Words(
                    "Bawa semua dokumen asli dan tunjukkan nomor pengajuan ini. Anda tidak perlu mengambil antrean baru.",
                    "Bring all the originals and show this claim number. There is no need to queue anew."),
            ]
        }
    }
}

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
