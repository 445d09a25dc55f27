/// One thing that an officer compares between a paper and what is known, with the mark that a machine could set on its own.
/// A hint that says where to look first, never a verdict.
package struct PaperCheck: Hashable, Sendable {
    package enum Mark: String, Hashable, Sendable, CaseIterable {
        /// Equal, as far as a machine can tell.
        case matches
        /// Nearly equal: probably the same.
        case similar
        /// Only eyes can tell, or something differs.
        case look
    }

    package enum Subject: String, Hashable, Sendable, CaseIterable {
        // What the member filled in, beside the registry.
        case recordName, recordBirth
        // The file itself.
        case whole, sentBefore
        // What stands on the paper.
        case nik, name, birth, kpj, mother, employer, employmentEnd, holder, account, face, signature, validity, heirs, house
    }

    package let subject: Subject
    package let mark: Mark
    /// What the paper should say; nil when nothing known can be compared.
    package let expected: Words?

    package init(_ subject: Subject, _ mark: Mark = .look, expected: Words? = nil) {
        self.subject = subject
        self.mark = mark
        self.expected = expected
    }

    /// What to compare on `document`, in the order of the eye. `member` is nil while the registry does not answer;
    /// `others` are the claim's documents, in any order.
    package static func all(of document: Document, for claim: Claim, member: Member?, beside others: [Document]) -> [PaperCheck] {
        let paper = subjects(of: document.paper).map { PaperCheck($0, expected: $0.expected(claim, member)) }
        return [whole(document), again(document, others)].compactMap(\.self) + paper + record(claim, member)
    }

    /// What to compare on a paper: a new paper is a new row.
    package static func subjects(of paper: Paper) -> [Subject] {
        switch paper {
        case .ktp: [.nik, .name, .birth]
        case .kartuPeserta: [.kpj, .name]
        case .kk: [.nik, .name, .mother]
        case .npwp: [.name]
        case .bankBook: [.holder, .account]
        case .facePhoto: [.face]
        case .formF5: [.name, .nik, .kpj, .signature]
        case .paklaring, .contractEndLetter, .resignationLetter, .pensionAgeProof: [.name, .employer, .employmentEnd, .signature]
        case .labourOfficeReceipt, .dismissalReport, .dismissalNoticeAndConsent, .jointAgreement, .courtDecision:
            [.name, .employer, .employmentEnd, .signature]
        case .workContract: [.name, .employer, .employmentEnd, .signature]
        case .passport: [.name, .birth, .validity]
        case .leavingStatement, .doctorLetter: [.name, .signature]
        case .deathCertificate: [.name, .nik]
        case .heirCertificate: [.name, .heirs, .signature]
        case .heirIDs: [.heirs]
        case .birthCertificate, .guardianship: [.heirs, .signature]
        case .ppjb, .ajb, .housingLoan: [.name, .house, .signature]
        }
    }

    private static func whole(_ document: Document) -> PaperCheck {
        let hints = document.hints.sorted { $0.rawValue < $1.rawValue }.map(\.check)
        guard !hints.isEmpty else { return PaperCheck(.whole) }
        return PaperCheck(.whole, expected: Words(hints.map(\.id).joined(separator: " "), hints.map(\.en).joined(separator: " ")))
    }

    /// The very file that was returned before, sent once more.
    private static func again(_ document: Document, _ others: [Document]) -> PaperCheck? {
        let former = others.filter {
            $0.paper == document.paper && $0.version < document.version && $0.reason != nil && $0.sha256 == document.sha256
        }
        guard let last = former.max(by: { $0.version < $1.version }), let why = last.reason?.label else { return nil }
        return PaperCheck(
            .sentBefore, expected: Words("Versi \(last.version): \(why.id)", "Version \(last.version): \(why.en)"))
    }

    private static func record(_ claim: Claim, _ member: Member?) -> [PaperCheck] {
        guard let member else { return [PaperCheck(.recordName)] }
        let mark: Mark? = PersonName(claim.name).flatMap { typed in
            PersonName(member.name).map { recorded in
                switch typed.likeness(to: recorded) {
                case .exact: .matches
                case .near: .similar
                case .different: .look
                }
            }
        }
        return [
            PaperCheck(.recordName, mark ?? .look, expected: Words(claim.name, claim.name)),
            PaperCheck(
                .recordBirth, claim.nik.agrees(withBirth: member.birth) ? .matches : .look,
                expected: member.birth.asOnCards),
        ]
    }
}

extension Member {
    /// The card of the last employment: the one that runs, else the one that ended last. Those paid out before do not count.
    package var lastMembership: Membership? {
        memberships.filter { $0.status != .paid }.max { ($0.end ?? .distant, $0.start) < ($1.end ?? .distant, $1.start) }
    }
}

extension Day {
    fileprivate static let distant = Day(number: .max)

    /// `12-04-1992`, as identity cards write it.
    fileprivate var asOnCards: Words { iso.split(separator: "-").reversed().joined(separator: "-").plain }
}

extension PaperCheck.Subject {
    fileprivate func expected(_ claim: Claim, _ member: Member?) -> Words? {
        switch self {
        case .nik: Words(claim.nik.digits, claim.nik.digits)
        case .name, .holder: (member?.name ?? claim.name).plain
        case .birth: member?.birth.asOnCards
        case .kpj: member.map { $0.memberships.map(\.kpj.digits).joined(separator: ", ").plain }
        case .mother: member?.mother.plain
        case .employer: member?.lastMembership?.employer.plain
        case .employmentEnd:
            (member?.lastMembership).map { card in
                card.end.map { Words($0.text(.id), $0.text(.en)) }
                    ?? Words("Perusahaan belum melaporkan berhenti", "The employer has not reported the exit")
            }
        case .recordName, .recordBirth, .whole, .sentBefore, .account, .face, .signature, .validity, .heirs, .house: nil
        }
    }
}

extension String {
    /// The same in both languages.
    fileprivate var plain: Words { Words(self, self) }
}

extension Hint {
    /// As the officer reads it.
    fileprivate var check: Words {
        switch self {
        case .blurred: Words("Foto mungkin buram.", "The photo may be blurred.")
        case .dark: Words("Foto mungkin gelap.", "The photo may be dark.")
        }
    }
}
