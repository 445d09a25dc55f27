import LapakDomain
import LapakWeb

/// The sentences after the interview.
private enum Say {
    static let number = Words("Nomor pengajuan", "Claim number")
    static let complete = Words("Lengkapi berkas", "Complete the papers")
    static let seeStatus = Words("Lihat status pengajuan", "See the claim's status")
    static let missed = Words("Wawancara Anda terlewat", "You missed your interview")
    static let noAnswer = Words(
        "Petugas memanggil, tetapi tidak ada jawaban pada waktunya.", "The officer called, but there was no answer in time.")
    static let atTheEnd = Words(
        "Anda kembali ke daftar tunggu dari urutan belakang.", "You are in the waiting list again, at its end.")
    static let offer = Words(
        "Begitu ada tempat, kami kirim tawaran. Dokumen Anda tetap tersimpan.",
        "As soon as there is a place, we send an offer. Your papers are kept.")

    static let unreached = Words("Anda tidak tersambung saat dipanggil", "You could not be reached when called")
    static let wasThere = Words(
        "Anda datang ke ruang tunggu tepat waktu, tetapi sambungan putus saat petugas memanggil. Ini tidak dihitung sebagai tidak hadir.",
        "You were in the lobby in time, but the connection was gone when the officer called. This does not count as not coming.")
    static let rankStays = Words(
        "Anda kembali ke daftar tunggu dengan urutan yang sama.", "You are in the waiting list again with the same rank.")

    static func sameRank(_ times: Int) -> Words {
        Words(
            "Anda kembali ke daftar tunggu dengan urutan yang sama. Ini hanya \(times.times(.id)).",
            "You are in the waiting list again with the same rank. This is possible only \(times.times(.en)).")
    }
}

// After the interview.
extension InterviewStep {
    func result(_ decision: Decision) -> Content {
        let words = ResultWords(claim, decision)
        let lines = words.lines(view.branch).html { "<p>\(call.say($0))</p>" }
        let number: HTML = "\(call.say(Say.number)) <strong class=\"num\">\(claim.number.description)</strong>"
        let way: HTML =
            switch decision {
            case .giveBack: "<p><a class=\"btn\" href=\"/berkas\">\(call.say(Say.complete))</a></p>"
            default: "<p><a class=\"btn\" href=\"/klaim/status\">\(call.say(Say.seeStatus))</a></p>"
            }
        return Content(
            title: call.say(words.title),
            head: "<div class=\"box\(decision == .approve ? " i" : " w")\">\(lines)</div><p>\(number)</p>\(way)")
    }

    /// Nobody answered, or nobody came.
    var missed: Content {
        let wasThere = claim.unreached > 0 && view.interview?.phase == .missed && view.interview?.cameInTime(call.policy) == true
        let kept = wasThere ? claim.unreached <= rules.freeUnreached : claim.misses <= rules.freeMisses
        let words = call.say(kept ? wasThere ? Say.rankStays : Say.sameRank(rules.freeMisses) : Say.atTheEnd)
        return Content(
            title: call.say(wasThere ? Say.unreached : Say.missed),
            head: """
                <div class="box w"><p>\(call.say(wasThere ? Say.wasThere : Say.noAnswer))</p><p>\(words)</p>\
                <p>\(call.say(Say.offer))</p></div>\
                <p><a class="btn" href="/klaim/status">\(call.say(Say.seeStatus))</a></p>
                """)
    }
}
