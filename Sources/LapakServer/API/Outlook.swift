import LapakDomain
import LapakStore

/// What the registry says about a proven person: whether they are who they say, and what they may claim for.
struct Outlook: Sendable {
    let finding: IdentityFinding
    /// The day of the interview that the verdicts are for.
    let day: Day
    let verdicts: [(reason: ClaimReason, verdict: EligibilityVerdict)]
    let language: Language
}

extension Outlook {
    static let shape = Shape<Outlook>(
        "Eligibility",
        .init("matches", JSONSchema.bool.with("Whether the identity is a member's.")) { .bool($0.finding == .matched) },
        .init("differs", .list(of: difference.schema)) { outlook in difference.json(outlook.differing.map { ($0, outlook.language) }) },
        .init("day", JSONSchema.day.with("The day of the interview that the verdicts are for."), text: \.day.iso),
        .init("reasons", .list(of: verdict.schema)) { outlook in
            verdict.json(outlook.verdicts.map { Verdict(reason: $0.reason, verdict: $0.verdict, language: outlook.language) })
        })

    /// The fields that differ: told only when NIK and card belong together, so that nobody learns anything by trying.
    private var differing: [IdentityField] {
        guard case .mismatch(let fields) = finding, !fields.contains(.kpj) else { return [] }
        return fields
    }

    private static let difference = Shape<(field: IdentityField, language: Language)>(
        "Difference",
        .init("field", .words(IdentityField.allCases.map(\.rawValue)), text: \.field.rawValue),
        .init("detail", JSONSchema.string().with("How to correct it."), text: { $0.field.remedy[$0.language] }))

    private struct Verdict: Sendable {
        let reason: ClaimReason
        let verdict: EligibilityVerdict
        let language: Language

        var word: String {
            switch verdict {
            case .eligible: "eligible"
            case .notBefore: "notBefore"
            case .refused: "refused"
            }
        }
        var first: Day? { if case .notBefore(let day) = verdict { day } else { nil } }
        var refused: Ineligibility? { if case .refused(let why) = verdict { why } else { nil } }
    }

    private static let verdict = Shape<Verdict>(
        "ReasonVerdict",
        .init("reason", .words(ClaimReason.allCases.map(\.rawValue)), text: \.reason.rawValue),
        .init("title", .string(), text: { $0.reason.words[$0.language] }),
        .init("verdict", .words(["eligible", "notBefore", "refused"]), text: \.word),
        .init("notBefore", JSONSchema.day.with("The first day on which it is possible."), textIfAny: \.first?.iso),
        .init("code", JSONSchema.string(pattern: "^[a-z_]+$").with("Why it is refused."), textIfAny: \.refused?.code),
        .init("detail", JSONSchema.string().with("The same in one or two sentences."), textIfAny: { $0.refused?.words[$0.language] }))
}

extension Call {
    /// Compares a proven registration with the registry. A mismatch uses up some of the day's budget for that NIK.
    /// Refuses before the proof, and someone who has a running claim.
    func finding(for registration: Registration) async throws -> (finding: IdentityFinding, member: Member?) {
        guard registration.proven != nil, let identity = registration.identity else { throw Refusal.stepMissing }
        let (member, now) = (try await house.member(identity.nik), now)
        let finding = identity.finding(in: member)
        guard finding == .matched, let member else {
            try await house.store.write { try $0.spend("nik:\(identity.nik.digits)", most: 20, per: .days(1), at: now) }
            return (finding, nil)
        }
        if try await house.store.read({ try $0.hasLiveClaim(member.id) }) { throw Refusal.liveClaim }
        return (finding, member)
    }

    /// The verdicts for the day of the chosen slot, else for tomorrow.
    func outlook(for registration: Registration) async throws -> Outlook {
        let (finding, member) = try await finding(for: registration)
        let (atlas, tomorrow) = (atlas, Zone.wib.day(of: now) + 1)
        let slot = try await house.store.read { connection in try registration.slot.flatMap { try connection.find(Slot.self, $0) } }
        let day = try slot.map { try atlas.branch(of: $0).zone.day(of: $0.start) } ?? tomorrow
        let verdicts = member.map { Eligibility.outlook(of: $0, at: day, under: EligibilityPolicy(atlas.policy.rules)) }
        return Outlook(finding: finding, day: day, verdicts: verdicts ?? [], language: language)
    }
}
