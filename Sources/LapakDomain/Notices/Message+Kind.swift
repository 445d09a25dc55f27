extension Message {
    /// What a notice is about. A new kind is decided here (channels, patience, name), caused in the follower of the journal, and
    /// worded in its letter and its short form.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case code, confirmed, moved, cancelled, queued, offer, offerLapsed, reminder
        case returned, refusedFile, papersComplete, papersMissed, deadlineMoved, link
        case called, decided, interviewMissed
        case number, papersToBring, soon, comeIn, numberMissed
        /// The code that proves a contact; that one was proven or changed; that somebody came back by the other one.
        case proof, contactChanged, visited

        /// Six digits that are good for a while, and secret until then.
        package var isCode: Bool { self == .code || self == .proof }
    }
}

// Mail carries everything. The phone gets a short form, which says no more than number and time and holds no secret link: it lies
// open on many a table. Neither gets anything before it was proven (`Contacts`).
extension Message.Kind {
    /// How a kind goes to the phone.
    package enum Phone: Hashable, Sendable {
        /// By WhatsApp; by SMS if that fails, does not arrive in time, or is not there.
        case whatsappThenSMS
        /// By WhatsApp alone: good to know, and an SMS costs too much for it.
        case whatsapp
    }

    /// Nil for what goes by mail alone.
    package var phone: Phone? {
        switch self {
        case .code, .confirmed, .moved, .cancelled, .offer, .reminder, .returned, .papersMissed, .deadlineMoved, .called, .decided,
            .interviewMissed, .number, .papersToBring, .soon, .comeIn, .numberMissed, .proof, .contactChanged, .visited:
            .whatsappThenSMS
        case .queued, .offerLapsed, .papersComplete: .whatsapp
        // The link itself goes to the address that was proven; a refused file is told on the page, and by mail to who has left.
        case .link, .refusedFile: nil
        }
    }

    /// How long WhatsApp has to deliver before an SMS goes in its place.
    package var patience: Span {
        switch self {
        // The officer waits no longer than some minutes for somebody who was called.
        case .code, .proof, .called, .soon, .comeIn: .minutes(1)
        case .confirmed, .moved, .cancelled, .offer, .reminder, .queued, .offerLapsed, .returned, .refusedFile, .papersComplete,
            .papersMissed, .deadlineMoved, .link, .decided, .interviewMissed, .number, .papersToBring, .numberMissed, .contactChanged,
            .visited:
            .minutes(30)
        }
    }

    /// Somebody waits for it before a screen or a door: a carrier that went down with it is replaced within seconds.
    package var isAwaited: Bool {
        switch self {
        case .code, .proof, .link, .called, .soon, .comeIn, .number, .papersToBring, .numberMissed: true
        case .confirmed, .moved, .cancelled, .queued, .offer, .offerLapsed, .reminder, .returned, .refusedFile, .papersComplete,
            .papersMissed, .deadlineMoved, .decided, .interviewMissed, .contactChanged, .visited:
            false
        }
    }

    /// What operators call it.
    package var words: Words {
        switch self {
        case .code: Words("Kode 6 angka", "6-digit code")
        case .confirmed: Words("Jadwal wawancara", "Interview time")
        case .moved: Words("Jadwal baru", "New time")
        case .cancelled: Words("Pengajuan dibatalkan", "Claim cancelled")
        case .queued: Words("Masuk daftar tunggu", "In the waiting list")
        case .offer: Words("Tawaran tempat", "Offer of a place")
        case .offerLapsed: Words("Tawaran lewat", "Offer passed")
        case .reminder: Words("Pengingat", "Reminder")
        case .returned: Words("Dokumen dikembalikan", "Paper given back")
        case .refusedFile: Words("Berkas ditolak", "File refused")
        case .papersComplete: Words("Dokumen lengkap", "Papers complete")
        case .papersMissed: Words("Dokumen tidak lengkap", "Papers missed")
        case .called: Words("Panggilan wawancara", "Call to the interview")
        case .decided: Words("Keputusan", "Decision")
        case .interviewMissed: Words("Wawancara terlewat", "Interview missed")
        case .number: Words("Nomor antrean", "Queue number")
        case .papersToBring: Words("Berkas yang kurang", "Papers to bring")
        case .soon: Words("Sebentar lagi masuk", "Nearly time to come in")
        case .comeIn: Words("Silakan masuk", "Come in")
        case .numberMissed: Words("Panggilan ke bilik terlewat", "Calls to the booth missed")
        case .deadlineMoved: Words("Batas waktu diundur", "Deadline moved")
        case .link: Words("Tautan berkas", "Link for papers")
        case .proof: Words("Kode bukti kontak", "Code that proves a contact")
        case .contactChanged: Words("Kontak dibuktikan atau diganti", "Contact proven or changed")
        case .visited: Words("Masuk dengan kode", "Signed in with a code")
        }
    }
}
