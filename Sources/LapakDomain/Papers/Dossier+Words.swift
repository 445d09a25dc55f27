extension Dossier.State {
    /// The mark beside a paper in the member's list (screens.md 2.1, M9).
    package var words: Words {
        switch self {
        case .missing: Words("Belum ada", "Not yet sent")
        case .checking: Words("Sedang diperiksa", "Being checked")
        case .refused: Words("Kirim ulang", "Send again")
        case .waiting: Words("Menunggu petugas", "Waiting for an officer")
        case .accepted: Words("Diterima", "Accepted")
        case .returned: Words("Foto ulang", "Take again")
        case .notNeeded: Words("Tidak perlu", "Not needed")
        case .optional: Words("Boleh dilewati", "May be skipped")
        }
    }
}

extension Dossier.Row {
    /// What to ask for: the paper's name, or all names of a one-of group.
    package var title: Words {
        let names = item.papers.map(\.words)
        guard names.count > 1 else { return names.first ?? Words("", "") }
        return Words(
            "Salah satu: " + names.map(\.id).joined(separator: "; "), "One of: " + names.map(\.en).joined(separator: "; "))
    }
}
