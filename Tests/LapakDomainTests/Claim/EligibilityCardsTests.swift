import LapakDomain
import Testing

@Suite struct EligibilityCardsTests {
    let today = Worker.day(2024, 6, 3)
    let paid = Worker.card(.paid, number: 1, from: Worker.day(2005, 1, 3), until: Worker.day(2009, 1, 2))
    let old = Worker.card(
        .ended, number: 2, at: "CV Lama", from: Worker.day(2010, 1, 4), until: Worker.day(2015, 1, 30), balance: 3_000_000)
    let recent = Worker.card(
        .ended, number: 3, at: "PT Baru", from: Worker.day(2016, 1, 4), until: Worker.day(2024, 5, 31), balance: 9_000_000)
    let running = Worker.card(.active, number: 4, at: "PT Maju Jaya", from: Worker.day(2024, 5, 1), balance: 500_000)

    func verdict(_ reason: ClaimReason, _ cards: [Membership]) -> EligibilityVerdict {
        Eligibility.verdict(for: reason, of: Worker.holding(cards), at: today, under: EligibilityPolicy())
    }

    @Test func `ended cards are paid together and wait for the last exit`() {
        #expect(verdict(.resignation, [old, recent]) == .notBefore(Worker.day(2024, 6, 30)))
        let ending = Worker.card(.ended, number: 5, from: Worker.day(2016, 1, 4), until: Worker.day(2024, 6, 30))
        #expect(verdict(.contractEnd, [old, ending]) == .notBefore(Worker.day(2024, 7, 1)))
        let together = EligibilityVerdict.eligible(memberships: [Worker.kpj(2), Worker.kpj(3)], balance: Rupiah(12_000_000))
        #expect(verdict(.contractEnd, [paid, old, recent]) == together)
    }

    @Test func `a running card is left alone by a reason that needs an exit`() {
        #expect(verdict(.resignation, [old, running]) == .eligible(memberships: [Worker.kpj(2)], balance: Rupiah(3_000_000)))
    }

    @Test func `an empty ended card does not hide the exit that nobody reported`() {
        let empty = Worker.card(.ended, number: 2, from: Worker.day(2010, 1, 4), until: Worker.day(2015, 1, 30), balance: 0)
        #expect(verdict(.resignation, [empty, running]) == .refused(.membershipStillActive(employer: "PT Maju Jaya")))
    }

    @Test func `of several running cards the latest employer is named`() {
        let older = Worker.card(.active, number: 1, at: "CV Lama", from: Worker.day(2018, 1, 2))
        #expect(verdict(.dismissal, [running, older]) == .refused(.membershipStillActive(employer: "PT Maju Jaya")))
    }

    @Test func `a reason that needs no exit covers every unpaid card`() {
        let all = EligibilityVerdict.eligible(
            memberships: [Worker.kpj(2), Worker.kpj(3), Worker.kpj(4)], balance: Rupiah(12_500_000))
        #expect(verdict(.death, [paid, old, recent, running]) == all)
        #expect(verdict(.totalDisability, [paid, old, recent, running]) == all)
    }

    @Test func `the outlook judges every reason once, in the official order`() {
        let outlook = Eligibility.outlook(of: Worker.holding([recent]), at: today, under: EligibilityPolicy())
        #expect(outlook.map(\.reason) == ClaimReason.allCases)
        for (reason, shown) in outlook { #expect(shown == verdict(reason, [recent])) }
        let first = outlook.first { $0.reason == .pension56 }
        #expect(first?.verdict == .notBefore(Worker.day(2046, 10, 20)))
    }

    @Test(arguments: RuleVersion.allCases)
    func `a first date always comes true on that day and not before`(version: RuleVersion) {
        let policy = EligibilityPolicy(version)
        let sets = [[old], [recent], [running], [old, recent], [old, running], [recent, running], [paid, old, recent, running]]
        for member in sets.map({ Worker.holding($0) }) {
            for (reason, shown) in Eligibility.outlook(of: member, at: today, under: policy) {
                guard case .notBefore(let first) = shown else { continue }
                #expect(first > today)
                #expect(Eligibility.verdict(for: reason, of: member, at: first - 1, under: policy) == .notBefore(first))
                let promised = Eligibility.verdict(for: reason, of: member, at: first, under: policy)
                #expect(promised.isEligible, "\(reason) on the day that was promised")
            }
        }
    }

    @Test func `the figures are settings`() {
        var policy = EligibilityPolicy()
        policy.pensionAge = 57
        policy.agreementAge = 50
        policy.waitingMonths = 2
        policy.partialYears = 5
        func at(_ reason: ClaimReason) -> EligibilityVerdict {
            Eligibility.verdict(for: reason, of: Worker.holding([recent]), at: Worker.day(2020, 1, 1), under: policy)
        }
        #expect(at(.pension56) == .notBefore(Worker.day(2047, 10, 20)))
        #expect(at(.pensionAgreement) == .notBefore(Worker.day(2040, 10, 20)))
        #expect(at(.resignation) == .notBefore(Worker.day(2024, 7, 31)))
        #expect(at(.partial10) == .notBefore(Worker.day(2021, 1, 4)))
    }
}
