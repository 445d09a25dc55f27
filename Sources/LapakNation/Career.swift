/// How long someone worked and what that saved: months and whole rupiah, shared among one to three employers.
struct Career {
    struct Stint {
        let months: Int
        let balance: Int
    }
    /// The newest first.
    let stints: [Stint]
    var months: Int { stints.reduce(0) { $0 + $1.months } }

    /// A career of at most `longest` months (at least 3). A contribution is 5.7 % of the wage, so months follow from the balance.
    static func drawn(longest: Int, with dice: inout Dice) -> Career {
        let balance = min(Career.balance(with: &dice), longest * 400_000)
        let contribution = 120_000 + dice.roll(0..<140_000) + balance / 300
        let months = max(3, min(longest, balance / contribution))
        let count = min(employers(with: &dice), max(1, months / 6))
        return Career(stints: (0..<count).map { share($0, of: count, months: months, balance: balance) })
    }

    private static func share(_ number: Int, of count: Int, months: Int, balance: Int) -> Stint {
        let from = months * number / count
        let until = months * (number + 1) / count
        return Stint(months: until - from, balance: balance * until / months - balance * from / months)
    }

    private static func employers(with dice: inout Dice) -> Int {
        switch dice.roll(0..<100) {
        case ..<80: 1
        case ..<96: 2
        default: 3
        }
    }

    /// A sum of savings: many small ones and a long tail, about Rp 14 million in the mean (domain.md, "Money").
    ///
    /// Between the points of the table it is a straight line, in whole numbers: no logarithm that could differ between machines.
    private static func balance(with dice: inout Dice) -> Int {
        let rank = dice.roll(0..<1_000_000)
        for (low, high) in zip(quantiles, quantiles.dropFirst()) where rank < high.rank {
            return (low.rupiah + (high.rupiah - low.rupiah) * (rank - low.rank) / (high.rank - low.rank)) / 100 * 100
        }
        return quantiles[quantiles.count - 1].rupiah
    }

    /// Points of a log-normal curve with median Rp 10.6 million and sigma 0.95; the rank is in millionths of the people.
    private static let quantiles: [(rank: Int, rupiah: Int)] = [
        (0, 300_000), (50_000, 2_220_000), (100_000, 3_140_000), (200_000, 4_770_000), (300_000, 6_440_000),
        (400_000, 8_330_000), (500_000, 10_600_000), (600_000, 13_480_000), (700_000, 17_440_000), (800_000, 23_580_000),
        (850_000, 28_370_000), (900_000, 35_810_000), (950_000, 50_580_000), (990_000, 96_630_000), (1_000_000, 210_000_000),
    ]
}
