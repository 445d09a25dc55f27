import LapakDomain

extension Registration.Step {
    /// The page of this step.
    var path: String {
        switch self {
        case .slot: "/jadwal"
        case .nik: "/daftar/nik"
        case .membership: "/daftar/peserta"
        case .contact: "/daftar/kontak"
        case .code: "/daftar/kode"
        case .reason: "/daftar/sebab"
        case .wish: "/daftar/pilihan"
        case .check: "/daftar/periksa"
        case .filed: "/daftar/selesai"
        }
    }
}
