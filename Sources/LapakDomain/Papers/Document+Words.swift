extension Document.Phase {
    /// Why something is not possible with a document in this phase, and what to do.
    var refusalWords: Words {
        switch self {
        case .checking:
            Words("Dokumen ini masih diperiksa otomatis. Tunggu sebentar.", "This document is still being checked by us. Wait a little.")
        case .waiting:
            Words("Dokumen ini menunggu petugas. Tunggu hasilnya.", "This document waits for an officer. Wait for the result.")
        case .accepted:
            Words("Dokumen ini sudah diterima petugas. Keputusan itu tetap.", "An officer has accepted this document. That decision stays.")
        case .returned:
            Words("Dokumen ini sudah dikembalikan. Kirim penggantinya.", "This document was given back. Send another one instead.")
        case .refused:
            Words("Berkas ini tidak dapat diterima. Kirim penggantinya.", "This file could not be taken. Send another one instead.")
        case .superseded:
            Words(
                "Dokumen ini sudah diganti dengan yang lebih baru. Buka yang terbaru.",
                "This document was replaced by a newer one. Open that one.")
        case .withdrawn:
            Words(
                "Dokumen ini sudah ditarik kembali oleh pengirimnya. Lanjutkan dengan dokumen lain.",
                "This document was withdrawn by whoever sent it. Go on with another one.")
        }
    }
}
