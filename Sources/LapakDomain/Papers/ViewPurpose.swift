/// Why someone looked at a document; every look is told in the journal.
package enum ViewPurpose: String, Hashable, Codable, Sendable, CaseIterable {
    /// An officer compares it with what is known, before the day.
    case precheck
    case interview
    case decision
    /// The member looks at what they sent.
    case ownLook = "own_look"
    /// The member complained, and someone looks into it.
    case complaint
    /// Someone checks how officers decide.
    case audit

    /// As the member reads it in the list of who looked.
    package var words: Words {
        switch self {
        case .precheck: Words("Pemeriksaan berkas sebelum wawancara", "Check before the interview")
        case .interview: Words("Wawancara", "Interview")
        case .decision: Words("Keputusan klaim", "Decision on the claim")
        case .ownLook: Words("Anda sendiri", "Yourself")
        case .complaint: Words("Penanganan pengaduan", "Handling of a complaint")
        case .audit: Words("Pemeriksaan mutu kerja petugas", "Review of the officers' work")
        }
    }
}
