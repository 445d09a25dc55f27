extension Instant {
    /// `Senin, 15 Juni 2020, pukul 10.15 WIB`, `Monday, 15 June 2020, 10:15 WIB`.
    ///
    /// The zone is the branch's and always named; minutes are rounded down.
    package func text(in zone: Zone, _ language: Language) -> String {
        "\(zone.day(of: self).text(language)), \(timeText(in: zone, language))"
    }

    /// `pukul 10.15 WIB`, `10:15 WIB`.
    package func timeText(in zone: Zone, _ language: Language) -> String {
        "\(language == .id ? "pukul " : "")\(zone.time(of: self).text(language)) \(zone.name)"
    }

    /// The time alone where it is of the day of `now`, else with its day: `pukul 10.15 WIB`, `Sel, 16 Jun, pukul 10.15 WIB`.
    ///
    /// For pages, which are read now. A letter is read some day: there it is `textShort` or `text`.
    package func timeText(in zone: Zone, _ language: Language, seenAt now: Instant) -> String {
        zone.day(of: self) == zone.day(of: now) ? timeText(in: zone, language) : textShort(in: zone, language)
    }

    /// `Sen, 15 Jun, pukul 10.15 WIB`, `Mon, 15 Jun, 10:15 WIB`.
    package func textShort(in zone: Zone, _ language: Language) -> String {
        "\(zone.day(of: self).textShort(language)), \(timeText(in: zone, language))"
    }

    /// RFC 3339 by the clocks of `zone`, in whole seconds rounded down: `2020-06-15T10:15:00+07:00`.
    package func iso(in zone: Zone) -> String { local(ahead: zone.offset) + "+" + Int(zone.offset / 3600).padded(to: 2) + ":00" }

    /// RFC 3339 in UTC, in whole seconds rounded down: `2020-06-15T03:15:00Z`.
    package var utcISO: String { local(ahead: 0) + "Z" }

    /// An RFC 3339 moment, with `Z` or any offset; a fraction of a second is cut to milliseconds.
    ///
    /// Nil for everything else: small `t` and `z`, a missing offset, 24:00, and leap seconds, which this calendar does not have.
    package init?(iso: String) {
        guard (20...40).contains(iso.utf8.count) else { return nil }
        let bytes = Array(iso.utf8)
        guard let day = Day(isoBytes: bytes[0..<10]), bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":"),
            bytes[16] == UInt8(ascii: ":"), let hour = Int(asciiDigits: bytes[11..<13]), let minute = Int(asciiDigits: bytes[14..<16]),
            let second = Int(asciiDigits: bytes[17..<19]), hour < 24, minute < 60, second < 60
        else { return nil }
        var rest = bytes[19...]
        var fraction = 0
        if rest.first == UInt8(ascii: ".") {
            let digits = rest.dropFirst().prefix { (48...57).contains($0) }
            guard let value = Int(asciiDigits: digits.prefix(3)) else { return nil }
            fraction = digits.count == 1 ? value * 100 : digits.count == 2 ? value * 10 : value
            rest = rest[digits.endIndex...]
        }
        guard let offset = Instant.offset(rest) else { return nil }
        let seconds = day.number * 86_400 + hour * 3600 + minute * 60 + second - offset
        self.init(milliseconds: Int64(seconds) * 1000 + Int64(fraction))
    }

    /// Seconds ahead of UTC in `Z`, `+07:00` or `-05:30`.
    private static func offset(_ written: ArraySlice<UInt8>) -> Int? {
        let bytes = Array(written)
        if bytes == [UInt8(ascii: "Z")] { return 0 }
        guard bytes.count == 6, bytes[0] == UInt8(ascii: "+") || bytes[0] == UInt8(ascii: "-"), bytes[3] == UInt8(ascii: ":"),
            let hours = Int(asciiDigits: bytes[1..<3]), let minutes = Int(asciiDigits: bytes[4..<6]), hours < 24, minutes < 60
        else { return nil }
        return (hours * 60 + minutes) * (bytes[0] == UInt8(ascii: "-") ? -60 : 60)
    }

    private func local(ahead offset: Int64) -> String {
        let local = seconds + offset
        let days = local.flooredDivision(by: 86_400)
        let second = Int(local - days * 86_400)
        let clock = [second / 3600, second / 60 % 60, second % 60].map { $0.padded(to: 2) }.joined(separator: ":")
        return "\(Day(number: Int(days)).iso)T\(clock)"
    }
}
