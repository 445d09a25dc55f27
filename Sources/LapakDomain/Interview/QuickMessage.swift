/// What an officer can send with two keys: a closed list, shown on the member's page in the member's language.
package enum QuickMessage: String, Hashable, Codable, Sendable, CaseIterable {
    case wait, closer, whole, light, glare, face, louder, again, phone

    /// What the member reads.
    package var words: Words {
        switch self {
        case .wait: Words("Tunggu sebentar, saya kembali kepada Anda.", "One moment, I will come back to you.")
        case .closer: Words("Dekatkan dokumen ke kamera.", "Hold the document closer to the camera.")
        case .whole: Words("Perlihatkan seluruh dokumen, keempat sudutnya.", "Show the whole document with all four corners.")
        case .light: Words("Kurang terang. Hadap ke lampu atau jendela.", "It is too dark. Turn to a lamp or a window.")
        case .glare: Words("Dokumen memantul. Miringkan sedikit.", "The document reflects. Tilt it a little.")
        case .face: Words("Hadapkan wajah ke kamera.", "Turn your face to the camera.")
        case .louder: Words("Suara Anda kecil. Bicara lebih dekat ke ponsel.", "Your voice is faint. Speak closer to the phone.")
        case .again: Words("Ambil foto sekali lagi, pegang ponsel dengan tenang.", "Take the photo once more and hold the phone still.")
        case .phone: Words("Kami akan menelepon Anda sebentar lagi.", "We will call your phone in a moment.")
        }
    }

    /// Told to everyone when the officer speaks to all seats, for those who do not hear it.
    package static let toAll = Words("Petugas sedang berbicara kepada semua peserta.", "The officer is speaking to everybody.")
}
