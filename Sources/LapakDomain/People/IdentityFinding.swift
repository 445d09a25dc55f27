/// What comparing an `Identity` with the registry found. It names fields and never carries a value of the registry.
package enum IdentityFinding: Hashable, Codable, Sendable {
    case matched
    /// The registry has no member with this NIK.
    case notFound
    /// The fields that differ, in the order of `IdentityField`; never empty.
    case mismatch([IdentityField])
}

/// A field that can differ from the registry.
package enum IdentityField: String, Hashable, Codable, Sendable, CaseIterable {
    case kpj, name, birth, mother

    /// What differs and how to correct it: by typing again, or with the employer, the branch or Dukcapil (the civil
    /// registry). The registry's value is never shown, so that nobody can learn it by guessing.
    package var remedy: Words {
        switch self {
        case .kpj:
            Words(
                "Nomor KPJ ini tidak tercatat atas nama Anda. "
                    + "Ketik lagi 11 angka di kartu peserta; bila tetap berbeda, hubungi perusahaan atau kantor cabang.",
                "This KPJ number is not recorded in your name. "
                    + "Type the 11 digits on your card again; if they still differ, contact your employer or a branch.")
        case .name:
            Words(
                "Nama Anda berbeda dari data peserta. "
                    + "Ketik lagi sesuai KTP; bila tetap berbeda, minta perusahaan atau kantor cabang mengoreksinya.",
                "Your name differs from the member record. "
                    + "Type it again as on your KTP; if it still differs, ask your employer or a branch to correct it.")
        case .birth:
            Words(
                "Tanggal lahir Anda berbeda dari data peserta. "
                    + "Ketik lagi sesuai KTP; bila tetap berbeda, koreksi di kantor cabang, atau Dukcapil bila KTP keliru.",
                "Your birth date differs from the member record. "
                    + "Type it again as on your KTP; if it still differs, correct it at a branch, or at Dukcapil if the KTP is wrong.")
        case .mother:
            Words(
                "Nama ibu kandung berbeda dari data peserta. "
                    + "Ketik lagi sesuai Kartu Keluarga; bila tetap berbeda, minta koreksi di kantor cabang.",
                "Your mother's name differs from the member record. "
                    + "Type it again as on your family card; if it still differs, ask a branch to correct it.")
        }
    }
}
