extension Paper {
    /// What a photo of this paper must show, one sentence each; the last ones hold for every paper.
    package var instructions: [Words] {
        let own = particulars
        return self == .facePhoto ? own : own + Paper.everyPaper
    }

    private var particulars: [Words] {
        switch self {
        case .kartuPeserta: [Words("Sisi depan kartu, nomor KPJ terbaca.", "The front of the card, with the KPJ number readable.")]
        case .ktp: [Words("KTP asli, bukan fotokopi.", "The original KTP, not a copy.")]
        case .kk: [Words("Seluruh halaman, semua nama terbaca.", "The whole page, with every name readable.")]
        case .paklaring, .contractEndLetter, .resignationLetter, .pensionAgeProof:
            [
                Words(
                    "Ada nama Anda, tanggal berhenti, tanda tangan dan cap perusahaan.",
                    "It shows your name, the last working day, the company's signature and stamp.")
            ]
        case .workContract:
            [
                Words(
                    "Halaman dengan nama, masa kerja dan tanda tangan. Beberapa halaman: jadikan satu PDF.",
                    "The pages with your name, the term and the signatures. Several pages: make one PDF.")
            ]
        case .labourOfficeReceipt, .dismissalReport, .dismissalNoticeAndConsent, .jointAgreement, .courtDecision:
            [
                Words(
                    "Ada nama Anda dan tanggal PHK. Beberapa halaman: jadikan satu PDF.",
                    "It shows your name and the date of dismissal. Several pages: make one PDF.")
            ]
        case .npwp: [Words("Sisi depan kartu, nomor terbaca.", "The front of the card, with the number readable.")]
        case .bankBook:
            [
                Words(
                    "Halaman dengan nama bank, nomor rekening dan nama Anda sendiri.",
                    "The page with the bank's name, the account number and your own name.")
            ]
        case .facePhoto:
            [
                Words("Wajah menghadap kamera, tanpa masker dan kacamata hitam.", "Face to the camera, no mask, no sunglasses."),
                Words("Di tempat terang, tanpa orang lain di foto.", "Where there is light, with nobody else in the photo."),
            ]
        case .formF5: [Words("Semua kolom terisi dan ditandatangani.", "Every field filled in, and signed.")]
        case .passport: [Words("Halaman dengan foto dan masa berlaku.", "The page with the photo and the date of expiry.")]
        case .leavingStatement: [Words("Sudah ditandatangani di atas meterai.", "Signed over a revenue stamp.")]
        case .doctorLetter: [Words("Ada nama, tanda tangan dokter dan cap.", "It shows your name, the doctor's signature and a stamp.")]
        case .heirIDs: [Words("Semua KTP dalam satu foto atau satu PDF.", "All cards in one photo or one PDF.")]
        case .deathCertificate, .heirCertificate, .birthCertificate, .guardianship:
            [Words("Nama, tanggal, tanda tangan dan cap terbaca.", "Name, date, signature and stamp are readable.")]
        case .ppjb, .ajb, .housingLoan:
            [
                Words(
                    "Halaman dengan nama Anda, alamat rumah dan tanda tangan, dalam satu PDF.",
                    "The pages with your name, the house's address and the signatures, in one PDF.")
            ]
        }
    }

    private static let everyPaper = [
        Words("Seluruh kertas terlihat, keempat sudutnya juga.", "The whole paper is visible, all four corners."),
        Words("Terbaca, tidak buram, tidak silau.", "It is readable, not blurred, without glare."),
    ]
}
