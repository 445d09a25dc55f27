/// A calendar day, without a zone: the number of days since 1970-01-01.
package struct Day: Hashable, Codable, Sendable, Comparable {
    package var number: Int

    package init(number: Int) { self.number = number }

    /// The day with this date in the Gregorian calendar, or nil if there is no such date (31 February).
    package init?(year: Int, month: Int, day: Int) {
        guard (1...12).contains(month), (1...31).contains(day), (1...9999).contains(year) else { return nil }
        self.number = Day.count(year: year, month: month, day: day)
        guard self.date == (year, month, day) else { return nil }
    }

    /// Year, month 1-12 and day of the month 1-31.
    package var date: (year: Int, month: Int, day: Int) {
        // Civil date from a day count: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
        let shifted = number.plus(719_468)
        let era = Int(Int64(shifted).flooredDivision(by: 146_097))
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
    }

    package var weekday: Weekday { Weekday(rawValue: ((number % 7 + 7) % 7 + 3) % 7 + 1)! }

    package static func < (a: Day, b: Day) -> Bool { a.number < b.number }
    package static func + (a: Day, days: Int) -> Day { Day(number: a.number.plus(days)) }
    package static func - (a: Day, days: Int) -> Day { Day(number: a.number.minus(days)) }
    /// Days from `b` to `a`.
    package static func - (a: Day, b: Day) -> Int { a.number.minus(b.number) }

    /// The same date `months` later; a day that the month does not have becomes its last day (31 Jan + 1 = 28 Feb).
    package func adding(months: Int) -> Day {
        let (year, month, day) = date
        let index = year * 12 + month - 1 + months
        for candidate in stride(from: day, through: 28, by: -1) {
            if let found = Day(year: index / 12, month: index % 12 + 1, day: candidate) { return found }
        }
        return Day(number: Day.count(year: index / 12, month: index % 12 + 1, day: min(day, 28)))
    }

    /// The same date `years` later; 29 February becomes 28 February where the year has none.
    package func adding(years: Int) -> Day { adding(months: years * 12) }

    /// The moment at which this day reaches `time` in `zone`.
    package func at(_ time: ClockTime, in zone: Zone) -> Instant {
        Instant(seconds: Int64(number).times(86_400).plus(Int64(time.minutes) * 60 - zone.offset))
    }

    private static func count(year: Int, month: Int, day: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = Int(Int64(shifted).flooredDivision(by: 400))
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }
}

/// A day of the week, Monday = 1 as in ISO 8601.
package enum Weekday: Int, Hashable, Codable, Sendable, CaseIterable {
    case monday = 1, tuesday, wednesday, thursday, friday, saturday, sunday
}

/// A time of day on a wall clock: minutes since midnight, 0...1440.
package struct ClockTime: Hashable, Codable, Sendable, Comparable {
    package var minutes: Int
    package init(minutes: Int) { self.minutes = minutes }
    package init(_ hour: Int, _ minute: Int) { self.minutes = hour * 60 + minute }
    package var hour: Int { minutes / 60 }
    package var minute: Int { minutes % 60 }
    package static func < (a: ClockTime, b: ClockTime) -> Bool { a.minutes < b.minutes }
}

/// Indonesia's three zones. None has daylight saving, so a fixed offset is exact.
package enum Zone: String, Hashable, Codable, Sendable, CaseIterable {
    case wib, wita, wit

    /// Seconds ahead of UTC.
    package var offset: Int64 {
        switch self {
        case .wib: 7 * 3600
        case .wita: 8 * 3600
        case .wit: 9 * 3600
        }
    }

    /// The name in the IANA database, for calendar files.
    package var identifier: String {
        switch self {
        case .wib: "Asia/Jakarta"
        case .wita: "Asia/Makassar"
        case .wit: "Asia/Jayapura"
        }
    }

    /// The calendar day that a moment falls on here.
    package func day(of moment: Instant) -> Day { Day(number: Int((moment.seconds + offset).flooredDivision(by: 86_400))) }

    /// The time on the wall clock here, minutes since midnight rounded down.
    package func time(of moment: Instant) -> ClockTime {
        let local = moment.seconds + offset
        return ClockTime(minutes: Int((local - local.flooredDivision(by: 86_400) * 86_400) / 60))
    }
}
