/// The figures that decide who may claim when: versioned data (domain.md, "Reasons and documents").
package struct EligibilityPolicy: Hashable, Codable, Sendable {
    package let version: RuleVersion
    /// Years of age for `pension_56`.
    package var pensionAge = 56
    /// The lowest age, in years, that an agreed pension may have. The law leaves it to employer and union; the officer
    /// reads the agreed age in the proof.
    package var agreementAge = 45
    /// Calendar months from the exit until the reasons in `waits` are possible.
    package var waitingMonths = 1
    /// Years of membership that a partial claim needs.
    package var partialYears = 10
    /// True when a partial claim of one kind also uses up the other, as article 22 (5)-(6) of Government Regulation
    /// 46/2015 can be read; otherwise each kind is possible once in a lifetime (domain.md).
    package var partialsExclude = false
    /// Reasons that need a membership whose exit was reported. The others are possible while contributions run.
    package var needsExit: Set<ClaimReason> = [
        .pensionAgreement, .contractEnd, .selfEmployedStop, .resignation, .dismissal, .leavingIndonesia,
    ]
    /// Reasons among `needsExit` that wait `waitingMonths`.
    package var waits: Set<ClaimReason> = [.resignation, .dismissal]

    /// The figures of `version`. Both versions have the same ones: no source names others for 2020.
    package init(_ version: RuleVersion = .permenaker4Of2022) { self.version = version }

    /// The age in years that `reason` needs, or nil.
    package func age(for reason: ClaimReason) -> Int? {
        switch reason {
        case .pension56: pensionAge
        case .pensionAgreement: agreementAge
        default: nil
        }
    }

    /// The years of membership that `reason` needs, or nil.
    package func years(for reason: ClaimReason) -> Int? { reason.isPartial ? partialYears : nil }
}

extension ClaimReason {
    /// True for the two reasons that pay a share and leave the rest saved.
    package var isPartial: Bool { self == .partial10 || self == .partial30 }
}
