import LapakDomain
import Testing

@Suite struct IneligibilityTests {
    static let all: [Ineligibility] = [
        .noMembership, .alreadyPaid, .noBalance, .membershipStillActive(employer: "PT Maju Jaya"), .stopNotReported,
        .exitDateUnknown(employer: "PT Maju Jaya"), .partialTaken(.partial10, Worker.day(2020, 8, 3)),
        .partialTaken(.partial30, Worker.day(2020, 8, 3)), .tooFewYears(10),
    ]

    static func sentences(_ text: String) -> [[Substring]] {
        text.split { ".;:".contains($0) }.map { $0.split(separator: " ") }.filter { !$0.isEmpty }
    }

    @Test func `codes are stable names, one for each case`() {
        #expect(
            Set(Self.all.map(\.code)) == [
                "no_membership", "already_paid", "no_balance", "membership_still_active", "stop_not_reported", "exit_date_unknown",
                "partial_taken", "too_few_years",
            ])
    }

    @Test(arguments: all)
    func `every refusal says what happened, what it means and what to do, in both languages`(why: Ineligibility) {
        for language in Language.allCases {
            let text = why.words[language]
            #expect(text.hasSuffix("."))
            #expect(Self.sentences(text).count >= 3)
        }
        #expect(why.words.id != why.words.en)
    }

    @Test(arguments: all.map(\.words) + IdentityField.allCases.map(\.remedy))
    func `Indonesian clauses have at most fifteen words`(words: Words) {
        for sentence in Self.sentences(words.id) { #expect(sentence.count <= 15, "\(sentence.joined(separator: " "))") }
    }

    @Test func `the unreported exit names the employer and keeps the draft`() {
        let words = Ineligibility.membershipStillActive(employer: "PT Maju Jaya").words
        #expect(words.id.contains("PT Maju Jaya") && words.id.contains("tetap tersimpan"))
        #expect(words.en.contains("PT Maju Jaya") && words.en.contains("draft is kept"))
    }

    @Test(arguments: ClaimReason.allCases)
    func `no refusal carries numbers, names or money of the member`(reason: ClaimReason) {
        let start = Worker.day(2018, 1, 2)
        let members = [
            Worker.working(since: start), Worker.left(on: Worker.day(2024, 5, 31)), Worker.holding([Worker.card(.ended, from: start)]),
            Worker.holding([Worker.card(.paid, from: start, until: start + 90)]),
        ]
        for member in members {
            let verdict = Eligibility.verdict(for: reason, of: member, at: Worker.day(2024, 6, 3), under: EligibilityPolicy())
            guard case .refused(let why) = verdict else { continue }
            let shown = why.words.id + why.words.en + String(reflecting: why)
            for secret in [member.nik.digits, member.memberships[0].kpj.digits, member.name, member.mother, "14250000", "14.250.000"] {
                #expect(!shown.contains(secret))
            }
        }
    }
}
