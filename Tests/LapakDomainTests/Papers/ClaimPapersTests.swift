import LapakDomain
import Testing

@Suite struct ClaimPapersTests {
    enum Verb: CaseIterable { case book, move, cancel, complete, missPapers, moveDeadline, remind, send }

    /// The verb at a moment that suits it, on a claim in `phase`.
    private func refusal(of verb: Verb, in phase: Claim.Phase) -> Refusal? {
        var papers = Papers(phase: phase)
        let (slot, policy, due) = (papers.slot, papers.policy, papers.due)
        let other = Papers.slot(in: .wib, day: 3, id: 22)
        return refused {
            switch verb {
            case .book: _ = try papers.claim.book(Papers.booking(in: slot), zone: .wib, policy: policy, at: Papers.thursday)
            case .move:
                _ = try papers.claim.move(
                    to: Papers.booking(in: other, id: 12), from: slot, zone: .wib, policy: policy, at: Papers.thursday)
            case .cancel: _ = try papers.claim.cancel(at: due)
            case .complete: _ = try papers.claim.complete(Papers.dossier(), slot: slot, zone: .wib, policy: policy, at: due)
            case .missPapers:
                _ = try papers.claim.missPapers(Papers.nothing, ticket: Papers.ticket(), slot: slot, zone: .wib, policy: policy, at: due)
            case .moveDeadline: _ = try papers.claim.moveDeadline(for: [], slot: slot, zone: .wib, policy: policy, at: due)
            case .remind:
                _ = try papers.claim.remind(slot: slot, zone: .wib, policy: policy, at: Papers.monday.at(ClockTime(9, 0), in: .wib))
            case .send: try papers.claim.papersOpen(at: Papers.thursday)
            }
        }
    }

    static let allowed: [Verb: Set<Claim.Phase>] = [
        .book: [.waiting], .move: [.booked, .ready], .cancel: [.waiting, .booked, .ready], .complete: [.booked], .missPapers: [.booked],
        .moveDeadline: [.booked], .remind: [.booked, .ready], .send: [.waiting, .booked, .ready],
    ]

    @Test(arguments: Verb.allCases, Claim.Phase.allCases)
    func `a verb works in the phases that the diagram shows, and in no other`(verb: Verb, phase: Claim.Phase) throws {
        let allowed = try #require(Self.allowed[verb]).contains(phase)
        #expect(refusal(of: verb, in: phase) == (allowed ? nil : .wrongPhase(phase)))
    }

    typealias Verdict = Claim.PapersVerdict
    static let verdicts: [(Document.Phase, before: Verdict, atDue: Verdict, atLatest: Verdict)] = [
        (.accepted, .complete, .complete, .complete), (.waiting, .open, .complete, .complete), (.checking, .open, .checking, .complete),
        (.returned, .open, .missed, .missed), (.refused, .open, .missed, .missed), (.withdrawn, .open, .missed, .missed),
        (.superseded, .open, .missed, .missed),
    ]

    @Test(arguments: verdicts)
    func `the last paper decides: before the deadline, at it, and an hour before the call`(
        phase: Document.Phase, before: Verdict, atDue: Verdict, atLatest: Verdict
    ) {
        let papers = Papers()
        let dossier = Papers.dossier(.accepted, last: phase)
        func verdict(_ now: Instant) -> Verdict {
            papers.claim.verdict(on: dossier, slot: papers.slot, zone: .wib, policy: papers.policy, at: now)
        }
        #expect(verdict(Papers.before(papers.due)) == before)
        #expect(verdict(papers.due) == atDue)
        #expect(verdict(Papers.before(papers.latest)) == atDue)
        #expect(verdict(papers.latest) == atLatest)
    }

    @Test(arguments: verdicts) func `both verbs obey the verdict`(phase: Document.Phase, _: Verdict, atDue: Verdict, _: Verdict) {
        var (ready, missed) = (Papers(), Papers())
        let (dossier, slot, policy, due) = (Papers.dossier(.accepted, last: phase), ready.slot, ready.policy, ready.due)
        let complete = refused { _ = try ready.claim.complete(dossier, slot: slot, zone: .wib, policy: policy, at: due) }
        let miss = refused {
            _ = try missed.claim.missPapers(dossier, ticket: Papers.ticket(), slot: slot, zone: .wib, policy: policy, at: due)
        }
        switch atDue {
        case .open: Issue.record("nothing is open at the deadline")
        case .checking: #expect((complete, miss) == (.papersChecking, .papersChecking))
        case .complete: #expect((complete, miss) == (nil, .papersThere))
        case .missed: #expect((complete, miss) == (.papersMissing(1), nil))
        }
    }

    @Test func `nothing is decided early, unless everything is accepted`() throws {
        var papers = Papers()
        let (slot, policy, due, early) = (papers.slot, papers.policy, papers.due, Papers.before(papers.due))
        #expect(
            refused { _ = try papers.claim.complete(Papers.dossier(), slot: slot, zone: .wib, policy: policy, at: early) }
                == .notYet(due))
        #expect(
            refused {
                _ = try papers.claim.missPapers(Papers.nothing, ticket: Papers.ticket(), slot: slot, zone: .wib, policy: policy, at: early)
            } == .notYet(due))
        #expect(
            try papers.claim.complete(Papers.dossier(.accepted), slot: slot, zone: .wib, policy: policy, at: early)
                == .claim(.papersComplete(claim: ID(13))))
        #expect(papers.claim.phase == .ready)
    }

    @Test func `who missed the deadline stands in line again, without the place`() throws {
        var papers = Papers()
        let event = try papers.claim.missPapers(
            Papers.dossier(.accepted, last: .returned), ticket: Papers.ticket(), slot: papers.slot, zone: .wib, policy: papers.policy,
            at: papers.due)
        #expect(event == .claim(.papersMissed(claim: ID(13), booking: ID(11), slot: ID(20), ticket: ID(14))))
        #expect((papers.claim.phase, papers.claim.booking, papers.claim.slot, papers.claim.ticket) == (.waiting, nil, nil, ID(14)))
        #expect((papers.claim.papersDue, papers.claim.remindAt) == (nil, nil))
        #expect(refused { try papers.claim.papersOpen(at: papers.due) } == nil)
        _ = try papers.claim.book(Papers.booking(in: papers.slot), zone: .wib, policy: papers.policy, at: papers.due)
        #expect(papers.claim.phase == .booked)
    }

    @Test func `a moved claim keeps its papers and has a new deadline`() throws {
        var papers = Papers(phase: .ready)
        let other = Papers.slot(in: .wib, day: 3, id: 22)
        let event = try papers.claim.move(
            to: Papers.booking(in: other, id: 12), from: papers.slot, zone: .wib, policy: papers.policy,
            at: Papers.before(papers.slot.start))
        #expect(event == .claim(.moved(claim: ID(13), from: ID(11), to: ID(12), slot: ID(22), freed: ID(20))))
        #expect((papers.claim.phase, papers.claim.papersDue) == (.booked, papers.due + .days(2)))
    }

    @Test func `who is late with papers cannot escape by moving`() {
        var papers = Papers()
        let other = Papers.slot(in: .wib, day: 3, id: 22)
        let booking = Papers.booking(in: other, id: 12)
        #expect(
            refused {
                _ = try papers.claim.move(to: booking, from: papers.slot, zone: .wib, policy: papers.policy, at: papers.due)
            }
                == .papersLate)
    }

    @Test func `another person's ticket, or one that does not wait, is no place in line`() {
        for ticket in [Papers.ticket(claim: 99), Papers.ticket(.served), Papers.ticket(.offered), Papers.ticket(.withdrawn)] {
            var papers = Papers()
            let (slot, policy, due) = (papers.slot, papers.policy, papers.due)
            #expect(
                refused {
                    _ = try papers.claim.missPapers(Papers.nothing, ticket: ticket, slot: slot, zone: .wib, policy: policy, at: due)
                } == .notWaiting)
            #expect(papers.claim == Papers().claim)
        }
    }
}
