import LapakDomain
import Testing

@Suite struct DayTextTests {
    @Test func `a day reads as Indonesians and the English write it`() throws {
        let day = try #require(Day(year: 2020, month: 6, day: 15))
        #expect(day.text(.id) == "Senin, 15 Juni 2020")
        #expect(day.text(.en) == "Monday, 15 June 2020")
        #expect(day.textShort(.id) == "Sen, 15 Jun")
        #expect(day.textShort(.en) == "Mon, 15 Jun")
        #expect(day.iso == "2020-06-15")
    }

    @Test func `a week and a year use every name`() throws {
        let monday = try #require(Day(year: 2020, month: 6, day: 15))
        #expect((0..<7).map { (monday + $0).weekday.text(.id) } == ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"])
        #expect(Weekday.sunday.text(.en) == "Sunday")
        let months = try (1...12).map { try #require(Day(year: 2024, month: $0, day: 1)).textShort(.id).suffix(3) }
        #expect(months == ["Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"])
    }

    @Test(arguments: ["2020-06-15", "2024-02-29", "2000-02-29", "1969-12-31", "0001-01-01", "9999-12-31"])
    func `an ISO day comes back as it was`(iso: String) { #expect(Day(iso: iso)?.iso == iso) }

    @Test(arguments: [
        "2023-02-29", "1900-02-29", "2020-02-30", "2020-13-01", "2020-00-10", "2020-6-15", "20200615", " 2020-06-15", "2020-06-15\0", "",
        "-020-06-15", "+020-06-15", "٢٠٢٠-٠٦-١٥", "2020-06-1\u{301}", "2020/06/15",
    ])
    func `what is no ISO day is refused`(iso: String) { #expect(Day(iso: iso) == nil) }

    @Test(arguments: ["15-06-1987", "15/6/1987", "15 6 1987", "1987-06-15", "15.06.1987", " 15 - 6 - 1987 ", "15061987", "1987/6/15"])
    func `a birth date may be typed in many ways`(typed: String) { #expect(Day(typed: typed)?.iso == "1987-06-15") }

    @Test(arguments: [
        "15-06-87", "06-15-1987", "31-02-1987", "29-02-2023", "29-02-1900", "15-06-1087", "19870615", "15-06", "15-06-1987-1",
        "15 Juni 1987",
        "", "   ", "15-06-1987\0", "15\u{301}-06-1987", "+15-06-1987",
        String(repeating: "1-", count: 100_000),
    ])
    func `a birth date that is unclear or impossible is refused`(typed: String) { #expect(Day(typed: typed) == nil) }

    @Test func `29 February is taken in leap years`() {
        #expect(Day(typed: "29-02-2000")?.iso == "2000-02-29")
        #expect(Day(typed: "29/2/1988")?.text(.id) == "Senin, 29 Februari 1988")
    }
}
