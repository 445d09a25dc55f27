import LapakDomain

/// Numbers that have the right form and belong to nobody.
enum MadeUp {
    /// Serials of the cast's NIKs are above this, those of the population at or below it.
    static let highestPopulationSerial = 9_980

    /// A NIK for a place code of six digits (province, town, district), a birth date, and a serial 1...9999.
    ///
    /// Real serials are small: no district registers thousands of people of one sex born on one day. Made-up ones count down
    /// from 9999, so that seed data never carries a living person's number.
    static func nik(place: Int, birth: Day, woman: Bool, serial: Int) -> NIK {
        let (year, month, day) = birth.date
        let typed =
            padded(place, 6) + padded(woman ? day + 40 : day, 2) + padded(month, 2) + padded(year % 100, 2) + padded(serial, 4)
        guard let nik = NIK(typed) else { preconditionFailure("not the form of a NIK: \(typed)") }
        return nik
    }

    /// A card number: two digits for the year of joining, then nine that differ for every serial below 10^9.
    ///
    /// Serials below 1000 are the cast's. The factor has no divisor in common with 10^9, so no two serials meet.
    static func kpj(serial: Int, joined: Day) -> KPJ {
        let scrambled = (serial * 387_420_489 + 104_729_017) % 1_000_000_000
        let typed = padded(joined.date.year % 100, 2) + padded(scrambled, 9)
        guard let kpj = KPJ(typed) else { preconditionFailure("not the form of a KPJ: \(typed)") }
        return kpj
    }

    /// `number` with zeros in front, at least `width` digits.
    static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
}
