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
                    """
                    Anda kembali ke daftar tunggu dengan urutan yang sama. Lengkapi berkas sekarang; \
                    begitu ada tempat, kami kirim tawaran.
                    """,
                    """
                    You are in the waiting list again with the same rank. Complete your papers now; \
                    when there is a place, we send an offer.
                    """),
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
