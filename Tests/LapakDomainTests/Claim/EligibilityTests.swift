import LapakDomain
import Testing

@Suite struct EligibilityTests {
    let policy = EligibilityPolicy()
    static let today = Worker.day(2024, 6, 3)

    func verdict(_ reason: ClaimReason, _ member: Member, at day: Day = today) -> EligibilityVerdict {
        Eligibility.verdict(for: reason, of: member, at: day, under: policy)
    }

    /// The first day is exact: a verdict before it names it, a day before is too early, on it the claim is possible.
    func expectFirst(_ first: Day, for reason: ClaimReason, of member: Member) {
        #expect(verdict(reason, member, at: first - 1) == .notBefore(first))
        #expect(verdict(reason, member, at: first - 20) == .notBefore(first))
        #expect(verdict(reason, member, at: first).isEligible)
        #expect(verdict(reason, member, at: first + 400).isEligible)
    }

    static let byExit: [ClaimReason] = [
        .pensionAgreement, .contractEnd, .selfEmployedStop, .resignation, .dismissal, .leavingIndonesia,
    ]

    @Test(arguments: ClaimReason.allCases)
    func `each reason is possible for an older worker who left long ago`(reason: ClaimReason) {
        let member = Worker.holding(
            [Worker.card(.ended, from: Worker.day(2000, 1, 3), until: Worker.day(2022, 12, 30))], birth: Worker.day(1965, 5, 5))
        #expect(verdict(reason, member) == .eligible(memberships: [Worker.kpj(1)], balance: Rupiah(14_250_000)))
    }

    @Test(arguments: byExit)
    func `reasons that need an exit are refused while the employer has not reported it`(reason: ClaimReason) {
        let expected: Ineligibility =
            reason == .selfEmployedStop ? .stopNotReported : .membershipStillActive(employer: "PT Maju Jaya")
        #expect(verdict(reason, Worker.working()) == .refused(expected))
        let tooYoung = Worker.working(birth: Worker.day(2000, 1, 1))
        #expect(verdict(reason, tooYoung) == .refused(expected), "a refusal goes before a date")
    }

    @Test(arguments: Set(ClaimReason.allCases).subtracting(byExit).sorted { $0.rawValue < $1.rawValue })
    func `the other reasons are possible while still working`(reason: ClaimReason) {
        let member = Worker.working(since: Worker.day(2000, 1, 3), birth: Worker.day(1965, 5, 5))
        #expect(verdict(reason, member) == .eligible(memberships: [Worker.kpj(1)], balance: Rupiah(14_250_000)))
    }

    @Test(arguments: [
        ((1968, 6, 4), (2024, 6, 4)), ((1968, 12, 31), (2024, 12, 31)), ((1968, 2, 29), (2024, 2, 29)), ((2044, 2, 29), (2100, 2, 28)),
    ])
    func `pension begins on the 56th birthday`(birth: (Int, Int, Int), first: (Int, Int, Int)) {
        let member = Worker.working(birth: Worker.day(birth.0, birth.1, birth.2))
        expectFirst(Worker.day(first.0, first.1, first.2), for: .pension56, of: member)
    }

    @Test func `an agreed pension needs the age and the exit, whichever comes later`() {
        let born = Worker.day(1980, 2, 29)
        expectFirst(Worker.day(2025, 2, 28), for: .pensionAgreement, of: Worker.left(on: Worker.day(2024, 5, 31), birth: born))
        expectFirst(Worker.day(2026, 1, 1), for: .pensionAgreement, of: Worker.left(on: Worker.day(2025, 12, 31), birth: born))
    }

    @Test(
        arguments: [ClaimReason.resignation, .dismissal],
        [
            ((2023, 1, 31), (2023, 2, 28)), ((2024, 1, 31), (2024, 2, 29)), ((2024, 2, 29), (2024, 3, 29)), ((2024, 5, 31), (2024, 6, 30)),
            ((2024, 12, 15), (2025, 1, 15)),
        ])
    func `resignation and dismissal wait one calendar month`(reason: ClaimReason, days: ((Int, Int, Int), (Int, Int, Int))) {
        let (exit, first) = days
        expectFirst(Worker.day(first.0, first.1, first.2), for: reason, of: Worker.left(on: Worker.day(exit.0, exit.1, exit.2)))
    }

    @Test(arguments: [ClaimReason.contractEnd, .selfEmployedStop, .leavingIndonesia])
    func `the other exits are possible on the day after the last day`(reason: ClaimReason) {
        expectFirst(Worker.day(2024, 7, 1), for: reason, of: Worker.left(on: Worker.day(2024, 6, 30)))
    }

    @Test(arguments: [ClaimReason.partial10, .partial30])
    func `a partial claim begins on the tenth anniversary`(reason: ClaimReason) {
        expectFirst(Worker.day(2025, 3, 2), for: reason, of: Worker.working(since: Worker.day(2015, 3, 2)))
        expectFirst(Worker.day(2026, 2, 28), for: reason, of: Worker.working(since: Worker.day(2016, 2, 29)))
        let short = Worker.left(on: Worker.day(2024, 5, 31))
        #expect(verdict(reason, short) == .refused(.tooFewYears(10)))
    }

    @Test func `each partial claim is possible once in a lifetime, or one of both if the policy says so`() {
        let paid = PartialClaim(reason: .partial10, paid: Worker.day(2020, 8, 3))
        let member = Worker.working(since: Worker.day(2000, 1, 3), partials: [paid])
        #expect(verdict(.partial10, member) == .refused(.partialTaken(.partial10, paid.paid)))
        #expect(verdict(.partial30, member) == .eligible(memberships: [Worker.kpj(1)], balance: Rupiah(14_250_000)))
        var strict = policy
        strict.partialsExclude = true
        let other = Eligibility.verdict(for: .partial30, of: member, at: Self.today, under: strict)
        #expect(other == .refused(.partialTaken(.partial10, paid.paid)))
    }

    @Test func `a partial claim before does not stand in the way of a full one`() {
        let paid = PartialClaim(reason: .partial30, paid: Worker.day(2020, 8, 3))
        let member = Worker.holding([Worker.card(.ended, from: Worker.day(2000, 1, 3), until: Worker.day(2023, 1, 2))], partials: [paid])
        #expect(verdict(.resignation, member) == .eligible(memberships: [Worker.kpj(1)], balance: Rupiah(14_250_000)))
    }

    @Test(arguments: ClaimReason.allCases)
    func `nobody claims without a card, without money, or twice`(reason: ClaimReason) {
        let start = Worker.day(2000, 1, 3)
        let end = Worker.day(2020, 1, 2)
        #expect(verdict(reason, Worker.holding([])) == .refused(.noMembership))
        #expect(verdict(reason, Worker.holding([Worker.card(.paid, from: start, until: end)])) == .refused(.alreadyPaid))
        let empty = Worker.holding([Worker.card(.ended, from: start, until: end, balance: 0)])
        #expect(verdict(reason, empty) == .refused(.noBalance))
    }

    @Test(arguments: [ClaimReason.resignation, .dismissal])
    func `a waiting time cannot run from an unknown exit`(reason: ClaimReason) {
        let old = Worker.card(.ended, number: 1, at: "CV Lama", from: Worker.day(2010, 1, 4))
        let new = Worker.card(.ended, number: 2, at: "PT Baru", from: Worker.day(2018, 1, 1), until: Worker.day(2023, 1, 31))
        #expect(verdict(reason, Worker.holding([old])) == .refused(.exitDateUnknown(employer: "CV Lama")))
        let both = EligibilityVerdict.eligible(memberships: [Worker.kpj(1), Worker.kpj(2)], balance: Rupiah(28_500_000))
        #expect(verdict(reason, Worker.holding([old, new])) == both, "a later known exit decides")
        #expect(verdict(.contractEnd, Worker.holding([old])) == .eligible(memberships: [Worker.kpj(1)], balance: Rupiah(14_250_000)))
    }
}
