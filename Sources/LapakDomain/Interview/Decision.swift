/// What the officer decides at the end (domain.md, "Words": approve, return, reject).
package enum Decision: Hashable, Codable, Sendable {
    /// Waits for payment, due within five working days.
    case approve
    /// Something is missing; the claim stands in line again with its rank.
    case giveBack(ReturnReason)
    case reject(RejectReason)
    /// The member comes to the branch on this day.
    case inPerson(Day)

    /// What was decided, without its reason; the raw value is the stable name for the interface and for counting.
    package enum Kind: String, Hashable, Codable, Sendable, CaseIterable {
        case approve
        case giveBack = "give_back"
        case reject
        case inPerson = "in_person"
    }

    package var kind: Kind {
        switch self {
        case .approve: .approve
        case .giveBack: .giveBack
        case .reject: .reject
        case .inPerson: .inPerson
        }
    }

    /// Somebody is asked to come at most so many days from now.
    package static let invitedWithin = 90

    /// Whether somebody can be asked to come on `day`: a working day after `today`, and soon enough.
    package static func mayInvite(on day: Day, after today: Day, holidays: Set<Day>) -> Bool {
        day > today && day < today + invitedWithin && day.isWorking(holidays)
    }

    /// Stable name for the interface and for counting.
    package var name: String { kind.rawValue }
}

/// Why a claim is rejected: a closed list, each with a sentence and how to object.
package enum RejectReason: String, Hashable, Codable, Sendable, CaseIterable {
    case notTheMember = "not_the_member"
    case forgedPaper = "forged_paper"
    case notEligible = "not_eligible"
    case stillEmployed = "still_employed"
    case withdrawn

    /// What the officer chooses.
    package var label: Words {
        switch self {
        case .notTheMember: Words("Bukan peserta yang bersangkutan", "Not the member")
        case .forgedPaper: Words("Dokumen tidak asli", "A paper is not genuine")
        case .notEligible: Words("Syarat sebab klaim tidak terpenuhi", "The reason's conditions are not met")
        case .stillEmployed: Words("Masih bekerja di perusahaan yang sama", "Still works at the same company")
        case .withdrawn: Words("Peserta menarik pengajuan", "The member withdraws the claim")
        }
    }

    /// What the member is told.
    package var words: Words {
        switch self {
        case .notTheMember:
            Words(
                "Petugas tidak dapat memastikan bahwa Anda adalah peserta yang namanya tertera.",
                "The officer could not make sure that you are the member who is named.")
        case .forgedPaper:
            Words("Salah satu dokumen tidak dapat dibuktikan keasliannya.", "One of the papers could not be shown to be genuine.")
        case .notEligible:
            Words("Syarat untuk sebab klaim ini belum terpenuhi.", "The conditions for this reason are not met.")
        case .stillEmployed:
            Words(
                "Menurut jawaban dan data, Anda masih bekerja di perusahaan yang sama.",
                "By your answers and the data you still work at the same company.")
        case .withdrawn: Words("Anda sendiri menarik pengajuan ini.", "You withdrew this claim yourself.")
        }
    }

    /// Days in which the member may object.
    package static let objectWithin = 30

    /// How to object; the same for all.
    package static let objection = Words(
        """
        Bila Anda tidak setuju: kirim keberatan dengan nomor pengajuan ini ke kantor cabang mana pun atau telepon 175 dalam \
        \(objectWithin) hari. Petugas lain memeriksa ulang.
        """,
        """
        If you disagree: object with this claim number at any branch or by calling 175 within \(objectWithin) days. \
        Another officer looks at it again.
        """)
}
