/// Why a claim is not possible and time alone does not help.
package enum Ineligibility: Error, Hashable, Codable, Sendable {
    /// The registry knows the person and no card of theirs.
    case noMembership
    /// Every card was paid out before.
    case alreadyPaid
    /// The cards that the claim would cover hold no money.
    case noBalance
    /// The most common one: the employer has not reported the exit.
    case membershipStillActive(employer: String)
    /// The same for someone who works for themselves and reports their own stop.
    case stopNotReported
    /// The exit was reported without the date from which the waiting time runs.
    case exitDateUnknown(employer: String)
    /// A partial claim that cannot be repeated: which one was paid, and when.
    case partialTaken(ClaimReason, Day)
    /// The memberships ended before this many years were full.
    case tooFewYears(Int)

    /// Stable name for the interface and for counting.
    package var code: String {
        switch self {
        case .noMembership: "no_membership"
        case .alreadyPaid: "already_paid"
        case .noBalance: "no_balance"
        case .membershipStillActive: "membership_still_active"
        case .stopNotReported: "stop_not_reported"
        case .exitDateUnknown: "exit_date_unknown"
        case .partialTaken: "partial_taken"
        case .tooFewYears: "too_few_years"
        }
    }
}

extension Ineligibility {
    /// What happened, what it means and what to do next, in plain words.
    package var words: Words {
        switch self {
        case .noMembership:
            Words(
                "Kami belum menemukan kepesertaan JHT atas nama Anda. Klaim belum dapat diajukan. "
                    + "Hubungi kantor cabang dengan kartu peserta dan KTP.",
                "We have found no JHT membership in your name. A claim is not possible yet. "
                    + "Contact a branch with your membership card and KTP.")
        case .alreadyPaid:
            Words(
                "Saldo semua kartu Anda sudah pernah dibayarkan. Tidak ada lagi yang dapat diklaim. "
                    + "Bila Anda tidak menerimanya, segera hubungi kantor cabang.",
                "The balances of all your cards were paid before. Nothing is left to claim. "
                    + "If you did not receive the money, contact a branch at once.")
        case .noBalance:
            Words(
                "Tidak ada saldo pada kepesertaan untuk sebab klaim ini. Klaim belum dapat diajukan. "
                    + "Tanyakan kepada perusahaan atau kantor cabang apakah iuran sudah disetor.",
                "The memberships for this reason hold no balance. A claim is not possible yet. "
                    + "Ask your employer or a branch whether contributions were paid in.")
        case .membershipStillActive(let employer):
            Words(
                "Kepesertaan Anda di \(employer) masih aktif. Perusahaan belum melaporkan bahwa Anda berhenti. "
                    + "Minta perusahaan melaporkannya, lalu lanjutkan di sini. Isian Anda tetap tersimpan.",
                "Your membership at \(employer) is still active. The employer has not reported that you left. "
                    + "Ask the employer to report it, then go on here. Your draft is kept.")
        case .stopNotReported:
            Words(
                "Kepesertaan mandiri Anda masih aktif. Laporkan dulu bahwa usaha Anda berhenti, di kantor cabang. "
                    + "Setelah itu lanjutkan di sini. Isian Anda tetap tersimpan.",
                "Your own membership is still active. First report at a branch that your business has stopped. "
                    + "Then go on here. Your draft is kept.")
        case .exitDateUnknown(let employer):
            Words(
                "Tanggal berhenti Anda di \(employer) belum tercatat. Masa tunggu belum dapat dihitung. "
                    + "Minta perusahaan atau kantor cabang melengkapinya. Isian Anda tetap tersimpan.",
                "The day on which you left \(employer) is not recorded. The waiting time cannot be counted yet. "
                    + "Ask the employer or a branch to add it. Your draft is kept.")
        case .partialTaken(let reason, let paid):
            Words(
                "Klaim sebagian \(reason == .partial10 ? 10 : 30) % sudah dibayarkan pada \(paid.text(.id)). "
                    + "Klaim ini hanya dapat diambil sekali. Sisa saldo tetap tersimpan; pilih sebab klaim lain.",
                "The partial claim of \(reason == .partial10 ? 10 : 30)% was paid on \(paid.text(.en)). "
                    + "It is possible only once. The rest of your balance stays saved; choose another reason.")
        case .tooFewYears(let years):
            Words(
                "Kepesertaan Anda berakhir sebelum genap \(years) tahun. Klaim sebagian belum dapat diajukan. "
                    + "Pilih sebab klaim lain, misalnya mengundurkan diri.",
                "Your membership ended before \(years) full years. A partial claim is not possible. "
                    + "Choose another reason, for example resignation.")
        }
    }
}
