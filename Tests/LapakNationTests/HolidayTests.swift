import LapakDomain
import LapakNation
import Testing

@Suite struct HolidayTests {
    @Test func holidaysAreInOrderAndAtMostOneADay() {
        let days = ExampleNation.holidays.map(\.day)
        #expect(days == days.sorted())
        #expect(Set(days).count == days.count)
    }

    @Test func theDecreeOf2026HasSeventeenHolidaysAndEightDaysOfJointLeave() {
        let year = ExampleNation.holidays.filter { $0.day.date.year == 2026 }
        #expect(year.filter { $0.name.hasPrefix("Cuti bersama") }.count == 8)
        #expect(year.count == 25)
        #expect(year.allSatisfy { $0.confirmed && $0.source.hasPrefix("SKB 3 Menteri") })
    }

    @Test func of2027OnlyTheDaysWithAFixedDateAreConfirmed() {
        let confirmed = ExampleNation.holidays.filter { $0.day.date.year == 2027 && $0.confirmed }
        #expect(confirmed.map { "\($0.day.date.month)/\($0.day.date.day)" } == ["1/1", "5/1", "6/1", "8/17", "12/25"])
    }

    @Test func jointLeaveNeverFallsOnAWeekend() {
        for holiday in ExampleNation.holidays where holiday.name.hasPrefix("Cuti bersama") {
            #expect(holiday.day.weekday.rawValue < Weekday.saturday.rawValue, "\(holiday.name)")
        }
    }
}
