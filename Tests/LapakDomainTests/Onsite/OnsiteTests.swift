import LapakDomain
import Testing

@Suite struct OnsiteTests {
    static let branch = Branch(
        id: ID(3), code: "siak", name: "Siak", region: ID(1), zone: .wib, city: "Siak", latitude: 0, longitude: 0, officers: 4, ratio: 4)
    static let nine = (Papers.monday + 1).at(ClockTime(9, 0), in: .wib)

    /// Where A-017 stands that has nine o'clock.
    static let place = nine + Span(milliseconds: 34)

    // MARK: Numbers

    @Test(arguments: [(1, "A-001"), (17, "A-017"), (999, "A-999"), (1000, "B-001"), (QueueNumber.most, "Z-999")])
    func `a number is a letter and three digits`(ordinal: Int, text: String) throws {
        let number = try #require(QueueNumber(ordinal: ordinal))
        #expect(number.text == text)
        #expect(QueueNumber(text) == number)
    }

    @Test(arguments: ["a 17", "A017", "a-17", " A - 0 1 7 "]) func `people write it in many ways`(text: String) {
        #expect(QueueNumber(text)?.text == "A-017")
    }

    @Test(arguments: ["", "A", "17", "A-000", "A-1000", "AA-1", "Ä-017", "A-1.7", "A17B"]) func `anything else is no number`(
        text: String
    ) {
        #expect(QueueNumber(text) == nil)
    }

    @Test func `it is spoken sign by sign`() {
        #expect(QueueNumber("A-037")?.spoken == ["a", "nol", "tiga", "tujuh"])
    }

    @Test func `a roll gives every number once, a block at a time, until the letters are used up`() throws {
        var roll = NumberRoll(branch: ID(3), day: Papers.monday)
        let (first, block, next) = (try roll.take(1), try roll.take(200), try roll.take(1))
        #expect((first[0].text, block[0].text, block[199].text, next[0].text) == ("A-001", "A-002", "A-201", "A-202"))
        #expect(throws: Refusal.tooMany) { try roll.take(0) }
        var last = NumberRoll(branch: ID(3), day: Papers.monday, next: QueueNumber.most)
        #expect(throws: Refusal.tooMany) { try last.take(2) }
        #expect(try last.take(1).map(\.text) == ["Z-999"])
    }

    // MARK: The visit

    static func walkIn(origin: WalkIn.Origin = .yard, start: Instant = nine, at now: Instant = nine) -> WalkIn {
        let slot = Slot(id: ID(5), branch: branch.id, channel: .onsite, start: start, minutes: 30, planned: 4, taken: 1)
        let booking = Booking(
            id: ID(8), slot: slot.id, branch: branch.id, start: start, phase: .confirmed, proven: true, claim: ID(13), since: now, due: nil)
        return WalkIn.take(
            ID(1), number: QueueNumber("A-017")!, claim: ID(13), booking: booking, branch: branch, origin: origin, policy: Policy(), at: now
        ).0
    }

    static func check(
        _ walkIn: inout WalkIn, missing: [Paper] = [], priority: Priority? = nil, at now: Instant = nine
    ) throws {
        _ = try walkIn.check(
            seen: [.ktp], missing: missing, priority: priority, window: .minutes(30), by: ID(7), policy: Policy(), at: now)
    }

    @Test func `complete papers put a walkIn into the line, and a second look may take it out again`() throws {
        var walkIn = Self.walkIn()
        #expect((walkIn.phase, walkIn.arrived) == (.incomplete, Self.nine))
        try Self.check(&walkIn)
        #expect(walkIn.phase == .waiting)
        try Self.check(&walkIn, missing: [.bankBook])
        #expect((walkIn.phase, walkIn.missing) == (.incomplete, [.bankBook]))
    }

    @Test func `whoever comes after their window stands behind those who are there`() throws {
        var (early, late) = (Self.walkIn(origin: .home), Self.walkIn(origin: .home))
        try Self.check(&early, at: Self.nine + .minutes(30))
        try Self.check(&late, at: Self.nine + .minutes(31))
        #expect(early.order == Self.place)
        #expect(late.order == Self.nine + .minutes(31))
    }

    @Test func `priority counts once, and only what the policy publishes`() throws {
        var walkIn = Self.walkIn()
        try Self.check(&walkIn, priority: .pregnant)
        try Self.check(&walkIn, priority: .elderly)
        #expect((walkIn.priority, walkIn.order) == (.pregnant, Self.place - .minutes(45)))
        var policy = Policy()
        policy.onsite.priorities = [.disabled]
        var other = Self.walkIn()
        _ = try other.check(seen: [], missing: [], priority: .ill, window: .minutes(30), by: ID(7), policy: policy, at: Self.nine)
        #expect((other.priority, other.order) == (nil, Self.place))
    }

    @Test func `inside, set back, missed, back again, done: and nothing after the end`() throws {
        var walkIn = Self.walkIn()
        #expect(throws: Refusal.walkInPhase(.incomplete)) { try walkIn.admit(ID(4), at: Self.nine) }
        try Self.check(&walkIn)
        _ = try walkIn.admit(ID(4), at: Self.nine)
        #expect((walkIn.phase, walkIn.interview) == (.inside, ID(4)))
        #expect(throws: Refusal.walkInPhase(.inside)) { try Self.check(&walkIn) }
        _ = walkIn.setBack(behind: Self.nine + .minutes(9), at: Self.nine)
        #expect((walkIn.order, walkIn.setBacks) == (Self.nine + .minutes(9), 1))
        _ = walkIn.miss(at: Self.nine)
        #expect((walkIn.phase, walkIn.interview) == (.missed, nil))
        _ = try walkIn.comeBack(at: Self.nine + .hours(1))
        #expect((walkIn.phase, walkIn.order) == (.waiting, Self.nine + .hours(1)))
        #expect(walkIn.finish(.done, at: Self.nine) != nil && walkIn.finish(.left, at: Self.nine) == nil)
        #expect(throws: Refusal.walkInPhase(.done)) { try walkIn.comeBack(at: Self.nine) }
    }

    @Test func `nobody changes the order alone, or without a reason`() throws {
        var walkIn = Self.walkIn()
        #expect(throws: Refusal.notFound) { try walkIn.answer(true, by: ID(8), at: Self.nine) }
        #expect(throws: Refusal.self) { try walkIn.ask(order: Self.nine, reason: "12345", by: ID(7)) }
        _ = try walkIn.ask(order: Self.nine - .minutes(5), reason: "Sesak napas", by: ID(7))
        #expect(throws: Refusal.secondPerson) { try walkIn.answer(true, by: ID(7), at: Self.nine) }
        _ = try walkIn.answer(false, by: ID(8), at: Self.nine)
        #expect((walkIn.order, walkIn.asked, walkIn.moves.count) == (Self.place, nil, 0))
        _ = try walkIn.ask(order: Self.nine - .minutes(5), reason: "Sesak napas", by: ID(7))
        _ = try walkIn.answer(true, by: ID(8), at: Self.nine)
        #expect((walkIn.order, walkIn.moves.map(\.second)) == (Self.nine - .minutes(5), [ID(8)]))
    }

    @Test func `data that match late give the number its place`() {
        var walkIn = WalkIn.take(
            ID(1), number: QueueNumber("A-017")!, claim: nil, booking: nil, branch: Self.branch, origin: .yard, source: "k",
            policy: Policy(),
            at: Self.nine
        ).0
        walkIn.mismatch(Words("salah", "wrong"))
        #expect(walkIn.trouble != nil)
        let booking = Booking(
            id: ID(8), slot: ID(5), branch: Self.branch.id, start: Self.nine, phase: .confirmed, proven: true, claim: ID(13),
            since: Self.nine, due: nil)
        walkIn.match(ID(13), booking)
        #expect((walkIn.claim, walkIn.booking, walkIn.trouble) == (ID(13), ID(8), nil))
    }

    @Test func `a place for somebody who has a number already is made where there is none`() throws {
        var slot = Slot(id: ID(5), branch: ID(3), channel: .onsite, start: Self.nine, minutes: 30, planned: 1, taken: 1)
        let again = { (slot: inout Slot, promised: Bool) in
            try Booking.onsite(ID(9), in: &slot, for: ID(13), promised: promised, zone: .wib, policy: Policy(), at: Self.nine)
        }
        #expect(throws: Refusal.slotFull) { try again(&slot, false) }
        _ = try again(&slot, true)
        #expect((slot.taken, slot.capacity) == (2, 2))
    }

    // MARK: Papers in the yard

    private static func dismissal(_ documents: [Document] = []) -> Dossier {
        Dossier(
            .init(reason: .dismissal, rules: .permenaker4Of2022, balance: Rupiah(14_250_000), partialBefore: false), documents: documents)
    }

    @Test func `missing is what nobody saw and nothing whole was sent for; one of a group is enough`() {
        let none = Self.dismissal().missing(after: [])
        #expect(none.first == .kartuPeserta && none.contains(.labourOfficeReceipt) && !none.contains(.courtDecision))
        let seen: [Paper] = [.kartuPeserta, .ktp, .courtDecision, .facePhoto]
        #expect(Self.dismissal().missing(after: seen) == [.bankBook])
        #expect(Self.dismissal([Papers.document(.bankBook, .waiting)]).missing(after: seen) == [])
        #expect(Self.dismissal([Papers.document(.bankBook, .checking)]).missing(after: seen) == [.bankBook])
        #expect(Self.dismissal([Papers.document(.bankBook, .returned)]).missing(after: seen) == [.bankBook])
    }

    @Test func `under the camera comes what the yard saw, the identity card first, and never photos or forms`() {
        let seen: [Paper] = [.kartuPeserta, .ktp, .courtDecision, .facePhoto]
        #expect(Self.dismissal().originals(seen: seen) == [.ktp, .kartuPeserta, .courtDecision])
        let sent = Self.dismissal([Papers.document(.bankBook, .waiting), Papers.document(.jointAgreement, .waiting)])
        #expect(sent.originals(seen: [.ktp, .kartuPeserta]) == [.ktp, .kartuPeserta, .jointAgreement, .bankBook])
    }

    @Test func `the room's limit is the branch's own number, or two to a seat and five`() {
        var branch = Self.branch
        #expect(branch.roomLimit == 37)
        branch.room = 12
        #expect(branch.roomLimit == 12)
    }
}
