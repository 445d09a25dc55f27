import LapakDomain
import LapakStore
import LapakWeb

/// What the search answers when it finds nobody.
private enum Say {
    static let notOurs = Words("Tiket ini bukan dari kantor ini. Cari dengan NIK.", "This ticket is not from this branch. Search by NIK.")

    static func over(_ walkIn: WalkIn) -> Words {
        Words(
            "Tiket \(walkIn.number.text) untuk \(walkIn.day.text(.id)), bukan hari ini. Cari dengan NIK untuk memberi nomor baru.",
            "Ticket \(walkIn.number.text) is for \(walkIn.day.text(.en)), not for today. Search by NIK to give a new number.")
    }
    static func notGiven(_ number: QueueNumber) -> Words {
        Words(
            "Nomor \(number.text) belum diberikan hari ini di kantor ini. Periksa lagi nomornya, atau cari dengan NIK.",
            "Number \(number.text) was not given today at this branch. Check it again, or search by NIK.")
    }
    static func unreadable(_ typed: String) -> Words {
        guard Digits.only(typed)?.utf8.count != NIK.length else { return notNIK }
        let digits = Digits.count(in: typed)
        return Words(
            """
            Tidak dapat dibaca. Pindai tiket, tulis nomor seperti A-017, atau NIK \(NIK.length) angka (Anda mengetik \(digits) angka).
            """,
            """
            This cannot be read. Scan the ticket, or type a number like A-017 or a NIK of \(NIK.length) digits (you typed \(digits)).
            """)
    }
    /// Sixteen digits that cannot be one need other words than a wrong count of them.
    private static let notNIK = Words(
        "NIK ini tidak mungkin benar. Periksa lagi angka di KTP.", "This cannot be a NIK. Check the digits on the card again.")
}

/// One field for everything that an officer can have in hand: a scanned ticket, its number, or the number on the identity card.
enum YardSearch {
    static func find(_ call: Call, _ desk: Desk) async throws -> Reply {
        let typed = String(call.form["cari"].prefix(300))
        let today = desk.branch.zone.day(of: call.now)
        let key = ticket(in: typed)
        if key != nil || typed.contains("/nomor/") {
            guard let key, call.app.secrets.walkInKey(key.id).secret == key.secret, let walkIn = try? await call.walkIn(key.id, desk) else {
                return try await YardPage.show(call, desk, typed: "", fault: Say.notOurs)
            }
            guard walkIn.day == today else { return try await YardPage.show(call, desk, typed: "", fault: Say.over(walkIn)) }
            return .redirect(desk.address("\(Yard.path)/\(walkIn.id.rawValue)"))
        }
        if let number = QueueNumber(typed) {
            let branch = desk.branch.id
            guard let walkIn = try await call.app.store.read({ try $0.walkIn(number, at: branch, on: today) }) else {
                return try await YardPage.show(call, desk, typed: typed, fault: Say.notGiven(number))
            }
            return .redirect(desk.address("\(Yard.path)/\(walkIn.id.rawValue)"))
        }
        guard let nik = NIK(typed) else {
            return try await YardPage.show(call, desk, typed: typed, fault: Say.unreadable(typed))
        }
        return try await known(nik, call, desk)
    }

    private static func known(_ nik: NIK, _ call: Call, _ desk: Desk) async throws -> Reply {
        var form = YardForm()
        form.nik = nik.digits
        switch try await YardFinding.of(form, desk, call) {
        case .person(_, let claim?):
            let (branch, today) = (desk.branch.id, desk.branch.zone.day(of: call.now))
            if let walkIn = try await call.app.store.read({ try $0.walkIn(of: claim.id) }), walkIn.branch == branch, walkIn.day == today {
                return .redirect(desk.address("\(Yard.path)/\(walkIn.id.rawValue)"))
            }
            return try await YardPapersPage.show(form, claim: claim, call, desk)
        case .trouble(let words): return YardPersonPage(form: form, trouble: words).reply(call, desk)
        case .person, .faults: return YardPersonPage(form: form).reply(call, desk)
        }
    }

    /// What stands in a ticket's QR code: the address of its page, or only its last part.
    static func ticket(in text: String) -> Key<WalkIn>? {
        let parts = text.split(separator: "/nomor/", maxSplits: 1)
        guard let last = parts.last, parts.count == 2 || text.hasPrefix("/nomor/") || text.contains(".") else { return nil }
        return Key(String(last.prefix { $0 != "?" && $0 != "#" && $0 != "/" }))
    }
}
