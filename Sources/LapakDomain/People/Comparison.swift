/// What comparing somebody's identity with the member registry found, as it stands with their registration.
///
/// It is made by a change, never by a look at a page: pages and the interface show what is kept here. It carries no value of the
/// registry but what the person may know before they claim: which reasons are possible, and from when.
package struct Comparison: Hashable, Codable, Sendable {
    /// What the person may claim for a reason, without the registry's numbers.
    package enum Verdict: Hashable, Codable, Sendable {
        case eligible
        /// Possible from this day on.
        case notBefore(Day)
        case refused(Ineligibility)
    }

    /// One reason with its verdict.
    package struct Reason: Hashable, Codable, Sendable {
        package let reason: ClaimReason
        package let verdict: Verdict
        package init(reason: ClaimReason, verdict: Verdict) { (self.reason, self.verdict) = (reason, verdict) }
    }

    package let finding: IdentityFinding
    /// The person is told which fields differ: only in the first tries, and only where NIK and card belong together. Afterwards they hear
    /// that something differs, or the answers would tell a stranger a mother's name after enough guesses.
    package let namesFields: Bool
    /// The day of the interview that the verdicts are for.
    package let day: Day
    /// All reasons in their official order; none where the person is not who they say.
    package let reasons: [Reason]
    package let at: Instant

    package init(finding: IdentityFinding, namesFields: Bool, day: Day, reasons: [Reason], at now: Instant) {
        self.finding = finding
        self.namesFields = namesFields
        self.day = day
        self.reasons = reasons
        at = now
    }

    /// Compares what a person says with the registry's record of their NIK, for an interview on `day`. `tries` is which try of this
    /// person this one is, counted from one.
    package init(
        of identity: Identity, with record: Member?, tries: Int, on day: Day, under policy: Policy, at now: Instant
    ) {
        let finding = identity.finding(in: record)
        let outlook =
            finding == .matched
            ? record.map { Eligibility.outlook(of: $0, at: day, under: EligibilityPolicy(policy.rules)) } ?? [] : []
        self.init(
            finding: finding, namesFields: tries <= policy.identity.triesNamed, day: day,
            reasons: outlook.map { Reason(reason: $0.reason, verdict: Verdict($0.verdict)) }, at: now)
    }

    /// The fields that the person may be told; empty where they may only hear that something differs.
    package var differing: [IdentityField] {
        guard namesFields, case .mismatch(let fields) = finding, !fields.contains(.kpj) else { return [] }
        return fields
    }
}

extension Comparison.Verdict {
    package init(_ verdict: EligibilityVerdict) {
        switch verdict {
        case .eligible: self = .eligible
        case .notBefore(let day): self = .notBefore(day)
        case .refused(let why): self = .refused(why)
        }
    }
}
