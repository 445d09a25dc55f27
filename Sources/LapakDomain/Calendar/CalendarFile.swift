/// One appointment as an iCalendar file (RFC 5545), which every phone's calendar opens.
///
/// The same `uid` with a higher `sequence` replaces the appointment; `cancelled` removes it.
package struct CalendarFile: Hashable, Sendable {
    /// Unique in the world and the same for every change: `CLAIM@HOST`.
    package let uid: String
    /// 0 for the first file, one more for every change.
    package let sequence: Int
    /// When this file was made.
    package let stamp: Instant
    package let start: Instant
    /// Left out of the file unless it is after `start`.
    package let end: Instant
    package let zone: Zone
    package let summary: String
    package let description: String
    package let location: String
    package let url: String?
    package let cancelled: Bool
    /// Who invites. RFC 5546 asks for one; most calendars do without.
    package let organizer: EmailAddress?

    package init(
        uid: String, sequence: Int, stamp: Instant, start: Instant, end: Instant, zone: Zone, summary: String, description: String,
        location: String, url: String?, cancelled: Bool, organizer: EmailAddress? = nil
    ) {
        self.uid = uid
        self.sequence = sequence
        self.stamp = stamp
        self.start = start
        self.end = end
        self.zone = zone
        self.summary = summary
        self.description = description
        self.location = location
        self.url = url
        self.cancelled = cancelled
        self.organizer = organizer
    }

    /// The whole file: CRLF after every line, no line over 75 octets. Its type is `text/calendar; charset=utf-8`.
    package var text: String {
        var lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Lapak Asik//Jadwal//ID", "CALSCALE:GREGORIAN"]
        lines.append("METHOD:\(cancelled ? "CANCEL" : "PUBLISH")")
        lines += zoneLines + eventLines + ["END:VCALENDAR"]
        return lines.map { CalendarFile.folded($0) + "\r\n" }.joined()
    }

    /// None of the zones has daylight saving, so one offset since 1970 says all that an appointment needs.
    private var zoneLines: [String] {
        let offset = "+" + Int(zone.offset / 3600).padded(to: 2) + "00"
        return [
            "BEGIN:VTIMEZONE", "TZID:\(zone.identifier)", "BEGIN:STANDARD", "DTSTART:19700101T000000", "TZOFFSETFROM:\(offset)",
            "TZOFFSETTO:\(offset)", "TZNAME:\(zone.name)", "END:STANDARD", "END:VTIMEZONE",
        ]
    }

    private var eventLines: [String] {
        var lines = ["BEGIN:VEVENT", "UID:\(CalendarFile.escaped(uid))", "SEQUENCE:\(sequence)"]
        lines.append("DTSTAMP:\(CalendarFile.compact(stamp.utcISO))")
        lines.append("DTSTART;TZID=\(zone.identifier):\(local(start))")
        if end > start { lines.append("DTEND;TZID=\(zone.identifier):\(local(end))") }
        if let organizer { lines.append("ORGANIZER:mailto:\(CalendarFile.inAddress(organizer.value, keeping: "@.-_~+"))") }
        lines.append("SUMMARY:\(CalendarFile.escaped(summary))")
        lines.append("DESCRIPTION:\(CalendarFile.escaped(description))")
        lines.append("LOCATION:\(CalendarFile.escaped(location))")
        if let url { lines.append("URL:\(CalendarFile.inAddress(url, keeping: CalendarFile.addressMarks))") }
        lines.append("STATUS:\(cancelled ? "CANCELLED" : "CONFIRMED")")
        if !cancelled { lines += alarmLines }
        return lines + ["END:VEVENT"]
    }

    /// One hour before the start.
    private var alarmLines: [String] {
        ["BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-PT1H", "DESCRIPTION:\(CalendarFile.escaped(summary))", "END:VALARM"]
    }

    private func local(_ moment: Instant) -> String { CalendarFile.compact(moment.iso(in: zone).prefix(19)) }
}
