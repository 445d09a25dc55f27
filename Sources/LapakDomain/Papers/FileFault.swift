/// Why an arriving file cannot be taken. That its name or declared type says something else than its content is none:
/// the content decides.
package struct FileFault: Hashable, Codable, Sendable {
    package enum Kind: String, Hashable, Codable, Sendable, CaseIterable {
        /// The content is no JPG, PNG, HEIC or PDF.
        case wrongType
        /// A photo as iPhones take it, where what reads one is not installed.
        case heic
        case tooLarge
        case empty
        /// An image or PDF that cannot be read to its end.
        case broken
        case tooManyPixels
        case encryptedPDF
        /// Scripts, or actions that start something.
        case activePDF
        case embeddedFiles
        case tooManyPages
        case virus
        /// What arrived is not what was sent.
        case checksum
    }

    package let kind: Kind
    /// The limit that was passed when it was: bytes, pixels or pages; nil for the other kinds.
    package let most: Int?

    /// The fault with the limit of today's policy, so that the sentence stays true when the policy changes.
    package init(_ kind: Kind, under policy: FilePolicy) {
        self.kind = kind
        most =
            switch kind {
            case .tooLarge: policy.mostBytes
            case .tooManyPixels: policy.mostPixels
            case .tooManyPages: policy.mostPages
            default: nil
            }
    }
}

extension FileFault {
    /// What happened and what to do, in plain words.
    package var words: Words {
        switch kind {
        case .wrongType:
            Words(
                "Berkas ini bukan foto JPG, PNG atau HEIC, dan bukan PDF. Foto dokumennya dengan ponsel, lalu kirim lagi.",
                "This file is no JPG, PNG or HEIC photo, and no PDF. Photograph the paper with your phone, then send it again.")
        case .heic:
            Words(
                """
                Foto ini berformat HEIC dan tidak dapat kami buka. Di iPhone, buka Pengaturan > Kamera > Format dan pilih \
                Paling Kompatibel. Foto ulang dokumennya, lalu kirim lagi.
                """,
                """
                This photo has the format HEIC, which we cannot open. On the iPhone, open Settings > Camera > Formats and choose \
                Most Compatible. Photograph the paper again, then send it.
                """)
        case .tooLarge:
            Words(
                "Berkas ini lebih besar dari \(megabytes(.id)). Foto ulang dengan ukuran lebih kecil, lalu kirim lagi.",
                "This file is larger than \(megabytes(.en)). Take a smaller photo, then send it again.")
        case .empty:
            Words(
                "Berkas ini kosong. Pilih berkas lain, atau foto dokumennya.",
                "This file is empty. Choose another one, or photograph the paper.")
        case .broken:
            Words(
                "Berkas ini rusak dan tidak dapat dibuka. Foto ulang dokumennya, lalu kirim lagi.",
                "This file is damaged and cannot be opened. Photograph the paper again, then send it.")
        case .tooManyPixels:
            Words(
                "Gambar ini terlalu besar: lebih dari \(grouped(.id)) titik. Foto ulang dengan kamera ponsel, lalu kirim lagi.",
                "This picture is too large: more than \(grouped(.en)) pixels. Take it again with a phone's camera, then send it.")
        case .encryptedPDF:
            Words(
                "PDF ini dikunci dengan kata sandi. Simpan tanpa kata sandi atau foto dokumennya, lalu kirim lagi.",
                "This PDF is locked with a password. Save it without one or photograph the paper, then send it again.")
        case .activePDF:
            Words(
                "PDF ini berisi program, jadi tidak kami terima. Foto dokumennya dengan ponsel, lalu kirim lagi.",
                "This PDF contains a program, so we do not take it. Photograph the paper with your phone, then send it again.")
        case .embeddedFiles:
            Words(
                "PDF ini membawa berkas lain di dalamnya, jadi tidak kami terima. Foto dokumennya dengan ponsel, lalu kirim lagi.",
                "This PDF carries other files, so we do not take it. Photograph the paper with your phone, then send it again.")
        case .tooManyPages:
            Words(
                "PDF ini lebih dari \(grouped(.id)) halaman. Kirim hanya halaman yang diminta.",
                "This PDF has more than \(grouped(.en)) pages. Send only the pages that are asked for.")
        case .virus:
            Words(
                "Pemeriksa virus menemukan bahaya dalam berkas ini, jadi tidak kami simpan. Foto dokumen aslinya "
                    + "dengan ponsel, lalu kirim.",
                "The virus scanner found a danger in this file, so we did not keep it. Photograph the original with "
                    + "your phone, then send that."
            )
        case .checksum:
            Words(
                "Isi berkas ini berubah di perjalanan, jadi tidak kami simpan. Kirim sekali lagi.",
                "This file's content changed on the way, so we did not keep it. Send it once more.")
        }
    }

    private func grouped(_ language: Language) -> String { (most ?? 0).grouped(language) }

    /// `6 MB`, `5,5 MB`: rounded down to a tenth.
    private func megabytes(_ language: Language) -> String {
        let (whole, tenth) = ((most ?? 0) * 10 / 1_048_576).quotientAndRemainder(dividingBy: 10)
        return whole.grouped(language) + (tenth == 0 ? "" : (language == .id ? "," : ".") + "\(tenth)") + " MB"
    }
}
