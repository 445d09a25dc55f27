import LapakDomain

/// What the registry says about a proven person: whether they are who they say, and what they may claim for.
struct Outlook: Sendable {
    let finding: IdentityFinding
    /// The day of the interview that the verdicts are for.
    let day: Day
    let verdicts: [(reason: ClaimReason, verdict: EligibilityVerdict)]
    let language: Language
}
