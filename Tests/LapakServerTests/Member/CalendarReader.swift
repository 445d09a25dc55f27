/// A calendar file as a calendar reads it (RFC 5545): lines unfolded, properties by name, of the one event.
struct CalendarReader: Hashable {
    let method: String
    let uid: String
    let sequence: Int
    let stamp: String
    let start: String
    let status: String

    /// Nil for what a calendar would not take.
    init?(_ text: String) {
        guard text.hasPrefix("BEGIN:VCALENDAR\r\n"), text.hasSuffix("END:VCALENDAR\r\n") else { return nil }
        let lines = text.replacing("\r\n ", with: "").split(separator: "\r\n").map(String.init)
        guard lines.filter({ $0 == "BEGIN:VEVENT" }).count == 1, let begin = lines.firstIndex(of: "BEGIN:VEVENT"),
            let end = lines.firstIndex(of: "END:VEVENT")
        else { return nil }
        func value(_ name: String, _ lines: some Sequence<String>) -> String? {
            let found = lines.filter { $0.hasPrefix("\(name):") || $0.hasPrefix("\(name);") }
            return found.count == 1 ? found[0].drop { $0 != ":" }.dropFirst().description : nil
        }
        let event = lines[begin...end]
        guard let method = value("METHOD", lines), let uid = value("UID", event), let sequence = value("SEQUENCE", event).flatMap(Int.init),
            let stamp = value("DTSTAMP", event), let start = value("DTSTART", event), let status = value("STATUS", event)
        else { return nil }
        (self.method, self.uid, self.sequence, self.stamp, self.start, self.status) = (method, uid, sequence, stamp, start, status)
    }
}

/// Somebody's calendar, which files are opened with: a newer state of an event replaces it, an older one is passed over.
struct PersonCalendar {
    private(set) var events: [String: CalendarReader] = [:]

    mutating func open(_ file: CalendarReader) {
        if let known = events[file.uid], (known.sequence, known.stamp) > (file.sequence, file.stamp) { return }
        events[file.uid] = file
    }

    /// When the events begin that were not taken out.
    var starts: [String] { events.values.filter { $0.method != "CANCEL" && $0.status == "CONFIRMED" }.map(\.start) }
}
