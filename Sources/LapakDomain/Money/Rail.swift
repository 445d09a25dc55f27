/// The way by which a transfer reaches another bank.
package enum Rail: String, Hashable, Codable, Sendable, CaseIterable {
    /// Both accounts are at the paying bank.
    case intrabank
    case biFast = "bi_fast"
    case sknbi
    case rtgs
}

/// What the rails take, and when, from one day on: limits and hours change by circular, at year's end and around Lebaran.
///
/// Figures of Bank Indonesia as the press tells them (Kompas, March 2024; Infobanknews); finance keeps the table.
package struct RailTable: Hashable, Codable, Sendable {
    /// The first day of this table.
    package let from: Day
    /// The most that one BI-FAST transfer carries.
    package var biFastMost = Rupiah(250_000_000)
    /// The most that one SKNBI transfer carries.
    package var sknbiMost = Rupiah(1_000_000_000)
    /// Only more than this goes by RTGS.
    package var rtgsAbove = Rupiah(100_000_000)
    /// SKNBI and RTGS take orders between these times, the clock of Jakarta, on bank days.
    package var opens = ClockTime(6, 30)
    package var sknbiUntil = ClockTime(16, 30)
    package var rtgsUntil = ClockTime(16, 30)

    package init(from: Day) { self.from = from }

    /// The rail for the whole of `net`, which is never split: the own bank, then the cheapest that carries it. An urgent payment
    /// that BI-FAST cannot carry goes by RTGS.
    package func rail(for net: Rupiah, from paying: String, to receiving: String, isUrgent: Bool = false) -> Rail {
        if paying == receiving { return .intrabank }
        if net <= biFastMost { return .biFast }
        if net <= sknbiMost, !(isUrgent && net > rtgsAbove) { return .sknbi }
        return .rtgs
    }

    /// True while `rail` takes orders: two of them at every hour, two on bank days only.
    package func takes(_ rail: Rail, at now: Instant, holidays: Set<Day>) -> Bool {
        let until: ClockTime
        switch rail {
        case .intrabank, .biFast: return true
        case .sknbi: until = sknbiUntil
        case .rtgs: until = rtgsUntil
        }
        let time = Zone.wib.time(of: now)
        return Zone.wib.day(of: now).isWorking(holidays) && opens <= time && time < until
    }
}

extension [RailTable] {
    /// The table for `day`: the latest that had begun; nil before the first.
    package func table(on day: Day) -> RailTable? { filter { $0.from <= day }.max { $0.from < $1.from } }
}
