import LapakDomain

/// Rani and her cards, for the tests of identity and eligibility.
enum Worker {
    /// Born on 20 October 1990, as her NIK says (an example from the press, domain.md).
    static let birth = day(1990, 10, 20)
    static let nik = "3273056010900009"

    static func day(_ year: Int, _ month: Int, _ day: Int) -> Day { Day(year: year, month: month, day: day)! }

    static func holding(_ cards: [Membership], birth: Day = birth, partials: [PartialClaim] = []) -> Member {
        Member(
            id: ID(1), nik: NIK(nik)!, name: "Rani Puspitasari", birth: birth, mother: "Sulastri Handayani", memberships: cards,
            partials: partials)
    }

    static func card(
        _ status: Membership.Status, number: Int = 1, at employer: String = "PT Maju Jaya", from start: Day, until end: Day? = nil,
        balance: Int64 = 14_250_000
    ) -> Membership {
        Membership(
            kpj: kpj(number), npp: "AA012345", employer: employer, start: start, end: end, status: status, balance: Rupiah(balance))
    }

    static func kpj(_ number: Int) -> KPJ { KPJ("1201234567\(number)")! }

    /// One card that ended on `end`.
    static func left(on end: Day, birth: Day = birth) -> Member {
        holding([card(.ended, from: day(2015, 3, 2), until: end)], birth: birth)
    }

    /// One card that runs since `start`.
    static func working(since start: Day = day(2015, 3, 2), birth: Day = birth, partials: [PartialClaim] = []) -> Member {
        holding([card(.active, from: start)], birth: birth, partials: partials)
    }
}

extension EligibilityVerdict {
    /// True for `eligible`, whatever it covers.
    var isEligible: Bool {
        if case .eligible = self { true } else { false }
    }
}
