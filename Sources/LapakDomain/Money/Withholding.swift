/// The tax withheld from one payment, with everything that it rests on: fixed when the payment is ordered.
package struct Withholding: Hashable, Codable, Sendable {
    /// The rule that the tax follows.
    package enum Kind: String, Hashable, Codable, Sendable, CaseIterable {
        /// PP 68/2009, final: nothing is settled in the year's return.
        case final
        /// Article 17: creditable in the year's return.
        case bands
        /// A partial payment by the bands (`TaxTable.PartialReading.bands`).
        case partialByBands = "partial_by_bands"
        /// Article 26: the payee has left Indonesia for good.
        case nonResident = "non_resident"
    }

    package let kind: Kind
    package let gross: Rupiah
    package let tax: Rupiah
    /// What was paid before and counts together with this payment.
    package let before: Rupiah
    /// True where the surcharge for a missing tax number is in `tax`.
    package let surcharge: Bool
    /// The table's first day.
    package let table: Day

    /// What reaches the member's account.
    package var net: Rupiah { gross - tax }

    package init(kind: Kind, gross: Rupiah, tax: Rupiah, before: Rupiah, surcharge: Bool, table: Day) {
        self.kind = kind
        self.gross = gross
        self.tax = tax
        self.before = before
        self.surcharge = surcharge
        self.table = table
    }
}

/// A payment of old-age savings that was ordered earlier, on any of the member's cards.
package struct TaxedPayment: Hashable, Codable, Sendable {
    /// The day of its order, which is its day for tax: a returned transfer that is sent again keeps it.
    package let ordered: Day
    package let kind: Withholding.Kind
    package let gross: Rupiah
    package let tax: Rupiah

    package init(ordered: Day, kind: Withholding.Kind, gross: Rupiah, tax: Rupiah) {
        self.ordered = ordered
        self.kind = kind
        self.gross = gross
        self.tax = tax
    }
}

/// What the tax on one payment depends on besides the table.
package struct Payee: Hashable, Codable, Sendable {
    /// The tax office's answer about the tax number, which today is the NIK; without a valid one the bands cost more.
    package var hasTaxNumber = true
    /// Has left Indonesia for good.
    package var isNonResident = false
    /// The member's earlier payments, in any order.
    package var earlier: [TaxedPayment] = []

    package init(hasTaxNumber: Bool = true, isNonResident: Bool = false, earlier: [TaxedPayment] = []) {
        self.hasTaxNumber = hasTaxNumber
        self.isNonResident = isNonResident
        self.earlier = earlier
    }
}

extension TaxTable {
    /// The tax on `gross`, ordered on `day`, for a partial payment or a whole one.
    ///
    /// Final: tax on all payments of the first two calendar years together, less what was withheld from them. By the bands: the tax on the
    /// year's payments with this one, less the tax on them without it. Never below zero nor above `gross`.
    package func withholding(on gross: Rupiah, isPartial: Bool, to payee: Payee, ordered day: Day) -> Withholding {
        if payee.isNonResident {
            return result(.nonResident, gross, Rupiah(gross.amount.share(percent: nonResidentPercent)), before: Rupiah(0))
        }
        if isPartial, partials == .bands { return byBands(.partialByBands, gross, payee, day.year) }
        let counted = payee.earlier.filter { $0.kind == .final || $0.kind == .bands }
        let first = counted.map(\.ordered.year).min() ?? day.year
        guard day.year < first + finalYears else { return byBands(.bands, gross, payee, day.year) }
        let together = counted.filter { $0.kind == .final && $0.ordered.year >= first }
        let before = together.reduce(Rupiah(0)) { $0 + $1.gross }
        let withheld = together.reduce(Rupiah(0)) { $0 + $1.tax }
        return result(.final, gross, finalTax(on: before + gross) - withheld, before: before)
    }

    private func byBands(_ kind: Withholding.Kind, _ gross: Rupiah, _ payee: Payee, _ year: Int) -> Withholding {
        let before = payee.earlier.filter { $0.ordered.year == year && ($0.kind == .bands || $0.kind == .partialByBands) }
            .reduce(Rupiah(0)) { $0 + $1.gross }
        let tax = bandTax(on: before + gross) - bandTax(on: before)
        let surcharge = payee.hasTaxNumber ? 0 : tax.amount.share(percent: surchargePercent)
        return result(kind, gross, tax + Rupiah(surcharge), before: before, surcharge: !payee.hasTaxNumber)
    }

    private func result(_ kind: Withholding.Kind, _ gross: Rupiah, _ tax: Rupiah, before: Rupiah, surcharge: Bool = false) -> Withholding {
        Withholding(kind: kind, gross: gross, tax: min(gross, max(Rupiah(0), tax)), before: before, surcharge: surcharge, table: from)
    }
}

extension Day {
    var year: Int { date.year }
}
