import LapakDomain
import Testing

@Suite struct ClockTimeTextTests {
    @Test func `the clock has a point in Indonesian and a colon in English`() {
        #expect(ClockTime(10, 15).text(.id) == "10.15")
        #expect(ClockTime(8, 5).text(.en) == "08:05")
        #expect(ClockTime(minutes: 1440).text(.id) == "24.00")
    }

    @Test(arguments: [("8.00", 480), ("08:00", 480), (" 08.00 ", 480), ("0.00", 0), ("23:59", 1439), ("24.00", 1440)])
    func `a time may be typed with a point or a colon`(typed: String, minutes: Int) {
        #expect(ClockTime(typed: typed) == ClockTime(minutes: minutes))
    }

    @Test(arguments: [
        "8", "8.5", "8.60", "24.01", "25.00", "008.00", "8.00.00", "8 00", "-8.00", ".00", "", "8.0\u{301}0", "8.00\0",
    ])
    func `what is no time is refused`(typed: String) { #expect(ClockTime(typed: typed) == nil) }

    @Test func `ranges say the zone once`() throws {
        #expect(OpeningHours.ordinary.text(in: .wib, .id) == "08.00-15.00 WIB")
        #expect(OpeningHours.ordinary.text(in: .wit, .en) == "08:00-15:00 WIT")
        let from = try #require(Instant(iso: "2020-06-15T10:15:00+07:00"))
        #expect(Zone.wib.text(from: from, until: from + .minutes(30), .id) == "pukul 10.15-10.45 WIB")
        #expect(Zone.wita.text(from: from, until: from + .minutes(30), .en) == "11:15-11:45 WITA")
    }
}
