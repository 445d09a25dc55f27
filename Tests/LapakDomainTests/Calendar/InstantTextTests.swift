import LapakDomain
import Testing

@Suite struct InstantTextTests {
    let call = Instant(seconds: 1_592_190_900)

    @Test func `a moment reads by the branch's clock with the zone's name`() {
        #expect(call.text(in: .wib, .id) == "Senin, 15 Juni 2020, pukul 10.15 WIB")
        #expect(call.text(in: .wib, .en) == "Monday, 15 June 2020, 10:15 WIB")
        #expect(call.timeText(in: .wita, .id) == "pukul 11.15 WITA")
        #expect(call.timeText(in: .wita, .en) == "11:15 WITA")
    }

    @Test func `a time that is not of today is said with its day`() throws {
        let due = try #require(Instant(iso: "2020-06-16T00:05:00+07:00"))
        #expect(due.timeText(in: .wib, .id, seenAt: call) == "Sel, 16 Jun, pukul 00.05 WIB")
        #expect(due.timeText(in: .wib, .en, seenAt: due - .minutes(5)) == "00:05 WIB", "the same day by the branch's clock")
        #expect(due.timeText(in: .wib, .id, seenAt: due - .minutes(6)) == "Sel, 16 Jun, pukul 00.05 WIB", "a minute before midnight")
        #expect(due.timeText(in: .wit, .id, seenAt: due - .minutes(6)) == "pukul 02.05 WIT", "it is that day in the east already")
        #expect(due.timeText(in: .wib, .en, seenAt: due + .days(3)) == "Tue, 16 Jun, 00:05 WIB", "days ago")
    }

    @Test func `14_27 WIB is 15_27 WITA and 16_27 WIT`() throws {
        let moment = try #require(Day(iso: "2020-06-13")).at(ClockTime(14, 27), in: .wib)
        #expect(Zone.allCases.map { moment.timeText(in: $0, .id) } == ["pukul 14.27 WIB", "pukul 15.27 WITA", "pukul 16.27 WIT"])
        #expect(Zone.allCases.map { Instant(iso: moment.iso(in: $0)) } == [moment, moment, moment])
        #expect(moment.iso(in: .wit) == "2020-06-13T16:27:00+09:00")
    }

    @Test func `the day changes first in the east`() throws {
        let moment = try #require(Instant(iso: "2020-02-28T23:30:00+07:00"))
        #expect(moment.text(in: .wib, .id) == "Jumat, 28 Februari 2020, pukul 23.30 WIB")
        #expect(moment.text(in: .wita, .id) == "Sabtu, 29 Februari 2020, pukul 00.30 WITA")
    }

    @Test func `moments are written by RFC 3339 and read back`() {
        #expect(call.iso(in: .wib) == "2020-06-15T10:15:00+07:00")
        #expect(call.utcISO == "2020-06-15T03:15:00Z")
        #expect(Instant(iso: call.iso(in: .wita)) == call)
        #expect(Instant(iso: call.utcISO) == call)
        #expect(Instant(milliseconds: -1).utcISO == "1969-12-31T23:59:59Z")
    }

    @Test(arguments: [
        ("2020-06-15T03:15:00.5Z", 500), ("2020-06-15T03:15:00.25Z", 250), ("2020-06-15T03:15:00.007Z", 7),
        ("2020-06-15T03:15:00.123456789Z", 123), ("2020-06-15T08:45:00+05:30", 0), ("2020-06-14T22:15:00-05:00", 0),
    ])
    func `fractions are cut to milliseconds and any offset is understood`(iso: String, milliseconds: Int64) {
        #expect(Instant(iso: iso) == call + Span(milliseconds: milliseconds))
    }

    @Test(arguments: [
        "2020-06-15T03:15:00", "2020-06-15 03:15:00Z", "2020-06-15t03:15:00z", "2020-06-15T24:00:00Z", "2020-06-15T03:60:00Z",
        "2016-12-31T23:59:60Z", "2023-02-29T00:00:00Z", "2020-06-15T03:15:00.Z", "2020-06-15T03:15:00ZZ", "2020-06-15T03:15:00+0700",
        "2020-06-15T03:15:00+24:00", "2020-06-15T03:15:00Z\0", "٢020-06-15T03:15:00Z", "", "2020-06-15T03:15:00Z\u{301}",
    ])
    func `what is no full moment is refused`(iso: String) { #expect(Instant(iso: iso) == nil) }
}
