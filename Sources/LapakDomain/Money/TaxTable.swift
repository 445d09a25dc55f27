/// The numbers by which tax is withheld from old-age savings, for orders from one day on.
///
/// Government Regulation 68/2009 and Finance Minister's Regulation 16/PMK.03/2010 (final tax), article 17 of the income tax law as
/// changed by Law 7/2021 (progressive bands). What sources do not agree on is a value here, so that finance can decide it with a date.
package struct TaxTable: Hashable, Codable, Sendable {
    /// The first day of orders that this table holds for, by the calendar of Jakarta.
    package let from: Day
    /// Final tax: nothing is withheld up to this much.
    package var finalFree = Rupiah(50_000_000)
    /// Final tax on every rupiah above `finalFree`, in percent.
    package var finalPercent: Int64 = 5
    /// Payments of so many calendar years, counted from the first one's, are taxed together as final; later ones by the bands.
    package var finalYears = 2
    /// The bands of article 17, lowest first; the last has no upper end.
    package var bands = [
        TaxBand(upTo: Rupiah(60_000_000), percent: 5), TaxBand(upTo: Rupiah(250_000_000), percent: 15),
        TaxBand(upTo: Rupiah(500_000_000), percent: 25), TaxBand(upTo: Rupiah(5_000_000_000), percent: 30),
        TaxBand(upTo: nil, percent: 35),
    ]
    /// The year's income is rounded down to a whole multiple of this before the bands (article 17 (4)).
    package var bandStep: Int64 = 1000
    /// What a payee without a valid tax number pays more by the bands, in percent of the tax; final tax has no such surcharge.
    package var surchargePercent: Int64 = 20
    /// Withheld from somebody who has left Indonesia for good, in percent of the gross amount (article 26; a treaty may set less).
    package var nonResidentPercent: Int64 = 20
    package var partials = PartialReading.final

    package init(from: Day) { self.from = from }

    /// How a partial payment (10 or 30 %) to somebody who is still a member is taxed: the sources clash.
    package enum PartialReading: String, Hashable, Codable, Sendable, CaseIterable {
        /// As the payer tells its members: final, and it begins the two calendar years.
        case final
        /// As Finance Minister's Regulation 168/2023 can be read: by the bands, outside the two years.
        case bands
    }

    /// The final tax on all that was paid, rounded down to the rupiah.
    func finalTax(on total: Rupiah) -> Rupiah {
        Rupiah(max(0, total.amount - finalFree.amount).share(percent: finalPercent))
    }

    /// The tax of article 17 on a year's income, rounded down to the rupiah.
    func bandTax(on income: Rupiah) -> Rupiah {
        let base = max(0, income.amount) / bandStep * bandStep
        var tax: Int64 = 0
        var reached: Int64 = 0
        for band in bands where base > reached {
            let end = min(base, band.upTo?.amount ?? base)
            tax += (end - reached).share(percent: band.percent)
            reached = end
        }
        return Rupiah(tax)
    }
}

/// One band of the progressive tax: `percent` on what lies between the band before and `upTo`; nil has no end.
package struct TaxBand: Hashable, Codable, Sendable {
    package let upTo: Rupiah?
    package let percent: Int64

    package init(upTo: Rupiah?, percent: Int64) {
        self.upTo = upTo
        self.percent = percent
    }
}

extension [TaxTable] {
    /// The table for orders of `day`: the latest that had begun; nil before the first.
    package func table(on day: Day) -> TaxTable? { filter { $0.from <= day }.max { $0.from < $1.from } }
}

extension Int64 {
    /// So many percent, rounded down; exact for every amount up to 2^63 / 100 rupiah and without overflow above.
    func share(percent: Int64) -> Int64 {
        let (hundreds, rest) = quotientAndRemainder(dividingBy: 100)
        return hundreds * percent + rest * percent / 100
    }
}
