/// One thing to prepare.
package struct ChecklistItem: Hashable, Codable, Sendable {
    /// One of these is enough; usually there is only one.
    package let papers: [Paper]
    /// Needed only by some people, as `note` says.
    package let optional: Bool
    package let note: Words?

    package init(papers: [Paper], optional: Bool, note: Words?) {
        self.papers = papers
        self.optional = optional
        self.note = note
    }
}

/// What papers to prepare, as tables: a new requirement is a new row (domain.md, "Reasons and documents"). The tables here are what
/// the service comes with; `Policy.checklists` holds those that the agency has changed since, as data.
package enum Checklist {
    /// The papers for `reason` under `version`, in the order in which they are shown.
    ///
    /// `balance` is the registry's word; `partialBefore` is true when a partial claim was ever paid; `rows` are the version's own
    /// unless others are given.
    package static func items(
        for reason: ClaimReason, balance: Rupiah, partialBefore: Bool, version: RuleVersion, rows: [Requirement]? = nil
    ) -> [ChecklistItem] {
        (rows ?? table(of: version))
            .filter { $0.reasons?.contains(reason) ?? true }
            .filter { row in
                row.conditions.isEmpty || row.conditions.contains { $0.holds(balance: balance, partialBefore: partialBefore) }
            }
            .map { ChecklistItem(papers: $0.papers, optional: $0.optional, note: $0.note) }
    }

    /// The rows of `version`.
    package static func table(of version: RuleVersion) -> [Requirement] {
        switch version {
        case .permenaker4Of2022: permenaker4Of2022
        case .lapakAsik2020: lapakAsik2020
        }
    }

    private static let permenaker4Of2022: [Requirement] = [
        Requirement(.kartuPeserta),
        Requirement(.ktp),
        Requirement(.pensionAgeProof, for: [.pensionAgreement]),
        Requirement(oneOf: [.workContract, .contractEndLetter], for: [.contractEnd]),
        Requirement(.resignationLetter, for: [.resignation]),
        Requirement(
            oneOf: [.labourOfficeReceipt, .dismissalReport, .dismissalNoticeAndConsent, .jointAgreement, .courtDecision],
            for: [.dismissal]),
        Requirement(.passport, for: [.leavingIndonesia]),
        Requirement(.leavingStatement, for: [.leavingIndonesia]),
        Requirement(.doctorLetter, for: [.totalDisability]),
        Requirement(.deathCertificate, for: [.death]),
        Requirement(.heirCertificate, for: [.death]),
        Requirement(.heirIDs, for: [.death]),
        Requirement(.birthCertificate, for: [.death], optional: true, note: minorHeir),
        Requirement(.guardianship, for: [.death], optional: true, note: minorHeir),
        Requirement(oneOf: [.ppjb, .ajb, .housingLoan], for: [.partial30]),
        Requirement(.npwp, when: taxed, note: whyNPWP),
        Requirement(.bankBook),
        Requirement(.facePhoto),
    ]

    private static let lapakAsik2020: [Requirement] = [
        Requirement(.kartuPeserta),
        Requirement(.ktp),
        Requirement(.kk),
        Requirement(.paklaring),
        Requirement(.bankBook),
        Requirement(.facePhoto),
        Requirement(.formF5),
        Requirement(.npwp, when: taxed, note: whyNPWP),
    ]

    private static let taxed: [Requirement.Condition] = [.balanceOver(Rupiah(50_000_000)), .partialBefore]
    private static let whyNPWP = Words(
        "Diperlukan bila saldo lebih dari Rp50.000.000 atau klaim sebagian pernah dibayarkan.",
        "Needed when the balance is over Rp50,000,000 or a partial claim was paid before.")
    private static let minorHeir = Words("Hanya bila ada ahli waris yang belum dewasa.", "Only if an heir is a minor.")
}
