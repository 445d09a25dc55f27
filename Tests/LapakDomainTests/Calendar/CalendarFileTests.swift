import LapakDomain
import Testing

@Suite struct CalendarFileTests {
    static func file(
        zone: Zone = .wib, summary: String = "Panggilan video", description: String = "Siapkan KTP, kartu; dan buku.\nTerima kasih",
        url: String? = "https://lapak.example.id/k/7?a=1&b=2", cancelled: Bool = false, organizer: EmailAddress? = nil
    ) throws -> CalendarFile {
        let start = try #require(Instant(iso: "2020-06-15T10:15:00+07:00"))
        return CalendarFile(
            uid: "7@lapak.example.id", sequence: 2, stamp: start - .days(1), start: start, end: start + .minutes(30), zone: zone,
            summary: summary, description: description, location: "Kantor Cabang Salemba, Jakarta", url: url, cancelled: cancelled,
            organizer: organizer)
    }

    /// The lines as a calendar reads them: unfolded, without their ends.
    static func lines(_ text: String) -> [String] {
        let unfolded = Array(text.utf8).split(separator: Array("\r\n ".utf8)).joined()
        return Array(unfolded).split(separator: Array("\r\n".utf8)).map { String(decoding: $0, as: UTF8.self) }
    }

    @Test func `an appointment is written line by line`() throws {
        #expect(
            try Self.lines(Self.file().text) == [
                "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Lapak Asik//Jadwal//ID", "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
                "BEGIN:VTIMEZONE", "TZID:Asia/Jakarta", "BEGIN:STANDARD", "DTSTART:19700101T000000", "TZOFFSETFROM:+0700",
                "TZOFFSETTO:+0700", "TZNAME:WIB", "END:STANDARD", "END:VTIMEZONE",
                "BEGIN:VEVENT", "UID:7@lapak.example.id", "SEQUENCE:2", "DTSTAMP:20200614T031500Z",
                "DTSTART;TZID=Asia/Jakarta:20200615T101500", "DTEND;TZID=Asia/Jakarta:20200615T104500", "SUMMARY:Panggilan video",
                #"DESCRIPTION:Siapkan KTP\, kartu\; dan buku.\nTerima kasih"#, #"LOCATION:Kantor Cabang Salemba\, Jakarta"#,
                "URL:https://lapak.example.id/k/7?a=1&b=2", "STATUS:CONFIRMED",
                "BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-PT1H", "DESCRIPTION:Panggilan video", "END:VALARM", "END:VEVENT",
                "END:VCALENDAR",
            ])
    }

    @Test(arguments: [
        (Zone.wib, "Asia/Jakarta", "+0700", "10"), (.wita, "Asia/Makassar", "+0800", "11"), (.wit, "Asia/Jayapura", "+0900", "12"),
    ])
    func `each zone has its identifier, offset and clock`(zone: Zone, identifier: String, offset: String, hour: String) throws {
        let lines = try Self.lines(Self.file(zone: zone).text)
        #expect(lines.contains("TZID:\(identifier)"))
        #expect(lines.contains("TZOFFSETTO:\(offset)"))
        #expect(lines.contains("DTSTART;TZID=\(identifier):20200615T\(hour)1500"))
    }

    @Test func `a cancelled appointment rings no alarm`() throws {
        let lines = try Self.lines(Self.file(cancelled: true).text)
        #expect(lines.contains("METHOD:CANCEL"))
        #expect(lines.contains("STATUS:CANCELLED"))
        #expect(!lines.contains("BEGIN:VALARM"))
    }

    @Test(arguments: 0..<8)
    func `long lines fold at 75 octets, never inside a character`(shift: Int) throws {
        let summary = String(repeating: "x", count: shift) + String(repeating: "•é😀क", count: 60)
        let text = try Self.file(summary: summary).text
        let physical = Array(text.utf8).split(separator: Array("\r\n".utf8))
        #expect(physical.allSatisfy { $0.count <= 75 && String(validating: $0, as: UTF8.self) != nil })
        #expect(physical.contains { $0.count >= 72 })
        #expect(Self.lines(text).contains("SUMMARY:" + summary))
        #expect(text.utf8.suffix(2).elementsEqual("\r\n".utf8))
    }

    @Test(arguments: ["a\r\nATTACH:x", "a\rATTACH:x", "a\nATTACH:x", "a\u{85}ATTACH:x", "a\u{2028}ATTACH:x"])
    func `no text can add a line of its own`(attack: String) throws {
        let lines = try Self.lines(Self.file(summary: attack, description: attack + "\0\u{8}\\n", url: "https://x.id/\r\nATTACH:x").text)
        #expect(!lines.contains { $0.hasPrefix("ATTACH") })
        #expect(lines.contains(#"SUMMARY:a\nATTACH:x"#))
        #expect(lines.contains(#"DESCRIPTION:a\nATTACH:x\\n"#))
        #expect(lines.contains("URL:https://x.id/%0D%0AATTACH:x"))
    }

    @Test func `whoever invites stands in it as a mail address`() throws {
        let organizer = try #require(EmailAddress("jadwal+a&b@lapak.example.id"))
        #expect(try Self.lines(Self.file(organizer: organizer).text).contains("ORGANIZER:mailto:jadwal+a%26b@lapak.example.id"))
    }

    @Test func `an end that is not after the start is left out`() throws {
        let moment = Instant(seconds: 0)
        let file = CalendarFile(
            uid: "1", sequence: 0, stamp: moment, start: moment, end: moment, zone: .wib, summary: "", description: "", location: "",
            url: nil, cancelled: false)
        #expect(!file.text.contains("DTEND"))
        #expect(!file.text.contains("URL:"))
    }
}
