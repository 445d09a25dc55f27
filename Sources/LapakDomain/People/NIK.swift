/// The sixteen digits of a resident's identity: PPKKCC (place of first registration), DDMMYY (day + 40 for
/// women), serial from 0001. Source: domain.md, "Validation".
///
/// A NIK is not reissued when data are corrected, so a date inside it that differs from the member's birth
/// date is a warning, never a refusal.
package struct NIK: Hashable, Codable, Sendable, CustomStringConvertible {
    package let digits: String
    package static let length = 16
    /// What a sentence about it begins with.
    package static let subject = Words("NIK", "A NIK")

    /// What people type: blanks, points, dashes and signs that nobody sees are ignored. Nil unless sixteen digits remain
    /// whose parts can exist (place not 00, day 1-31 or 41-71, month 1-12, serial not 0000).
    package init?(_ typed: String) {
        guard let digits = Digits.only(typed), digits.utf8.count == NIK.length else { return nil }
        let d = digits.utf8.map { Int($0 - 48) }
        let day = d[6] * 10 + d[7]
        let month = d[8] * 10 + d[9]
        let serial = d[12] * 1000 + d[13] * 100 + d[14] * 10 + d[15]
        guard d[0] * 10 + d[1] >= 11, (1...31).contains(day) || (41...71).contains(day), (1...12).contains(month), serial > 0
        else { return nil }
        self.digits = digits
    }

    /// True when the birth date inside equals `day` (the century is not part of a NIK).
    package func agrees(withBirth day: Day) -> Bool {
        let d = digits.utf8.map { Int($0 - 48) }
        let (year, month, dayOfMonth) = day.date
        let written = d[6] * 10 + d[7]
        return (written > 40 ? written - 40 : written) == dayOfMonth && d[8] * 10 + d[9] == month && d[10] * 10 + d[11] == year % 100
    }

    /// `3174 •••• •••• 0007`: enough to recognise one's own, too little to copy.
    package var masked: String { "\(digits.prefix(4)) •••• •••• \(digits.suffix(4))" }
    package var description: String { masked }
}

/// The number on a membership card: eleven digits (the count is a setting, domain.md "Words").
package struct KPJ: Hashable, Codable, Sendable, CustomStringConvertible {
    package let digits: String
    package static let length = 11
    /// What a sentence about it begins with.
    package static let subject = Words("Nomor KPJ", "A KPJ number")

    /// Nil unless eleven digits remain after blanks, points, dashes and signs that nobody sees are dropped.
    package init?(_ typed: String) {
        guard let digits = Digits.only(typed), digits.utf8.count == KPJ.length else { return nil }
        self.digits = digits
    }
    package var masked: String { "•••• ••• \(digits.suffix(4))" }
    package var description: String { masked }
}
