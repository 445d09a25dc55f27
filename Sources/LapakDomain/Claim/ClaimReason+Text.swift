extension ClaimReason {
    /// The reason's name in one plain line.
    package var words: Words {
        switch self {
        case .pension56: Words("Usia pensiun 56 tahun", "Retirement at the age of 56")
        case .pensionAgreement: Words("Usia pensiun menurut perusahaan", "Retirement age set by the employer")
        case .contractEnd: Words("Kontrak kerja berakhir", "Fixed-term contract ended")
        case .selfEmployedStop: Words("Berhenti usaha sendiri", "Stopped working for oneself")
        case .resignation: Words("Mengundurkan diri", "Resignation")
        case .dismissal: Words("Pemutusan hubungan kerja (PHK)", "Dismissal or layoff")
        case .leavingIndonesia: Words("Meninggalkan Indonesia selamanya", "Leaving Indonesia for good")
        case .totalDisability: Words("Cacat total tetap", "Permanent total disability")
        case .death: Words("Peserta meninggal dunia", "Death of the member")
        case .partial10: Words("Ambil sebagian, 10 %", "Part of the savings, 10%")
        case .partial30: Words("Ambil sebagian untuk rumah, 30 %", "Part of the savings for a home, 30%")
        }
    }

    /// Who may choose it and what to have at hand, in one or two short sentences.
    ///
    /// Waiting times and full lists of documents are not said here: they are versioned data.
    package var hint: Words {
        switch self {
        case .pension56:
            Words("Untuk peserta yang sudah berusia 56 tahun.", "For members who have reached the age of 56.")
        case .pensionAgreement:
            Words(
                "Siapkan bukti usia pensiun dari perusahaan atau perjanjian kerja bersama (PKB).",
                "Have proof of the retirement age from the employer or the collective agreement.")
        case .contractEnd:
            Words(
                "Untuk perjanjian kerja waktu tertentu (PKWT). Siapkan kontrak atau surat dari perusahaan.",
                "For fixed-term work. Have the contract or a letter from the employer.")
        case .selfEmployedStop:
            Words(
                "Untuk peserta bukan penerima upah (BPU) yang sudah berhenti berusaha.",
                "For self-employed members who have stopped working.")
        case .resignation:
            Words(
                "Siapkan surat pengunduran diri dari perusahaan. Ada masa tunggu sejak tanggal surat itu.",
                "Have the resignation letter from the company. There is a waiting time from its date.")
        case .dismissal:
            Words(
                "Siapkan satu bukti PHK, misalnya perjanjian bersama. Ada masa tunggu sejak tanggal PHK.",
                "Have one proof of dismissal, such as the settlement. There is a waiting time from the dismissal.")
        case .leavingIndonesia:
            Words(
                "Siapkan paspor dan surat pernyataan tidak bekerja lagi di Indonesia.",
                "Have your passport and a statement that you no longer work in Indonesia.")
        case .totalDisability:
            Words("Siapkan surat keterangan dokter.", "Have a letter from a doctor.")
        case .death:
            Words(
                "Diajukan oleh ahli waris. Siapkan surat kematian dan surat keterangan ahli waris.",
                "Filed by the heirs. Have the death certificate and the certificate of inheritance.")
        case .partial10:
            Words(
                "Untuk peserta selama 10 tahun atau lebih. Hanya satu kali seumur hidup.",
                "For members of 10 years or more. Only once in a lifetime.")
        case .partial30:
            Words(
                "Untuk peserta selama 10 tahun atau lebih. Siapkan surat jual beli atau surat kredit rumah.",
                "For members of 10 years or more. Have the sale papers or loan papers of the home.")
        }
    }
}
