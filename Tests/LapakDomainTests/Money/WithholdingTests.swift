import LapakDomain
import Testing

/// The worked examples of the tax rules, and what holds for all amounts.
@Suite struct WithholdingTests {
    private let table = TaxTable(from: Day(year: 2022, month: 1, day: 1)!)

    private func paid(_ gross: Int64, _ tax: Int64, _ kind: Withholding.Kind = .final, year: Int = 2025) -> TaxedPayment {
        TaxedPayment(ordered: Day(year: year, month: 5, day: 4)!, kind: kind, gross: Rupiah(gross), tax: Rupiah(tax))
    }

    private func withheld(
        _ gross: Int64, isPartial: Bool = false, year: Int = 2025, earlier: [TaxedPayment] = [], hasTaxNumber: Bool = true,
        isNonResident: Bool = false, table: TaxTable? = nil
    ) -> Withholding {
        (table ?? self.table).withholding(
            on: Rupiah(gross), isPartial: isPartial,
            to: Payee(hasTaxNumber: hasTaxNumber, isNonResident: isNonResident, earlier: earlier),
            ordered: Day(year: year, month: 6, day: 1)!)
    }

    @Test(
        arguments: [
            (14_250_000, 0, 14_250_000), (50_000_000, 0, 50_000_000), (50_000_001, 0, 50_000_001), (50_000_019, 0, 50_000_019),
            (50_000_020, 1, 50_000_019), (50_000_999, 49, 50_000_950), (80_000_000, 1_500_000, 78_500_000),
            (96_913_579, 2_345_678, 94_567_901), (260_526_315, 10_526_315, 250_000_000), (260_526_317, 10_526_315, 250_000_002),
            (1_050_000_000, 50_000_000, 1_000_000_000), (1, 0, 1), (0, 0, 0),
        ] as [(Int64, Int64, Int64)])
    func `a first payment is taxed as final, rounded down to the rupiah`(gross: Int64, tax: Int64, net: Int64) {
        let found = withheld(gross)
        #expect(found.kind == .final)
        #expect(found.tax == Rupiah(tax))
        #expect(found.net == Rupiah(net))
    }

    @Test func `ten percent of 400 million, and the rest in the next year, share one threshold`() {
        let first = withheld(40_000_000, isPartial: true)
        #expect(first.tax == Rupiah(0))
        let rest = withheld(360_000_000, year: 2026, earlier: [paid(40_000_000, 0)])
        #expect(rest.kind == .final)
        #expect(rest.tax == Rupiah(17_500_000))
        #expect(rest.before == Rupiah(40_000_000))
    }

    @Test func `thirty percent of 200 million, and the rest in the next year, share one threshold`() {
        #expect(withheld(60_000_000, isPartial: true).tax == Rupiah(500_000))
        #expect(withheld(140_000_000, year: 2026, earlier: [paid(60_000_000, 500_000)]).tax == Rupiah(7_000_000))
    }

    @Test func `a second card in the same two years is taxed with the first`() {
        #expect(withheld(30_000_000, earlier: [paid(30_000_000, 0)]).tax == Rupiah(500_000))
    }

    @Test func `the third calendar year is taxed by the bands, on its own payments`() {
        let rest = withheld(360_000_000, year: 2027, earlier: [paid(40_000_000, 0)])
        #expect(rest.kind == .bands)
        #expect(rest.tax == Rupiah(59_000_000))
        #expect(rest.before == Rupiah(0))
        #expect(withheld(360_000_000, year: 2031, earlier: [paid(40_000_000, 0)]).tax == Rupiah(59_000_000))
    }

    @Test(
        arguments: [
            (60_000_000, true, 3_000_000), (60_000_999, true, 3_000_000), (60_001_000, true, 3_000_150), (90_000_000, true, 7_500_000),
            (90_000_000, false, 9_000_000), (600_000_000, false, 148_800_000), (999, true, 0), (6_000_000_000, true, 1_794_000_000),
        ] as [(Int64, Bool, Int64)])
    func `the bands take whole thousands, and more without a tax number`(gross: Int64, hasTaxNumber: Bool, tax: Int64) {
        let found = withheld(gross, year: 2028, earlier: [paid(1_000_000, 0)], hasTaxNumber: hasTaxNumber)
        #expect(found.kind == .bands)
        #expect(found.tax == Rupiah(tax))
        #expect(found.surcharge == !hasTaxNumber)
    }

    @Test func `a second payment of the same year begins in the band that the first reached`() {
        let before = [paid(1_000_000, 0, year: 2020), paid(90_000_000, 7_500_000, .bands, year: 2025)]
        #expect(withheld(40_000_000, earlier: before).tax == Rupiah(6_000_000))
        // A surcharge that the first one paid is not given back with the second.
        let dear = [paid(1_000_000, 0, year: 2020), paid(90_000_000, 9_000_000, .bands, year: 2025)]
        #expect(withheld(40_000_000, earlier: dear).tax == Rupiah(6_000_000))
    }

    @Test func `by the other reading a partial payment goes by the bands and begins no two years`() {
        var other = table
        other.partials = .bands
        let first = withheld(40_000_000, isPartial: true, table: other)
        #expect(first.kind == .partialByBands)
        #expect(first.tax == Rupiah(2_000_000))
        let rest = withheld(80_000_000, year: 2031, earlier: [paid(40_000_000, 2_000_000, .partialByBands)], table: other)
        #expect(rest.kind == .final)
        #expect(rest.tax == Rupiah(1_500_000))
    }

    @Test func `who has left for good pays a fifth`() {
        let found = withheld(80_000_000, isNonResident: true)
        #expect(found.kind == .nonResident)
        #expect(found.net == Rupiah(64_000_000))
    }

    @Test func `final tax has no surcharge`() { #expect(withheld(80_000_000, hasTaxNumber: false).tax == Rupiah(1_500_000)) }

    @Test(arguments: 0..<200)
    func `tax is never more than the payment, and two payments cost what one costs`(seed: UInt64) {
        var chance = SplitMix(seed)
        let a = Int64(chance.next() % (chance.next() % 2 == 0 ? 120_000_000 : 9_000_000_000))
        let b = Int64(chance.next() % 400_000_000)
        let first = withheld(a)
        let second = withheld(b, year: 2025 + Int(chance.next() % 2), earlier: [paid(a, first.tax.amount)])
        #expect(first.tax <= first.gross && second.tax <= second.gross)
        #expect(first.tax + second.tax == withheld(a + b).tax)
        let banded = withheld(b, year: 2030, earlier: [paid(a, first.tax.amount)], hasTaxNumber: chance.next() % 2 == 0)
        #expect(banded.kind == .bands && banded.tax <= banded.gross && banded.tax >= Rupiah(0))
    }

    @Test func `an order is judged by the table of its day`() {
        let next = TaxTable(from: Day(year: 2026, month: 1, day: 1)!)
        let tables = [next, table]
        #expect(tables.table(on: Day(year: 2025, month: 12, day: 31)!) == table)
        #expect(tables.table(on: Day(year: 2026, month: 1, day: 1)!) == next)
        #expect(tables.table(on: Day(year: 2021, month: 12, day: 31)!) == nil)
    }

    @Test func `the largest amounts do not overflow`() {
        let most: Int64 = 90_000_000_000_000_000
        #expect(withheld(most).tax.amount == (most - 50_000_000) / 20)
        #expect(withheld(most, year: 2030, earlier: [paid(1, 0, year: 2020)], hasTaxNumber: false).tax.amount > 0)
    }
}

/// SplitMix64: numbers that a seed determines.
struct SplitMix {
    private var state: UInt64
    init(_ seed: UInt64) { state = seed }
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
