import LapakDomain

/// What a booth says at a step: a recorded clip and the same sentence on the screen (`Voice/sentences.txt`).
struct BoothVoice: Hashable, Sendable {
    /// The clip's name: `/suara/{name}.ogg`.
    let clip: String
    let words: Words

    private init(_ clip: String, _ id: String, _ en: String) {
        self.clip = "bilik-\(clip)"
        words = Words(id, en)
    }

    static let called = BoothVoice(
        "panggil", "Silakan duduk. Pindai tiket Anda, atau ketik nomor antrean Anda.",
        "Please sit down. Scan your ticket, or type your queue number.")
    static let consent = BoothVoice(
        "izin", "Petugas melihat dan mendengar Anda lewat kamera. Tidak ada yang direkam. Tekan setuju untuk mulai.",
        "The officer sees and hears you through the camera. Nothing is recorded. Press agree to begin.")
    static let data = BoothVoice(
        "data", "Periksa data Anda di layar. Bila sudah benar, tekan: data saya benar.",
        "Check your data on the screen. If they are right, press: my data are right.")
    static let ready = BoothVoice(
        "periksa", "Petugas memeriksa data Anda. Siapkan dokumen asli di meja.",
        "The officer checks your data. Have the originals ready on the table.")
    static let face = BoothVoice("wajah", "Lihat ke kamera, lalu tekan ambil foto.", "Look at the camera, then press take the photo.")
    static let shown = BoothVoice(
        "petugas", "Dokumen sudah lengkap. Tetap duduk. Petugas segera berbicara dengan Anda.",
        "All papers are there. Please stay. The officer will talk to you in a moment.")
    static let summary = BoothVoice(
        "ringkasan", "Baca ringkasan di layar. Bila benar, tekan setuju.", "Read the summary on the screen. If it is right, press agree.")
    static let agreed = BoothVoice(
        "keputusan", "Terima kasih. Petugas memutuskan sebentar lagi. Tetap duduk.",
        "Thank you. The officer decides in a moment. Please stay.")
    static let approved = BoothVoice(
        "selesai", "Selesai. Klaim Anda disetujui. Ambil bukti dan semua dokumen asli Anda.",
        "Done. Your claim is approved. Take the receipt and all your originals.")
    static let over = BoothVoice(
        "hasil", "Selesai. Baca hasilnya di layar. Ambil bukti dan semua dokumen asli Anda.",
        "Done. Read the result on the screen. Take the receipt and all your originals.")
    static let trouble = BoothVoice(
        "kamera", "Kamera bermasalah. Ikuti petunjuk di layar. Data Anda ikut.",
        "Camera trouble. Follow the screen. Your data go with you.")
    static let there = BoothVoice(
        "masih", "Masih di sana? Sentuh layar untuk melanjutkan.", "Are you still there? Touch the screen to go on.")

    static let steps = [called, consent, data, ready, face, shown, summary, agreed, approved, over, trouble, there]

    /// For one original under the camera.
    static func original(_ paper: Paper) -> BoothVoice {
        BoothVoice(
            "asli-\(paper.rawValue.replacing("_", with: "-"))",
            "Taruh dokumen asli ini di dalam kotak kuning: \(paper.words.id). Lalu tekan ambil foto.",
            "Lay this original inside the yellow box: \(paper.words.en). Then press take the photo.")
    }

    static var all: [BoothVoice] { steps + Paper.allCases.map(original) }

    /// What is said at this step; nothing while nobody is there.
    init?(_ view: BoothView) {
        switch view.state {
        case .idle: return nil
        case .trouble(let trouble):
            guard trouble == .camera, view.sent != nil else { return nil }
            self = Self.trouble
        case .called: self = Self.called
        case .consent: self = Self.consent
        case .receipt(_, let view, _): self = view.claim.decision == .approve ? Self.approved : Self.over
        case .step(_, let step):
            if view.booth.trouble == .camera {
                self = Self.trouble
                return
            }
            switch step.state {
            case .running(.filling): self = Self.data
            case .running(.ready): self = Self.ready
            case .running(.originals):
                switch step.next {
                case .paper(let paper)?: self = Self.original(paper)
                case .face?: self = Self.face
                case nil: self = Self.shown
                }
            case .running(.shown): self = Self.shown
            case .running(.summary): self = Self.summary
            default: self = Self.agreed
            }
        }
    }
}
