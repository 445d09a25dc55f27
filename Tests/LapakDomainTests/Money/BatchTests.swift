import LapakDomain
import Testing

/// Batches, what stands out in them, and the bank's statement.
@Suite struct BatchTests {
    private let day = Day(year: 2026, month: 6, day: 1)!

    private func item(_ payment: Int64, _ amount: Int64 = 1000, makers: Set<ID<Staff>> = []) -> PaymentBatch.Item {
        PaymentBatch.Item(payment: ID(payment), attempt: 1, amount: Rupiah(amount), makers: makers)
    }

    private func sealed(_ items: [PaymentBatch.Item]) throws -> PaymentBatch {
        var batch = PaymentBatch(id: ID(1), rail: .biFast)
        for item in items { try batch.add(item) }
        try batch.seal(digest: "ab", by: ID(1))
        return batch
    }

    @Test func `nothing changes after the seal`() throws {
        var batch = try sealed([item(1), item(2, 500)])
        #expect(batch.total == Rupiah(1500))
        #expect(throws: BatchRefusal.phase(.sealed)) { try batch.add(item(3)) }
        #expect(throws: BatchRefusal.phase(.sealed)) { try batch.seal(digest: "cd", by: ID(1)) }
        #expect(throws: BatchRefusal.phase(.sealed)) { try batch.drop() }
        #expect(throws: BatchRefusal.phase(.sealed)) { try batch.deliver() }
    }

    @Test func `a payment is in it once, and an empty one is none`() throws {
        var batch = PaymentBatch(id: ID(1), rail: .sknbi)
        #expect(throws: BatchRefusal.empty) { try batch.seal(digest: "ab", by: ID(1)) }
        try batch.add(item(1))
        #expect(throws: BatchRefusal.twice(ID(1))) { try batch.add(item(1)) }
        try batch.drop()
        #expect(batch.phase == .dropped)
    }

    @Test func `who sealed it or made a part of it does not release it`() throws {
        var batch = try sealed([item(1), item(2, makers: [ID(2)])])
        let limits = ReleaseLimits()
        for staff in [ID<Staff>(1), ID(2)] {
            #expect(throws: BatchRefusal.secondPerson) { try batch.release(by: staff, releasedToday: Rupiah(0), limits: limits) }
        }
        try batch.release(by: ID(3), releasedToday: Rupiah(0), limits: limits)
        try batch.deliver()
        try batch.deliver()
        #expect(batch.phase == .delivered)
    }

    @Test func `one person lets go so much in a batch and in a day`() throws {
        var limits = ReleaseLimits()
        limits.batch = Rupiah(1500)
        limits.day = Rupiah(2000)
        var batch = try sealed([item(1), item(2, 500)])
        #expect(throws: BatchRefusal.overLimit(Rupiah(2000))) { try batch.release(by: ID(3), releasedToday: Rupiah(501), limits: limits) }
        var large = try sealed([item(1), item(2, 501)])
        #expect(throws: BatchRefusal.overLimit(Rupiah(1500))) { try large.release(by: ID(3), releasedToday: Rupiah(0), limits: limits) }
        try batch.release(by: ID(3), releasedToday: Rupiah(500), limits: limits)
    }

    @Test func `what differs from the usual is told with its reason`() {
        func look(
            _ id: Int64, _ amount: Int64, number: String? = nil, bank: String = "014", phone: String? = nil, device: String? = nil,
            changed: Bool = false
        ) -> BatchLook {
            BatchLook(
                payment: ID(id), member: ID(id), amount: Rupiah(amount),
                account: BankAccount(bank: bank, number: number ?? "10000\(id)", owner: ""), phone: phone ?? "08\(id)", device: device,
                accountChanged: changed)
        }
        let items = [
            look(1, 14_000_000), look(2, 14_000_000, number: "777"), look(3, 13_000_000, number: "777"),
            look(4, 12_000_000, phone: "0899"), look(5, 15_000_000, phone: "0899"), look(6, 15_000_000, device: "d"),
            look(7, 15_000_000, device: "d"), look(8, 15_000_000, bank: "542"), look(9, 49_500_000), look(10, 300_000_000),
            look(11, 14_000_000, changed: true), look(12, 50_000_001),
        ]
        let found = BatchUsual().doubts(in: items, knownBanks: ["014"])
        let wanted: [(Int64, [BatchDoubt])] = [
            (2, [.sharedAccount(members: 2)]), (3, [.sharedAccount(members: 2)]), (4, [.sharedPhone(members: 2)]),
            (5, [.sharedPhone(members: 2)]), (6, [.sharedDevice(members: 2)]), (7, [.sharedDevice(members: 2)]),
            (8, [.firstToBank("542")]), (9, [.belowLimit(Rupiah(50_000_000))]), (11, [.accountChanged]),
        ]
        #expect(found.map(\.payment.rawValue) == wanted.map(\.0))
        #expect(found.map(\.doubts) == wanted.map(\.1))
        #expect(
            BatchUsual().doubts(in: items + [look(13, 400_000_000)], knownBanks: ["014"]).last?.doubts == [
                .outlier(median: Rupiah(15_000_000))
            ])
    }

    @Test(
        arguments: [
            ("RCVD", .accepted), ("PDNG", .accepted), ("ACSC", .accepted), ("RJCT", .rejected(BankReason(code: "AC01"))), ("PART", nil),
            ("CANC", nil), ("", nil),
        ] as [(String, BankReport?)])
    func `a status file never says paid`(status: String, report: BankReport?) {
        #expect(BankReport(status: status, reason: "AC01") == report)
    }

    @Test(
        arguments: [
            ("2001800", .heard(.accepted)), ("2021800", .heard(.accepted)), ("4041818", .heard(.accepted)), ("4091801", .heard(.accepted)),
            ("4031814", .heard(.rejected(BankReason(code: "AM04")))), ("4041811", .heard(.rejected(BankReason(code: "AC01")))),
            ("4031806", .heard(.rejected(BankReason(code: "TM01")))), ("4031803", .heard(.rejected(BankReason(code: "FF01")))),
            ("5041800", .unknown), ("4291800", .unknown), ("4091800", .unknown), ("4001800", .unknown), (nil, .unknown), ("", .unknown),
            ("<html>", .unknown), ("200180", .unknown),
        ] as [(String?, SNAPAnswer)])
    func `an answer that is not understood is unknown, never a failure`(code: String?, answer: SNAPAnswer) {
        #expect(SNAPAnswer(transfer: code) == answer)
    }

    @Test(
        arguments: [
            ("2003600", "00", .heard(.booked)), ("2003600", "03", .heard(.accepted)),
            ("2003600", "06", .heard(.rejected(BankReason(code: "NARR")))),
            ("2003600", "04", .heard(.returned(BankReason(code: "NARR")))), ("2003600", "07", .notFound), ("4043601", nil, .notFound),
            ("2003600", nil, .unknown), ("2003600", "99", .unknown), ("5003600", "00", .unknown), (nil, "00", .unknown),
        ] as [(String?, String?, SNAPAnswer)])
    func `the status that was asked for`(code: String?, latest: String?, answer: SNAPAnswer) {
        #expect(SNAPAnswer(status: code, latest: latest) == answer)
    }

    @Test func `equal entries of a statement are counted, and the same statement has the same keys`() {
        let debit = StatementEntry(account: "1", day: day, amount: Rupiah(5), side: .debit, endToEnd: "PYA-1")
        let credit = StatementEntry(
            account: "1", day: day, amount: Rupiah(5), side: .credit, endToEnd: "PYA-1", isReturn: true, reason: "AC04")
        let keys = [debit, debit, credit].numbered.map(\.key)
        #expect(Set(keys).count == 3)
        #expect([credit, debit, debit].numbered.map(\.key).sorted() == keys.sorted())
        #expect(debit.report == .booked)
        #expect(credit.report == .returned(BankReason(code: "AC04")))
        #expect(StatementEntry(account: "1", day: day, amount: Rupiah(5), side: .credit).report == nil)
    }

    @Test func `a statement follows the last one and adds up`() {
        let entries = [
            StatementEntry(account: "1", day: day, amount: Rupiah(30), side: .debit),
            StatementEntry(account: "1", day: day, amount: Rupiah(10), side: .credit),
        ]
        let frame = StatementFrame(opening: Rupiah(100), closing: Rupiah(80))
        #expect(frame.fault(entries: entries, after: Rupiah(100)) == nil)
        #expect(frame.fault(entries: entries, after: nil) == nil)
        #expect(frame.fault(entries: entries, after: Rupiah(90)) == .gap(expected: Rupiah(90), found: Rupiah(100)))
        #expect(frame.fault(entries: [], after: nil) == .sum(expected: Rupiah(100), found: Rupiah(80)))
    }
}
