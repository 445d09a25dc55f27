import LapakDomain
import Testing

@Suite struct ReminderTests {
    /// 09.00 so many days before the interview.
    private func nine(_ daysBefore: Int, _ zone: Zone = .wib) -> Instant { (Papers.monday + 1 - daysBefore).at(ClockTime(9, 0), in: zone) }

    @Test(arguments: Zone.allCases) func `three, two and one day before, at nine by the branch's clock`(zone: Zone) {
        let schedule = ReminderSchedule(start: Papers(in: zone).slot.start, zone: zone, policy: Policy())
        #expect(schedule.reminders.map(\.daysBefore) == [3, 2, 1])
        #expect(schedule.reminders.map(\.moment) == [nine(3, zone), nine(2, zone), nine(1, zone)])
    }

    @Test func `only those count that lie ahead when the place is taken`() throws {
        for (now, expected) in [
            (Papers.before(nine(3)), nine(3)), (nine(3), nine(2)), (nine(2), nine(1)), (Papers.before(nine(1)), nine(1)), (nine(1), nil),
        ] {
            var papers = Papers(phase: .waiting)
            _ = try papers.claim.book(Papers.booking(in: papers.slot), zone: .wib, policy: papers.policy, at: now)
            #expect(papers.claim.remindAt == expected)
        }
    }

    @Test func `each goes out once and says which it is`() throws {
        var papers = Papers()
        var told: [Event?] = []
        for days in [3, 2, 1] {
            #expect(papers.claim.remindAt == nine(days))
            let early = refused {
                _ = try papers.claim.remind(slot: papers.slot, zone: .wib, policy: papers.policy, at: Papers.before(nine(days)))
            }
            #expect(early == .notYet(nine(days)))
            told.append(try papers.claim.remind(slot: papers.slot, zone: .wib, policy: papers.policy, at: nine(days)))
        }
        #expect(told == [3, 2, 1].map { .claim(.papersReminder(claim: ID(13), daysBefore: $0)) })
        #expect(papers.claim.remindAt == nil)
        #expect(
            refused { _ = try papers.claim.remind(slot: papers.slot, zone: .wib, policy: papers.policy, at: nine(0)) }
                == .wrongPhase(.booked))
    }

    @Test func `after a pause of ours only the latest goes out, and none on the day itself`() throws {
        var papers = Papers()
        #expect(
            try papers.claim.remind(slot: papers.slot, zone: .wib, policy: papers.policy, at: nine(2) + .hours(1))
                == .claim(.papersReminder(claim: ID(13), daysBefore: 2)))
        #expect(papers.claim.remindAt == nine(1))
        #expect(try papers.claim.remind(slot: papers.slot, zone: .wib, policy: papers.policy, at: papers.due) == nil)
        #expect(papers.claim.remindAt == nil)
    }

    @Test func `whose papers are complete is reminded of the interview only, on the last day`() {
        let papers = Papers(phase: .ready)
        #expect(papers.claim.remindAt == nine(1))
    }
}
