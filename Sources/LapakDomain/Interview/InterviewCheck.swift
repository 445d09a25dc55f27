/// One row that the officer accepts or not, with the evidence and what a machine could tell on its own (screens.md 3.7).
package struct InterviewCheck: Hashable, Sendable {
    package enum Subject: Hashable, Sendable {
        // First touch: what was filled in and sent.
        case nik, names, waiting, papers
        // Second touch: the person and the originals.
        case face, identity, others, answers
        // Third touch.
        case agreement
        /// One original that was given back; never a row of its own.
        case original(Paper)

        /// Stable name, as forms and the journal write it.
        package var name: String {
            switch self {
            case .nik: "nik"
            case .names: "names"
            case .waiting: "waiting"
            case .papers: "papers"
            case .face: "face"
            case .identity: "identity"
            case .others: "others"
            case .answers: "answers"
            case .agreement: "agreement"
            case .original(let paper): "original:\(paper.rawValue)"
            }
        }

        package var isOriginal: Bool { if case .original = self { true } else { false } }

        /// The rows that a console can name.
        package static let rows: [Subject] = [.nik, .names, .waiting, .papers, .face, .identity, .others, .answers, .agreement]
    }

    package enum Verdict: String, Hashable, Sendable, CaseIterable {
        /// Equal, as far as a machine can tell.
        case exact
        /// Nearly equal; the difference is shown.
        case near
        case missing
        /// Only eyes can tell.
        case eyes
    }

    package let subject: Subject
    package let title: Words
    package let verdict: Verdict
    /// What stands on one side and, where something is compared, on the other.
    package let evidence: Words
    package let other: Words?
    /// An automatic row that this claim asks for by hand: the guard against rubber-stamping.
    package let isAudited: Bool

    init(_ subject: Subject, _ title: Words, _ verdict: Verdict, _ evidence: Words, other: Words? = nil, isAudited: Bool = false) {
        self.subject = subject
        self.title = title
        self.verdict = verdict
        self.evidence = evidence
        self.other = other
        self.isAudited = isAudited
    }

    package var isAutomatic: Bool { verdict == .exact }
    /// Enter alone does not accept it.
    package var needsHand: Bool { !isAutomatic || isAudited }
}

extension InterviewCheck {
    /// What is known beside the interview itself.
    package struct Known: Sendable {
        package let claim: Claim
        /// Nil while the registry does not answer.
        package let member: Member?
        package let dossier: Dossier
        package let zone: Zone
        package init(claim: Claim, member: Member?, dossier: Dossier, zone: Zone) {
            self.claim = claim
            self.member = member
            self.dossier = dossier
            self.zone = zone
        }
    }

    /// The rows of the touch that the interview is at or comes to next, in the order of the eye. Rows of a touch that was left
    /// out, because the papers were accepted before the day, stand at the next one.
    package static func rows(of interview: Interview, _ known: Known, policy: Policy) -> [InterviewCheck] {
        let first = audited(firstTouch(known, interview), in: interview, policy)
        switch interview.phase {
        case .lobby, .called, .filling, .ready: return first
        case .originals, .shown: return (interview.prechecked ? first : []) + secondTouch(interview, known)
        case .summary, .agreed, .deciding: return [agreement(interview, known)]
        case .done, .missed, .left: return []
        }
    }

    private static func firstTouch(_ known: Known, _ interview: Interview) -> [InterviewCheck] {
        let (claim, member) = (known.claim, known.member)
        let masked = claim.nik.masked
        return [
            InterviewCheck(
                .nik, Words("NIK sama dengan data peserta", "NIK equals the registry's"),
                member.map { $0.nik == claim.nik && claim.nik.agrees(withBirth: $0.birth) ? .exact : .eyes } ?? .missing,
                Words(masked, masked)),
            names(claim, member),
            waiting(known),
            papers(known.dossier, interview),
        ]
    }

    private static func names(_ claim: Claim, _ member: Member?) -> InterviewCheck {
        let title = Words("Nama pengajuan = nama data peserta", "Name in the claim = name in the registry")
        guard let member else { return InterviewCheck(.names, title, .missing, Words(claim.name, claim.name)) }
        let likeness = PersonName(claim.name).flatMap { typed in PersonName(member.name).map { typed.likeness(to: $0) } }
        let verdict: Verdict =
            switch likeness {
            case .exact?: .exact
            case .near?: .near
            case .different?, nil: .eyes
            }
        return InterviewCheck(
            .names, title, verdict, Words(claim.name, claim.name), other: verdict == .exact ? nil : Words(member.name, member.name))
    }

    private static func waiting(_ known: Known) -> InterviewCheck {
        let title = Words("Sebab dan masa tunggu terpenuhi", "Reason and waiting month are met")
        guard let earliest = known.claim.earliest else {
            return InterviewCheck(.waiting, title, .exact, known.claim.reason.words)
        }
        return InterviewCheck(
            .waiting, title, .exact,
            Words(
                "\(known.claim.reason.words.id), sejak \(earliest.text(.id))", "\(known.claim.reason.words.en), since \(earliest.text(.en))"
            ))
    }

    /// For somebody in a booth the yard has seen the originals; nothing need be uploaded.
    private static func papers(_ dossier: Dossier, _ interview: Interview) -> InterviewCheck {
        if interview.walkIn != nil, interview.prechecked {
            return InterviewCheck(
                .papers, Words("Berkas asli dilihat di halaman", "Originals seen in the yard"), .exact,
                Words("\(interview.wanted.count) dokumen", "\(interview.wanted.count) papers"))
        }
        return InterviewCheck(
            .papers, Words("Berkas unggahan diterima", "Uploaded papers accepted"),
            dossier.isReady ? .exact : dossier.isComplete ? .eyes : .missing, dossier.progress)
    }

    private static func secondTouch(_ interview: Interview, _ known: Known) -> [InterviewCheck] {
        let others = interview.wanted.filter { $0 != .ktp }
        let asked = interview.questions.map { question in
            let answer = question.answer(known)
            return (
                id: "\(question.words.id) (\(answer?.id ?? "?"))", en: "\(question.words.en) (\(answer?.en ?? "?"))"
            )
        }
        return [
            InterviewCheck(
                .face, Words("Wajah sama dengan foto KTP", "Face equals the photo on the KTP"), .eyes,
                Words("Lihat video atau foto, dan KTP.", "Look at the video or the still, and the KTP.")),
            interview.wanted.contains(.ktp)
                ? InterviewCheck(
                    .identity, Words("KTP asli, sama dengan unggahan", "KTP is an original, equal to the upload"), .eyes,
                    Words("\(known.claim.name), \(known.claim.nik.masked)", "\(known.claim.name), \(known.claim.nik.masked)")) : nil,
            others.isEmpty
                ? nil
                : InterviewCheck(
                    .others, Words("Dokumen asli lain sama dengan unggahan", "The other originals equal the uploads"), .eyes,
                    Words(others.map(\.words.id).joined(separator: "; "), others.map(\.words.en).joined(separator: "; "))),
            asked.isEmpty
                ? nil
                : InterviewCheck(
                    .answers, Words("Jawaban tepat", "Answers are right"), .eyes,
                    Words(asked.map(\.id).joined(separator: " · "), asked.map(\.en).joined(separator: " · "))),
        ].compactMap(\.self)
    }

    private static func agreement(_ interview: Interview, _ known: Known) -> InterviewCheck {
        let title = Words("Peserta membaca dan menyetujui ringkasan", "The member read and agreed to the summary")
        guard let agreed = interview.agreed else {
            return InterviewCheck(.agreement, title, .missing, Words("Belum", "Not yet"))
        }
        return InterviewCheck(
            .agreement, title, .exact, Words(agreed.timeText(in: known.zone, .id), agreed.timeText(in: known.zone, .en)))
    }

    /// One claim in so many has one of its automatic rows asked by hand; which one follows from the interview's number.
    private static func audited(_ rows: [InterviewCheck], in interview: Interview, _ policy: Policy) -> [InterviewCheck] {
        let mixed = UInt64(bitPattern: interview.id.rawValue) &* 0x9E37_79B9_7F4A_7C15
        guard policy.interviews.auditOneIn > 0, (mixed >> 32) % UInt64(policy.interviews.auditOneIn) == 0 else { return rows }
        let automatic = rows.filter(\.isAutomatic)
        guard !automatic.isEmpty else { return rows }
        let chosen = automatic[Int((mixed >> 8) % UInt64(automatic.count))].subject
        return rows.map { row in
            row.subject == chosen
                ? InterviewCheck(row.subject, row.title, row.verdict, row.evidence, other: row.other, isAudited: true) : row
        }
    }
}
