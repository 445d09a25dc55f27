extension PaperCheck.Mark {
    /// The tag before a check.
    package var words: Words {
        switch self {
        case .matches: Words("Cocok otomatis", "Automatic match")
        case .similar: Words("Mirip", "Similar")
        case .look: Words("Perlu dilihat", "To be looked at")
        }
    }
}

extension PaperCheck.Subject {
    /// What the officer compares.
    package var words: Words {
        switch self {
        case .recordName: Words("Nama yang diisi peserta = data peserta", "Name filled in = member's record")
        case .recordBirth: Words("Tanggal lahir di NIK = data peserta", "Birth date in the NIK = member's record")
        case .whole: Words("Dokumen yang benar, utuh dan terbaca", "The right document, whole and legible")
        case .sentBefore: Words("Sama persis dengan berkas yang sudah dikembalikan", "The very file that was given back before")
        case .nik: Words("NIK", "NIK")
        case .name: Words("Nama", "Name")
        case .birth: Words("Tanggal lahir", "Birth date")
        case .kpj: Words("Nomor KPJ", "KPJ number")
        case .mother: Words("Nama ibu kandung", "Mother's name")
        case .employer: Words("Perusahaan", "Employer")
        case .employmentEnd: Words("Tanggal berhenti", "Last day of employment")
        case .holder: Words("Pemilik rekening = nama peserta", "Holder of the account = member's name")
        case .account: Words("Nama bank dan nomor rekening terbaca", "Bank and account number legible")
        case .face: Words("Satu wajah, tampak depan, tidak tertutup", "One face, from the front, not covered")
        case .signature: Words("Ada tanda tangan atau cap", "Signed or stamped")
        case .validity: Words("Masih berlaku", "Still valid")
        case .heirs: Words("Semua ahli waris ada", "All heirs are there")
        case .house: Words("Atas nama peserta, untuk rumah tinggal", "In the member's name, for a home")
        }
    }
}
