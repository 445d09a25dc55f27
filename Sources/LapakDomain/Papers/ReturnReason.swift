/// Why an officer gives a document back: a closed list, so that every member hears the same plain sentence.
package enum ReturnReason: String, Hashable, Codable, Sendable, CaseIterable {
    case illegible
    case cutOff = "cut_off"
    case incomplete
    case wrongDocument = "wrong_document"
    case nameDiffers = "name_differs"
    case expired
    case unsigned
    case notOriginal = "not_original"
    case other

    /// What the officer chooses.
    package var label: Words {
        switch self {
        case .illegible: Words("Tidak terbaca", "Illegible")
        case .cutOff: Words("Terpotong", "Cut off")
        case .incomplete: Words("Halaman kurang", "Pages missing")
        case .wrongDocument: Words("Dokumen salah", "Wrong document")
        case .nameDiffers: Words("Nama berbeda", "Name differs")
        case .expired: Words("Kedaluwarsa", "Expired")
        case .unsigned: Words("Tanpa tanda tangan atau cap", "No signature or stamp")
        case .notOriginal: Words("Bukan dari dokumen asli", "Not of the original")
        case .other: Words("Lainnya (tulis catatan)", "Other (write a note)")
        }
    }

    /// What the member is told: what is wrong.
    package var words: Words {
        switch self {
        case .illegible: Words("Tulisannya tidak terbaca.", "The writing cannot be read.")
        case .cutOff: Words("Sebagian dokumen tidak terlihat.", "A part of the document is not visible.")
        case .incomplete: Words("Ada halaman yang belum terkirim.", "Some pages were not sent.")
        case .wrongDocument: Words("Ini bukan dokumen yang diminta.", "This is not the document that is asked for.")
        case .nameDiffers:
            Words("Nama di dokumen ini berbeda dari nama di KTP Anda.", "The name on this document differs from the one on your KTP.")
        case .expired: Words("Masa berlaku dokumen ini sudah habis.", "This document is no longer valid.")
        case .unsigned: Words("Dokumen ini belum ditandatangani atau dicap.", "This document is not signed or not stamped.")
        case .notOriginal:
            Words(
                "Ini foto dari fotokopi atau layar, bukan dari dokumen asli.", "This is a photo of a copy or a screen, not of the original."
            )
        case .other:
            Words(
                "Petugas belum dapat menerima dokumen ini; alasannya ada di catatan petugas.",
                "The officer cannot accept this document yet; the officer's note says why.")
        }
    }

    /// What the member can do now.
    package var next: Words {
        switch self {
        case .illegible:
            Words(
                "Foto ulang di tempat terang, dari dekat dan tanpa silau.",
                "Take the photo again where there is light, close and without glare.")
        case .cutOff:
            Words(
                "Letakkan dokumen di tempat datar dan foto ulang sampai keempat sudutnya terlihat.",
                "Lay the document flat and take the photo again with all four corners in it.")
        case .incomplete:
            Words("Kirim semua halaman dalam satu PDF atau satu foto.", "Send all pages in one PDF or one photo.")
        case .wrongDocument:
            Words(
                "Periksa nama dokumen di daftar, lalu kirim yang benar.", "Check the document's name in the list, then send the right one.")
        case .nameDiffers:
            Words(
                "Kirim dokumen dengan nama yang sama seperti KTP. Bila tidak ada, telepon 175 sebelum batas waktu.",
                "Send a document with the same name as your KTP. If there is none, call 175 before the deadline.")
        case .expired:
            Words("Kirim dokumen yang masih berlaku.", "Send a document that is still valid.")
        case .unsigned:
            Words(
                "Minta tanda tangan atau cap dari pembuat dokumen, lalu foto dan kirim lagi.",
                "Ask whoever issued it for the signature or stamp, then photograph it and send it again.")
        case .notOriginal: Words("Foto dokumen aslinya, lalu kirim lagi.", "Photograph the original, then send it again.")
        case .other: Words("Ikuti catatan petugas, lalu kirim lagi.", "Follow the officer's note, then send it again.")
        }
    }

    /// Whether the officer has to write a note.
    package var needsNote: Bool { self == .other }
}
