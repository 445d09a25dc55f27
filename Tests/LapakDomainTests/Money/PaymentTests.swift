import LapakDomain
import Testing

/// A payment from the order to the account: people, attempts, and whatever a bank says in whatever order.
@Suite struct PaymentTests {
    private let now = Day(year: 2026, month: 6, day: 1)!.at(ClockTime(10, 0), in: .wib)
    private let maker = ID<Staff>(1)
    private let checker = Release(staff: ID(2), isManager: false)
    private let account = BankAccount(bank: "014", number: "0012345678", owner: "SITI AMINAH")
    private let other = BankAccount(bank: "002", number: "123456789012345", owner: "SITI AMINAH")
    private let wrong = BankReason(code: "AC01")

    private func payment(gross: Int64 = 80_000_000) -> Payment {
        let table = TaxTable(from: Day(year: 2022, month: 1, day: 1)!)
        let withholding = table.withholding(
            on: Rupiah(gross), isPartial: false, to: Payee(), ordered: Day(year: 2026, month: 6, day: 1)!)
        return Payment(
            id: ID(1234), claim: ID(7), withholding: withholding, due: Day(year: 2026, month: 6, day: 8)!, account: account, makers: [maker]
        )
    }

    private func sent() throws -> (Payment, [Posting]) {
        var payment = payment()
        try payment.release(checker, at: now)
        let attempt = try payment.plan(rail: .biFast)
        let postings = payment.withholding.ordered + (try payment.send(attempt: attempt.number))
        return (payment, postings)
    }

    @Test func `whoever made a part of it does not let it go`() throws {
        var payment = payment()
        #expect(throws: PaymentRefusal.secondPerson) { try payment.release(Release(staff: maker, isManager: true), at: now) }
        try payment.hold(.name(.letter))
        #expect(throws: PaymentRefusal.phase(.held)) { try payment.release(checker, at: now) }
        try payment.settle(by: ID(3))
        #expect(throws: PaymentRefusal.secondPerson) { try payment.release(Release(staff: ID(3), isManager: true), at: now) }
        try payment.mend(other, by: ID(4), restsUntil: now)
        #expect(throws: PaymentRefusal.secondPerson) { try payment.release(Release(staff: ID(4), isManager: false), at: now) }
        try payment.release(checker, at: now)
        #expect(payment.phase == .released)
    }

    @Test func `a changed account rests first`() throws {
        var payment = payment()
        let rest = now + .days(3)
        try payment.mend(other, by: nil, restsUntil: rest)
        #expect(throws: PaymentRefusal.resting(rest)) { try payment.release(checker, at: now) }
        try payment.release(checker, at: rest)
    }

    @Test func `a change of the account takes the release back`() throws {
        var payment = payment()
        try payment.release(checker, at: now)
        let planned = try payment.plan(rail: .biFast)
        try payment.mend(other, by: nil, restsUntil: now)
        #expect(payment.phase == .ordered)
        #expect(payment.current?.phase == .dropped)
        #expect(throws: PaymentRefusal.phase(.ordered)) { _ = try payment.plan(rail: .biFast) }
        #expect(throws: PaymentRefusal.phase(.ordered)) { _ = try payment.send(attempt: planned.number) }
    }

    @Test func `sent, booked: nothing is owed any more`() throws {
        var (payment, postings) = try sent()
        #expect(payment.reference(of: payment.current!) == "PYA-1")
        #expect(owed(postings) == payment.withholding.net)
        postings += payment.hear(.accepted, of: 1).postings
        postings += payment.hear(.booked, of: 1).postings
        #expect(payment.phase == .paid)
        #expect(owed(postings) == Rupiah(0))
        #expect(postings.balance(of: .bank) == Rupiah(0) - payment.withholding.net)
        #expect(postings.balance(of: .tax) == Rupiah(-1_500_000))
        #expect(throws: PaymentRefusal.phase(.paid)) { _ = try payment.plan(rail: .biFast) }
    }

    @Test func `sending again changes nothing`() throws {
        var (payment, _) = try sent()
        #expect(try payment.send(attempt: 1) == [])
        #expect(throws: PaymentRefusal.phase(.sent)) { _ = try payment.plan(rail: .biFast) }
        #expect(throws: PaymentRefusal.phase(.sent)) { try payment.hold(.stopped) }
        #expect(throws: PaymentRefusal.phase(.sent)) { _ = try payment.cancel(by: ID(2), and: ID(3)) }
    }

    @Test func `a return is mended and paid by a second attempt`() throws {
        var (payment, postings) = try sent()
        postings += payment.hear(.booked, of: 1).postings
        postings += payment.hear(.returned(wrong), of: 1).postings
        #expect(payment.phase == .returned && payment.current?.reason == wrong)
        #expect(postings.balance(of: .returned) == Rupiah(0) - payment.withholding.net)
        try payment.mend(other, by: nil, restsUntil: now)
        try payment.release(checker, at: now)
        let second = try payment.plan(rail: .biFast)
        #expect(second.number == 2 && second.account == other)
        postings += try payment.send(attempt: 2)
        postings += payment.hear(.booked, of: 2).postings
        #expect(payment.phase == .paid && owed(postings) == Rupiah(0))
        // The old return, told once more, concerns only the old attempt.
        #expect(payment.hear(.returned(wrong), of: 1) == BankEffect())
        #expect(payment.phase == .paid)
    }

    @Test func `the third attempt needs a manager besides`() throws {
        var (payment, _) = try sent()
        _ = payment.hear(.rejected(wrong), of: 1)
        try payment.release(checker, at: now)
        _ = try payment.send(attempt: payment.plan(rail: .biFast).number)
        _ = payment.hear(.rejected(wrong), of: 2)
        try payment.release(checker, at: now)
        #expect(payment.phase == .returned)
        #expect(throws: PaymentRefusal.secondPerson) { try payment.release(checker, at: now) }
        #expect(throws: PaymentRefusal.managerNeeded) { try payment.release(Release(staff: ID(5), isManager: false), at: now) }
        try payment.release(Release(staff: ID(6), isManager: true), at: now)
        #expect(payment.phase == .released)
    }

    @Test func `two people cancel before anything was sent`() throws {
        var payment = payment()
        #expect(throws: PaymentRefusal.secondPerson) { _ = try payment.cancel(by: ID(2), and: ID(2)) }
        let postings = payment.withholding.ordered + (try payment.cancel(by: ID(2), and: ID(3)))
        for account in LedgerAccount.allCases { #expect(postings.balance(of: account) == Rupiah(0)) }
        #expect(throws: PaymentRefusal.phase(.cancelled)) { try payment.release(checker, at: now) }
    }

    @Test func `a booking after the rejection stops the next attempt before it leaves`() throws {
        var (payment, _) = try sent()
        _ = payment.hear(.rejected(wrong), of: 1)
        try payment.release(checker, at: now)
        let second = try payment.plan(rail: .biFast)
        #expect(payment.hear(.booked, of: 1).alarm == .bookedAfterRejection)
        #expect(payment.phase == .paid)
        #expect(throws: PaymentRefusal.phase(.paid)) { _ = try payment.send(attempt: second.number) }
    }

    @Test func `what was never sent has no answer`() throws {
        var payment = payment()
        #expect(payment.hear(.booked, of: 1).alarm == .neverSent)
        try payment.release(checker, at: now)
        _ = try payment.plan(rail: .biFast)
        #expect(payment.hear(.booked, of: 1).alarm == .neverSent)
        #expect(payment.phase == .released)
    }

    /// A bank that decides once for each attempt, and tells it late, twice, out of order, or never until it is asked at the end.
    @Test(arguments: 0..<40)
    func `nobody is paid twice and every payment ends, whatever the order of the bank's words`(block: UInt64) throws {
        for seed in block * 250..<(block + 1) * 250 {
            var chance = SplitMix(seed)
            func happens(_ percent: UInt64) -> Bool { chance.next() % 100 < percent }
            var payment = payment(gross: Int64(chance.next() % 300_000_000) + 1)
            let net = payment.withholding.net
            var postings = payment.withholding.ordered
            var told: [(Int, BankReport)] = []
            var truth: [Int: Int64] = [:]
            func hear(_ item: (Int, BankReport)) {
                let effect = payment.hear(item.1, of: item.0)
                postings += effect.postings
                #expect(effect.alarm == nil || effect.alarm == .returnedUnbooked, "seed \(seed)")
            }
            for step in 0..<60 where payment.phase != .paid || !told.isEmpty || step < 3 {
                switch chance.next() % 6 {
                case 0: try? payment.release(Release(staff: ID(Int64(chance.next() % 5) + 2), isManager: happens(50)), at: now)
                case 1: _ = try? payment.plan(rail: .biFast)
                case 2:
                    guard let attempt = payment.current, let lines = try? payment.send(attempt: attempt.number), !lines.isEmpty else {
                        continue
                    }
                    postings += lines
                    var words: [BankReport] = [.accepted]
                    let isBooked = happens(60)
                    let isReturned = isBooked && happens(30)
                    truth[attempt.number] = isBooked && !isReturned ? net.amount : 0
                    words.append(isBooked ? .booked : .rejected(wrong))
                    if isReturned { words.append(.returned(wrong)) }
                    for word in words { for _ in 0...(happens(40) ? 1 : 0) { told.append((attempt.number, word)) } }
                case 3: if happens(30) { try? payment.mend(happens(50) ? other : account, by: nil, restsUntil: now) }
                default:
                    guard !told.isEmpty else { continue }
                    hear(told.remove(at: Int(chance.next() % UInt64(told.count))))
                }
                #expect(payment.attempts.count { $0.phase.isLive } <= 1, "seed \(seed)")
                #expect(truth.values.reduce(0, +) <= net.amount, "seed \(seed)")
            }
            for item in told { hear(item) }
            let arrived = truth.values.reduce(0, +)
            #expect(arrived == 0 || arrived == net.amount, "seed \(seed)")
            #expect(owed(postings).amount == net.amount - arrived, "seed \(seed)")
            #expect((payment.phase == .paid) == (arrived == net.amount && arrived > 0), "seed \(seed)")
            #expect(postings.balance(of: .inTransit) == Rupiah(0) || payment.phase == .released, "seed \(seed)")
        }
    }

    private func owed(_ postings: [Posting]) -> Rupiah {
        Rupiah(0) - [LedgerAccount.payable, .returned, .inTransit].reduce(Rupiah(0)) { $0 + postings.balance(of: $1) }
    }
}
