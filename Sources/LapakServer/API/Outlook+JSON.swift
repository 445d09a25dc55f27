import LapakDomain
import LapakGround

extension Outlook {
    static let shape = Shape<Outlook>(
        "Eligibility",
        .init("matches", JSONSchema.bool.with("Whether the identity is a member's.")) { .bool($0.comparison.finding == .matched) },
        .init("differs", .list(of: difference.schema)) { outlook in
            difference.json(outlook.comparison.differing.map { ($0, outlook.language) })
        },
        .init("day", JSONSchema.day.with("The day of the interview that the verdicts are for."), text: \.comparison.day.iso),
        .init("reasons", .list(of: verdict.schema)) { outlook in
            verdict.json(outlook.comparison.reasons.map { Verdict(reason: $0.reason, verdict: $0.verdict, language: outlook.language) })
        })

    private static let difference = Shape<(field: IdentityField, language: Language)>(
        "Difference",
        .init("field", .words(IdentityField.allCases.map(\.rawValue)), text: \.field.rawValue),
        .init("detail", JSONSchema.string().with("How to correct it."), text: { $0.field.remedy[$0.language] }))

    private struct Verdict: Sendable {
        let reason: ClaimReason
        let verdict: Comparison.Verdict
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
