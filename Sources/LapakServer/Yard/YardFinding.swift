import LapakDomain
import LapakStore
import LapakWeb

/// The sentences of a finding that is no claim.
private enum Say {
    static let notMember = Words(
        """
        NIK ini tidak ada di data peserta. Periksa lagi 16 angka di KTP; \
        bila sudah benar, arahkan ke meja kepesertaan dengan KTP dan kartu peserta.
        """,
        """
        This NIK is not in the member record. Check the 16 digits on the card again; \
        if they are right, send the person to the membership desk with both cards.
        """)
    static let noClaimYet = Words("Orang ini belum punya pengajuan. Isi datanya.", "This person has no claim yet. Fill in the details.")

    /// Sixteen digits that cannot be one need other words than a wrong count of them.
    static func notNIK(_ typed: String) -> Words {
        guard Digits.only(typed)?.utf8.count == NIK.length else { return Digits.fault(typed, of: NIK.subject, length: NIK.length) }
        return Words("NIK ini tidak mungkin benar. Periksa lagi angka di KTP.", "This cannot be a NIK. Check the digits on the card again.")
    }
    static func tooEarly(until first: Day, at address: String) -> Words {
        Words(
            """
            Terlalu awal: dengan sebab ini klaim baru dapat diajukan mulai \(first.text(.id)). \
            Ajak memilih jadwal pada hari itu atau sesudahnya, di \(address).
            """,
            """
            Too early: with this reason the claim is possible from \(first.text(.en)). \
            Help to choose a time on or after that day, at \(address).
            """)
    }
    static func decided(_ claim: Claim) -> Words {
        claim.phase == .inPerson
            ? Words(
                "Pengajuan \(claim.number) sudah diputus: datang ke kantor. Tidak perlu nomor antrean; antar ke loket satu lawan satu.",
                "Claim \(claim.number) was decided: come to the branch. No number is needed; lead the person to the one-to-one desk.")
            : Words(
                "Pengajuan \(claim.number) sudah disetujui dan sedang dibayar. Tidak perlu nomor antrean.",
                "Claim \(claim.number) is approved and being paid. No number is needed.")
    }
}

/// What the registry, the rules and the database say of the person who stands in the yard.
enum YardFinding: Sendable {
    /// It is a member who may claim; with the claim that runs already, if one does.
    case person(YardCheck.Person, Claim?)
    /// The data do not make a claim: why, and what to do.
    case trouble([Words])
    /// Something was not typed, or cannot be.
    case faults(Faults)

    /// Looks the person up. Whoever has a running claim needs only the NIK.
    static func of(_ form: YardForm, _ desk: Desk, _ call: Call) async throws -> YardFinding {
        guard let nik = NIK(form.nik) else {
            return .faults(Faults(.invalid(field: "nik", Say.notNIK(form.nik))))
        }
        let staff = desk.staff.id
        let member = try await call.app.member(
            call.app.store.write(in: call.context()) { try $0.payForLook(at: nik, by: staff) })
        if let member, let claim = try await call.app.store.read({ try $0.liveClaim(of: member.id) }) {
            return claim.phase.isOpen ? .person(YardCheck.Person(claim), claim) : .trouble([Say.decided(claim)])
        }
        if form.isKnown {
            return .faults(Faults(.invalid(field: "kpj", Say.noClaimYet)))
        }
        return try judge(nik, member, form, desk, call)
    }

    private static func judge(_ nik: NIK, _ member: Member?, _ form: YardForm, _ desk: Desk, _ call: Call) throws -> YardFinding {
        var faults = Faults()
        func need<T>(_ value: T?, _ field: String, _ id: String, _ en: String) -> T? {
            if value == nil { faults.add(field, Words(id, en)) }
            return value
        }
        let kpjFault = Digits.fault(form.kpj, of: KPJ.subject, length: KPJ.length)
        let kpj = need(KPJ(form.kpj), "kpj", kpjFault.id, kpjFault.en)
        let name = need(PersonName(form.name), "nama", "Tulis nama lengkap sesuai KTP.", "Write the full name as on the identity card.")
        let birth = need(
            Day(typed: form.birth), "lahir", "Tulis tanggal lahir di KTP, contoh 17-08-1990.",
            "Write the birth date on the identity card, for example 17-08-1990.")
        let phone = need(
            PhoneNumber(form.phone), "telepon", "Tulis nomor ponsel, contoh 0812 3456 7890.",
            "Write a mobile number, for example 0812 3456 7890.")
        let reason = need(ClaimReason(rawValue: form.reason), "sebab", "Pilih sebab klaim.", "Choose the reason of the claim.")
        let email = EmailAddress(form.email)
        if !form.email.isEmpty, email == nil {
            faults.add(
                "email",
                Words("Alamat e-mail ini tidak mungkin benar. Boleh dikosongkan.", "This cannot be an e-mail address. It may be left out."))
        }
        guard faults.isEmpty, let kpj, let name, let birth, let phone, let reason else { return .faults(faults) }
        switch Identity(nik: nik, kpj: kpj, name: name.value, birth: birth).finding(in: member) {
        case .notFound: return .trouble([Say.notMember])
        case .mismatch(let fields): return .trouble(fields.map(\.remedy))
        case .matched: break
        }
        guard let member else { return .trouble([Say.notMember]) }
        let today = desk.branch.zone.day(of: call.now)
        switch Eligibility.verdict(for: reason, of: member, at: today, under: EligibilityPolicy(call.policy.rules)) {
        case .refused(let why): return .trouble([why.words])
        case .notBefore(let first):
            return .trouble([Say.tooEarly(until: first, at: call.app.settings.address)])
        case .eligible:
            let facts = Dossier.Facts(reason: reason, balance: member.balance, partialBefore: !member.partials.isEmpty, under: call.policy)
            return .person(
                YardCheck.Person(
                    member: member.id, nik: nik, name: name.value, phone: phone, email: email, language: .id,
                    facts: facts, earliest: nil), nil)
        }
    }
}

extension YardCheck.Person {
    /// Somebody who filed before, as the registry confirmed them then.
    init(_ claim: Claim) {
        self.init(
            member: claim.member, nik: claim.nik, name: claim.name, phone: claim.phone, email: claim.email, language: claim.language,
            facts: claim.facts, earliest: claim.earliest)
    }
}
