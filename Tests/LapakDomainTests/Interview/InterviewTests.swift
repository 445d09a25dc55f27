import Testing

@testable import LapakDomain

/// An interview of someone whose papers are ready, on Monday at the appointment's hour.
struct Seat {
    static let policy = Policy()
    static let nine = Papers.monday.at(ClockTime(9, 0), in: .wib)
    static let staff = ID<Staff>(7)
    var claim = Papers(phase: .ready).claim
    var interview: Interview
    var session = OfficerSession(id: ID(20), staff: staff, branch: ID(3), seats: 6, opened: nine, seen: nine)

    init(_ phase: Interview.Phase = .lobby, id: Int64 = 21) throws {
        interview = Interview(
            id: ID(id), claim: ID(13), booking: ID(11), branch: ID(3), start: Self.nine, since: Self.nine, entered: Self.nine,
            priority: false,
            rung: .video, progress: Self.nine, consent: Interview.consentVersion)
        if phase == .lobby { return }
        if phase == .left {
            _ = try interview.leave(at: Self.nine)
            return
        }
        _ = try interview.call(to: session, seat: 2, policy: Self.policy, at: Self.nine)
        if phase == .called { return }
        if phase == .missed {
            _ = try interview.miss(at: Self.nine)
            return
        }
        _ = try interview.answer(wanted: [.ktp, .bankBook], prechecked: false, questions: InterviewQuestion.draw(3), at: Self.nine)
        while interview.phase != phase { try goOn() }
    }

    var known: InterviewCheck.Known {
        InterviewCheck.Known(claim: claim, member: nil, dossier: Papers.dossier(.accepted), zone: .wib)
    }
    var rows: [InterviewCheck] { InterviewCheck.rows(of: interview, known, policy: Self.policy) }

    mutating func markAll(at now: Instant = nine) throws {
        for row in rows where row.needsHand { _ = try interview.mark(row.subject, fits: true, among: rows, by: Self.staff, at: now) }
    }

    /// The one next step, whoever has it.
    mutating func goOn(at now: Instant = nine) throws {
        switch interview.phase {
        case .filling: _ = try interview.confirmData(at: now)
        case .originals: for paper in interview.missing { try capture(paper, at: now) }
        case .summary: _ = try interview.agree(at: now)
        case .ready, .shown, .agreed:
            try markAll(at: now)
            _ = try interview.accept(rows, by: Self.staff, policy: Self.policy, at: now)
        case .deciding: _ = try interview.settle(at: now + Self.policy.interviews.undo)
        default: throw Refusal.interviewPhase(interview.phase)
        }
    }

    mutating func capture(_ paper: Paper, at now: Instant = nine) throws {
        _ = try interview.add(Capture(kind: .paper(paper), evidence: ID(30)), sha256: "cc", at: now)
    }
}

@Suite struct InterviewTests {
    enum Verb: String, CaseIterable {
        case call, callAgain, answer, confirmData, capture, mark, accept, giveBack, agree, decide, settle, pause, leave, miss, help
    }

    static let allowed: [Verb: Set<Interview.Phase>] = [
        .call: [.lobby], .callAgain: [.called], .answer: [.called], .confirmData: [.filling],
        .capture: [.filling, .ready, .originals, .shown, .summary, .agreed],
        .mark: [.ready, .shown, .agreed], .accept: [.ready, .shown, .agreed], .giveBack: [.ready, .shown, .agreed], .agree: [.summary],
        .decide: [.filling, .ready, .originals, .shown, .summary, .agreed], .settle: [.deciding],
        .pause: [.called, .filling, .ready, .originals, .shown, .summary, .agreed],
        .leave: [.lobby, .called, .filling, .ready, .originals, .shown, .summary, .agreed], .miss: [.called],
        .help: [.filling, .ready, .originals, .shown, .summary, .agreed],
    ]

    @Test(arguments: Verb.allCases, Interview.Phase.allCases)
    func `a verb works in the phases that the diagram shows, and in no other`(verb: Verb, phase: Interview.Phase) throws {
        let seat = try Seat(phase)
        let rows = seat.rows
        var interview = seat.interview
        let now = Seat.nine + .seconds(7)
        let refusal = refused {
            switch verb {
            case .call: _ = try interview.call(to: seat.session, seat: 1, policy: Seat.policy, at: now)
            case .callAgain: _ = try interview.callAgain(policy: Seat.policy, at: now)
            case .answer: _ = try interview.answer(wanted: [], prechecked: true, questions: [], at: now)
            case .confirmData: _ = try interview.confirmData(at: now)
            case .capture: _ = try interview.add(Capture(kind: .face, evidence: ID(31)), sha256: "", at: now)
            case .mark: _ = try interview.mark(rows.first?.subject ?? .face, fits: true, among: rows, by: Seat.staff, at: now)
            case .accept:
                for row in rows where phase.isOfficers {
                    _ = try interview.mark(row.subject, fits: true, among: rows, by: Seat.staff, at: now)
                }
                _ = try interview.accept(rows, by: Seat.staff, policy: Seat.policy, at: now)
            case .giveBack: _ = try interview.giveBack(.nik, .nameDiffers, by: Seat.staff, policy: Seat.policy, at: now)
            case .agree: _ = try interview.agree(at: now)
            case .decide: _ = try interview.decide(.reject(.notEligible), by: Seat.staff, policy: Seat.policy, at: now)
            case .settle: _ = try interview.settle(at: now)
            case .pause: _ = try interview.pause(.parked, policy: Seat.policy, at: now)
            case .leave: _ = try interview.leave(at: now)
            case .miss: _ = try interview.miss(at: now)
            case .help: _ = try interview.ask(.help, at: now)
            }
        }
        let isAllowed = try #require(Self.allowed[verb]).contains(phase)
        #expect(refusal == (isAllowed ? nil : .interviewPhase(phase)))
    }

    @Test func `papers that were accepted before the day leave the first touch out, and its rows stand at the second`() throws {
        var seat = try Seat(.called)
        _ = try seat.interview.answer(wanted: [.ktp], prechecked: true, questions: [.mother, .ended], at: Seat.nine)
        try seat.goOn()
        #expect(seat.interview.phase == .originals)
        #expect(seat.rows.map(\.subject).prefix(4) == [.nik, .names, .waiting, .papers])
        #expect(seat.rows.map(\.subject).dropFirst(4) == [.face, .identity, .answers])
    }

    @Test func `Enter refuses while a row waits for eyes, and while one does not fit`() throws {
        var seat = try Seat(.shown)
        let rows = seat.rows
        let open = refused { _ = try seat.interview.accept(rows, by: Seat.staff, policy: Seat.policy, at: Seat.nine) }
        #expect(open == .rowOpen(rows[0].title))
        try seat.markAll()
        _ = try seat.interview.mark(.face, fits: false, among: rows, by: Seat.staff, at: Seat.nine)
        let differs = refused { _ = try seat.interview.accept(rows, by: Seat.staff, policy: Seat.policy, at: Seat.nine) }
        #expect(differs == .rowDiffers(rows[0].title))
        #expect(seat.interview.phase == .shown)
    }

    @Test func `what the member writes asks for the officer, and the answer ends that`() throws {
        func writing(_ staff: ID<Staff>?, at now: Instant) -> Writing {
            Writing(id: ID(33), interview: ID(21), claim: ID(13), staff: staff, at: now, box: "")
        }
        var seat = try Seat(.filling)
        let later = Seat.nine + .seconds(5)
        #expect(
            try seat.interview.add(writing(nil, at: later)) == [
                .interview(.written(interview: ID(21), claim: ID(13), writing: ID(33), by: nil)),
                .interview(.stuck(interview: ID(21), claim: ID(13), why: .wrote)),
            ])
        #expect((seat.interview.needed, seat.interview.stuck) == (later, .wrote))
        // A second word does not ask a second time, but help is more.
        #expect(try seat.interview.add(writing(nil, at: later)).count == 1)
        _ = try seat.interview.ask(.help, at: later)
        _ = try seat.interview.add(writing(Seat.staff, at: later))
        #expect(seat.interview.stuck == .help)
        var other = try Seat(.shown)
        _ = try other.interview.add(writing(nil, at: later))
        _ = try other.interview.add(writing(Seat.staff, at: later))
        #expect((other.interview.stuck, other.interview.needed) == (nil, Seat.nine))
        var called = try Seat(.called)
        #expect(refused { _ = try called.interview.add(writing(nil, at: later)) } == .interviewPhase(.called))
    }

    @Test func `words are at most 500 signs as a browser counts them, with one kind of line end`() throws {
        #expect(try Writing.words("satu\r\ndua\rtiga") == "satu\ndua\ntiga")
        #expect(try Writing.words(String(repeating: "a", count: 500)).count == 500)
        for typed in ["", " \r\n ", String(repeating: "a", count: 501), String(repeating: "👍", count: 251)] {
            #expect(throws: Refusal.self) { try Writing.words(typed) }
        }
    }

    @Test func `the officer's step can be taken back for six seconds, with every mark as it was`() throws {
        var seat = try Seat(.shown)
        try seat.markAll()
        let before = seat.interview
        _ = try seat.interview.accept(seat.rows, by: Seat.staff, policy: Seat.policy, at: Seat.nine)
        var late = seat.interview
        #expect(refused { _ = try late.takeBack(by: Seat.staff, at: Seat.nine + .seconds(6)) } == .undoGone)
        let event = try seat.interview.takeBack(by: Seat.staff, at: Seat.nine + .milliseconds(5999))
        #expect(event == .interview(.stepUndone(interview: ID(21), from: .summary, to: .shown, by: Seat.staff)))
        #expect((seat.interview.phase, seat.interview.marks, seat.interview.needed) == (.shown, before.marks, before.needed))
    }

    @Test func `nothing is taken back once the member went on`() throws {
        var seat = try Seat(.summary)
        _ = try seat.interview.agree(at: Seat.nine + .seconds(1))
        #expect(refused { _ = try seat.interview.takeBack(by: Seat.staff, at: Seat.nine + .seconds(2)) } == .undoGone)
    }

    @Test func `a mismatch of the KTP asks for the KTP again and for nothing else; the second one is stuck`() throws {
        var seat = try Seat(.shown)
        _ = try seat.interview.giveBack(.identity, .illegible, by: Seat.staff, policy: Seat.policy, at: Seat.nine)
        #expect((seat.interview.phase, seat.interview.missing, seat.interview.stuck) == (.originals, [.ktp], nil))
        try seat.capture(.ktp)
        #expect(seat.interview.phase == .shown)
        let events = try seat.interview.giveBack(.identity, .illegible, by: Seat.staff, policy: Seat.policy, at: Seat.nine)
        #expect(seat.interview.stuck == .mismatches)
        #expect(events.last == .interview(.stuck(interview: ID(21), claim: ID(13), why: .mismatches)))
    }

    @Test func `ninety seconds without a sign of life are stuck, and a touch ends it`() throws {
        var seat = try Seat(.filling)
        #expect(seat.interview.noticeStandstill(policy: Seat.policy, at: Seat.nine + .milliseconds(89_999)) == nil)
        #expect(seat.interview.noticeStandstill(policy: Seat.policy, at: Seat.nine + .seconds(90)) != nil)
        #expect(seat.interview.needed != nil)
        seat.interview.live(at: Seat.nine + .seconds(91))
        #expect((seat.interview.stuck, seat.interview.needed) == (nil, nil))
    }

    @Test func `help lies over a phase and nothing is lost when it is over`() throws {
        var seat = try Seat(.originals)
        try seat.capture(.ktp)
        _ = try seat.interview.ask(.help, at: Seat.nine)
        let events = try seat.interview.accept(seat.rows, by: Seat.staff, policy: Seat.policy, at: Seat.nine)
        #expect(events == [.interview(.relieved(interview: ID(21), by: Seat.staff))])
        #expect((seat.interview.phase, seat.interview.missing, seat.interview.stuck) == (.originals, [.bankBook], nil))
    }

    @Test(arguments: [Interview.Phase.filling, .ready, .originals, .shown, .summary, .agreed])
    func `whoever was parked goes on where they were`(phase: Interview.Phase) throws {
        var seat = try Seat(phase)
        let captures = seat.interview.captures
        _ = try seat.interview.pause(.parked, policy: Seat.policy, at: Seat.nine)
        #expect((seat.interview.phase, seat.interview.seat, seat.interview.notBefore) == (.lobby, nil, Seat.nine + .minutes(10)))
        _ = try seat.interview.call(to: seat.session, seat: 5, policy: Seat.policy, at: Seat.nine + .minutes(10))
        _ = try seat.interview.answer(wanted: [], prechecked: true, questions: [], at: Seat.nine + .minutes(10))
        #expect((seat.interview.phase, seat.interview.seat, seat.interview.captures) == (phase, 5, captures))
    }

    @Test func `the lobby opens half an hour before, and only with consent`() throws {
        let claim = Papers(phase: .ready).claim
        var booking = Papers.booking(in: Papers().slot)
        let opens = booking.start - .minutes(30)
        func enter(_ consents: Bool, _ now: Instant) -> Refusal? {
            refused {
                _ = try Interview.enter(
                    ID(1), claim: claim, booking: &booking, priority: false, rung: .video, consents: consents, policy: Seat.policy, at: now)
            }
        }
        #expect(enter(true, Papers.before(opens)) == .notYet(opens))
        guard case .invalid("setuju", _)? = enter(false, opens) else { return #expect(Bool(false), "consent was not asked") }
        #expect(enter(true, opens) == nil)
        #expect(booking.phase == .checkedIn)
    }
}

@Suite struct AttentionTests {
    func seat(_ phase: Interview.Phase, waited seconds: Int, place: Int = 1, stuck: Bool = false) throws -> Interview {
        var interview = try Seat(phase).interview
        interview.needed = Seat.nine - .seconds(seconds)
        interview.seat = place
        if stuck { interview.stuck = .help }
        return interview
    }

    @Test func `help comes first, then who has waited, with small boosts; who waits over three minutes comes before all`() throws {
        let interviews = [
            try seat(.ready, waited: 70, place: 1), try seat(.shown, waited: 40, place: 2), try seat(.agreed, waited: 35, place: 3),
            try seat(.filling, waited: 1, place: 4, stuck: true), try seat(.ready, waited: 181, place: 5),
        ]
        let list = Attention.list(interviews, policy: Seat.policy, at: Seat.nine)
        #expect(list.map(\.seat) == [5, 4, 3, 1, 2])
    }

    @Test func `who needs nobody is not in the list`() throws {
        #expect(Attention.list([try Seat(.filling).interview], policy: Seat.policy, at: Seat.nine) == [])
    }

    @Test func `about one claim in twenty asks for an automatic row by hand, always the same ones`() throws {
        let audited = try (0..<2000).filter { number in
            var seat = try Seat(.ready, id: 1_000_003 + Int64(number) * 65_537)
            seat.claim = Papers(phase: .ready).claim
            return seat.rows.contains(where: \.isAudited)
        }
        #expect((60...140).contains(audited.count))
    }

    @Test func `the figures suggest fewer seats when busy and more when people wait`() throws {
        func figures(_ busySeconds: Int, seats: Int = 4, open: Span = .minutes(20)) -> SessionFigures {
            let touch = Touch(
                id: ID(1), session: ID(20), staff: Seat.staff, branch: ID(3), interview: ID(21), phase: .shown, waited: .seconds(30),
                begun: Seat.nine, ended: Seat.nine + .seconds(busySeconds))
            return SessionFigures(seats: seats, done: 4, stuck: 0, touches: [touch], lasted: [.minutes(15)], open: open)
        }
        #expect(figures(1000).suggestion(waiting: 3) == .lower(3))
        #expect(figures(500).suggestion(waiting: 3) == .raise(5))
        #expect(figures(500).suggestion(waiting: 0) == nil)
        #expect(figures(700).suggestion(waiting: 3) == nil)
        #expect(figures(1000, open: .minutes(14)).suggestion(waiting: 3) == nil)
        #expect(figures(500, seats: 6).suggestion(waiting: 3) == nil)
        #expect(figures(500).claimsPerHour == 12)
    }

    @Test func `five working days leave weekends and holidays out`() {
        let friday = Papers.monday + 4
        #expect(friday.adding(workingDays: 5, holidays: [Papers.monday + 8]) == Papers.monday + 14)
    }
}

extension Span {
    fileprivate static func milliseconds(_ n: Int64) -> Span { Span(milliseconds: n) }
}
