import LapakDomain
import Testing

@Suite struct DeadlineTests {
    /// Hours and minutes relative to midnight before the interview, WIB; the interview is at 09.00.
    private static func at(_ hours: Int, _ minutes: Int = 0) -> Instant { Papers().due + .hours(hours) + .minutes(minutes) }
    private static func outage(_ from: Instant, _ until: Instant?) -> Outage { Outage(id: ID(1), kind: .storage, from: from, until: until) }
    private let deadline = Deadline(start: Papers().slot.start, zone: .wib, policy: FilePolicy())

    private func moved(_ outages: [Outage], at now: Instant = at(12)) -> Instant {
        deadline.extended(by: outages, policy: FilePolicy(), at: now)
    }

    struct Example: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let outages: [(from: Instant, until: Instant?)]
        let due: Instant
    }

    static let examples = [
        Example(testDescription: "none", outages: [], due: at(0)),
        Example(testDescription: "one hour in the evening", outages: [(at(-3), at(-2))], due: at(1)),
        Example(testDescription: "to the minute before midnight", outages: [(at(0, -1), at(0))], due: at(0, 1)),
        Example(testDescription: "over before the window", outages: [(at(-9), at(-6))], due: at(0)),
        Example(testDescription: "half before the window", outages: [(at(-8), at(-4))], due: at(2)),
        Example(testDescription: "the whole window", outages: [(at(-6), at(0))], due: at(6)),
        Example(testDescription: "two apart", outages: [(at(-5), at(-4)), (at(-2), at(-1))], due: at(2)),
        Example(testDescription: "two that overlap count once", outages: [(at(-3), at(-1)), (at(-2), at(0))], due: at(3)),
        Example(testDescription: "one inside the other", outages: [(at(-4), at(-1)), (at(-3), at(-2))], due: at(3)),
        Example(testDescription: "the same twice", outages: [(at(-3), at(-1)), (at(-3), at(-1))], due: at(2)),
        Example(testDescription: "in any order", outages: [(at(-2), at(0)), (at(-3), at(-1))], due: at(3)),
        Example(testDescription: "on past midnight: the lost hour comes after it", outages: [(at(-1), at(2))], due: at(3)),
        Example(testDescription: "begun at the deadline", outages: [(at(0), at(2))], due: at(0)),
        Example(testDescription: "begun in the time that another gave", outages: [(at(-2), at(-1)), (at(0, 30), at(1))], due: at(1, 30)),
        Example(testDescription: "never past one hour before the call", outages: [(at(-6), at(3))], due: at(8)),
        Example(testDescription: "over before it began", outages: [(at(-2), at(-3))], due: at(0)),
    ]

    @Test(arguments: examples) func `our outages move the deadline by the time they took`(example: Example) {
        #expect(moved(example.outages.map { Self.outage($0.from, $0.until) }) == example.due)
    }

    @Test func `one that still lasts is taken to last an hour more`() {
        let outage = [Self.outage(Self.at(-1), nil)]
        #expect(moved(outage, at: Self.at(-1)) == Self.at(1))
        #expect(moved(outage, at: Self.at(0)) == Self.at(2))
        #expect(moved(outage, at: Self.at(2)) == Self.at(4))
        #expect(moved(outage, at: Self.at(20)) == Self.at(8))
    }

    @Test func `the first end that was told stays`() {
        var outage = Outage(id: ID(1), kind: .checks, from: Self.at(-1))
        outage.end(at: Self.at(0))
        outage.end(at: Self.at(5))
        #expect(outage.until == Self.at(0))
        var backwards = Outage(id: ID(1), kind: .network, from: Self.at(-1))
        backwards.end(at: Self.at(-2))
        #expect(backwards.until == Self.at(-1))
    }

    @Test(arguments: Zone.allCases) func `papers are due at the branch's own midnight, to the millisecond`(zone: Zone) throws {
        let papers = Papers(in: zone)
        #expect(papers.due == Instant(seconds: Int64(Papers.monday.number + 1) * 86_400 - zone.offset))
        #expect(papers.claim.papersDue == papers.due)
        #expect(papers.slot.papersDue(in: zone) == papers.due)
        #expect(refused { try papers.claim.papersOpen(at: Papers.before(papers.due)) } == nil)
        #expect(refused { try papers.claim.papersOpen(at: papers.due) } == .papersLate)
        let before = papers.claim.verdict(
            on: Papers.nothing, slot: papers.slot, zone: zone, policy: papers.policy, at: Papers.before(papers.due))
        let after = papers.claim.verdict(on: Papers.nothing, slot: papers.slot, zone: zone, policy: papers.policy, at: papers.due)
        #expect((before, after) == (.open, .missed))
    }

    @Test func `east is first: the same evening is in time in Jakarta and late in Jayapura`() {
        let moment = Papers.monday.at(ClockTime(22, 30), in: .wib)
        let late = Zone.allCases.map { zone in refused { try Papers(in: zone).claim.papersOpen(at: moment) } }
        #expect(late == [nil, nil, .papersLate])
    }

    @Test func `a claim's deadline is moved once for the same outages, and never back`() throws {
        var papers = Papers()
        func move(_ outages: [Outage], at now: Instant) throws -> Event? {
            try papers.claim.moveDeadline(for: outages, slot: papers.slot, zone: .wib, policy: papers.policy, at: now)
        }
        let two = [Self.outage(Self.at(-3), Self.at(-1))]
        #expect(try move([], at: Self.at(0)) == nil)
        #expect(try move(two, at: Self.at(0)) == .claim(.deadlineMoved(claim: ID(13), from: Self.at(0), to: Self.at(2))))
        #expect(try move(two, at: Self.at(0)) == nil)
        #expect(try move([Self.outage(Self.at(-3), Self.at(-2))], at: Self.at(0)) == nil)
        #expect(papers.claim.papersDue == Self.at(2))
        #expect(refused { try papers.claim.papersOpen(at: Papers.before(Self.at(2))) } == nil)
        #expect(refused { try papers.claim.papersOpen(at: Self.at(2)) } == .papersLate)
    }

    @Test func `an interview right after midnight still has its deadline`() {
        let start = Papers().due + .minutes(30)
        let early = Deadline(start: start, zone: .wib, policy: FilePolicy())
        #expect((early.due, early.latest) == (Self.at(0), Self.at(0)))
    }
}
