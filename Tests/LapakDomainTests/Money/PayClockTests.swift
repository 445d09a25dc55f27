import LapakDomain
import Testing

/// Five working days, by the branch's calendar.
@Suite struct PayClockTests {
    private let clock = PayClock()

    private func day(_ year: Int, _ month: Int, _ day: Int) -> Day { Day(year: year, month: month, day: day)! }

    @Test func `complete on Friday at four in Jayapura counts from Monday`() {
        let complete = day(2026, 6, 5).at(ClockTime(16, 0), in: .wit)
        #expect(clock.dayZero(complete: complete, in: .wit, holidays: []) == day(2026, 6, 8))
        #expect(clock.due(complete: complete, in: .wit, holidays: []) == day(2026, 6, 15))
        // The same moment is early afternoon in Jakarta.
        #expect(clock.due(complete: complete, in: .wib, holidays: []) == day(2026, 6, 12))
    }

    @Test func `Lebaran and its shared leave do not count`() {
        let holidays = Set((18...24).map { day(2026, 3, $0) })
        let complete = day(2026, 3, 16).at(ClockTime(10, 0), in: .wib)
        #expect(clock.due(complete: complete, in: .wib, holidays: holidays) == day(2026, 3, 30))
    }

    @Test func `the year's end is no end`() {
        let holidays: Set = [day(2026, 12, 25), day(2027, 1, 1)]
        let complete = day(2026, 12, 24).at(ClockTime(9, 0), in: .wita)
        #expect(clock.due(complete: complete, in: .wita, holidays: holidays) == day(2027, 1, 4))
    }

    @Test func `a holiday decreed later moves no day that was told`() {
        let complete = day(2026, 6, 1).at(ClockTime(9, 0), in: .wib)
        let told = clock.due(complete: complete, in: .wib, holidays: [])
        #expect(told == day(2026, 6, 8))
        #expect(clock.due(complete: complete, in: .wib, holidays: [day(2026, 6, 4)], told: told) == told)
        // A holiday that falls away may bring it forward.
        #expect(clock.due(complete: complete, in: .wib, holidays: [], told: day(2026, 6, 9)) == told)
    }

    @Test func `only the member's own days of mending move a told day`() {
        #expect(clock.due(told: day(2026, 6, 8), pausedFor: 2, holidays: [day(2026, 6, 9)]) == day(2026, 6, 11))
    }

    @Test func `the branch hears on the third day, the nation on the fourth`() {
        let due = day(2026, 6, 8)
        let heard = [1, 2, 3, 4, 5, 6, 7, 8, 9].map { clock.escalation(due: due, on: day(2026, 6, $0), holidays: []) }
        #expect(heard == [.none, .none, .none, .branch, .nation, .nation, .nation, .nation, .late])
    }
}
