extension ClockTime {
    /// `10.15` in Indonesian, `10:15` in English; always two digits for the hour.
    package func text(_ language: Language) -> String {
        hour.padded(to: 2) + (language == .id ? "." : ":") + minute.padded(to: 2)
    }

    /// What people type: `8.00`, `08.00`, `08:00`, spaces around it ignored; 00.00 to 24.00.
    ///
    /// Minutes need two digits, since `8.5` could mean half past eight.
    package init?(typed: String) {
        guard typed.utf8.count <= 200 else { return nil }
        let words = Typed.line(typed).utf8.split(separator: UInt8(ascii: " "))
        guard words.count == 1 else { return nil }
        let parts = words[0].split(omittingEmptySubsequences: false) { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ":") }
        guard parts.count == 2, (1...2).contains(parts[0].count), parts[1].count == 2, let hour = Int(asciiDigits: parts[0]),
            let minute = Int(asciiDigits: parts[1]), minute < 60, hour * 60 + minute <= 1440
        else { return nil }
        self.init(hour, minute)
    }
}

extension Zone {
    /// The name that people use: `WIB`, `WITA`, `WIT`.
    package var name: String {
        switch self {
        case .wib: "WIB"
        case .wita: "WITA"
        case .wit: "WIT"
        }
    }

    /// A stretch of one day: `08.00-15.00 WIB`, `08:00-15:00 WIB`.
    package func text(from: ClockTime, until: ClockTime, _ language: Language) -> String {
        "\(from.text(language))-\(until.text(language)) \(name)"
    }

    /// An appointment's window by this zone's clocks: `pukul 10.15-10.45 WIB`, `10:15-10:45 WIB`.
    ///
    /// The day is not said: it is the day of `from`.
    package func text(from: Instant, until: Instant, _ language: Language) -> String {
        (language == .id ? "pukul " : "") + text(from: time(of: from), until: time(of: until), language)
    }
}

extension OpeningHours {
    /// From opening to closing: `08.00-15.00 WIB`; the lunch break is not said.
    package func text(in zone: Zone, _ language: Language) -> String { zone.text(from: opens, until: closes, language) }
}
