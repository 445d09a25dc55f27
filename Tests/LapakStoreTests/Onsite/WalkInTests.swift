import LapakDomain
import Testing

@testable import LapakStore

@Suite struct WalkInTests {
    @Test(arguments: Databases.all) func `whoever has every original stands in line, with a claim and a place of today`(database: Databases)
        async throws
    {
        try await World.on(database) { world in
            let branch = try await world.yard()
            let walkIn = try await world.walkIn(1, at: branch)
            let claim = try await world.find(Claim.self, try #require(walkIn.claim))
            #expect((walkIn.phase, walkIn.number.text, claim.phase) == (.waiting, "A-001", .ready))
            #expect(try await world.find(Booking.self, try #require(claim.booking)).phase == .confirmed)
            try await world.check()
        }
    }

    @Test(arguments: [Databases.memory]) func `who has waited is told once that it is nearly time, and who has just come is not`(
        database: Databases
    ) async throws {
        try await World.on(database) { world in
            let branch = try await world.yard()
            let day = World.monday + 1
            for number in 1...4 { try await world.walkIn(number, at: branch, now: World.nine + .minutes(number * 3)) }
            // At the end of ten minutes only the first two have waited for so long.
            for moment in [World.nine + .minutes(16), World.nine + .minutes(17)] {
                let next = try await world.store.read { try $0.nextOutside(3, at: branch.id, on: day) }.map(\.id)
                try await world.store.write(in: world.context(at: moment)) { try $0.alert(next) }
            }
            let told = try await world.store.read { try $0.walkIns(at: branch.id, on: day) }.filter { $0.alerted != nil }
            #expect(told.map(\.number.text) == ["A-001", "A-002"])
            let events = try await world.store.read {
                try $0.query("SELECT count(*) FROM journal WHERE body LIKE '{\"comesSoon\"%'", [])[0].int(0)
            }
            #expect(events == 2)
        }
    }

    @Test(arguments: Databases.all) func `the same check twice is one, also when both arrive at once and after the person went in`(
        database: Databases
    ) async throws {
        try await World.on(database) { world in
            let branch = try await world.yard()
            let person = world.person(1)
            let check = YardCheck(key: "once", person: person, seen: world.papers(person))
            let receipts = try await together(6) { _ in try await world.receive(check, at: branch) }
            let numbers = receipts.compactMap { if case .walkIn(let walkIn) = $0 { walkIn.number.text } else { nil } }
            #expect(Set(numbers) == ["A-001"] && numbers.count == 6)
            #expect(try await world.admit(at: branch).count == 1)
            guard case .walkIn(let again) = try await world.receive(check, at: branch) else { return #expect(Bool(false)) }
            #expect((again.number.text, again.phase) == ("A-001", .inside))
            try await world.check()
        }
    }

    @Test(arguments: Databases.all) func `one live place per person over all channels: an appointment stands until it is converted`(
        database: Databases
    ) async throws {
        try await World.on(database) { world in
            let branch = try await world.yard()
            try await world.plan(world.siak, days: 2...2)
            let filed = try await world.book(1, world.slot(world.siak, 9, day: 2))
            let person = world.person(1)
            var check = YardCheck(key: "visit", person: person, seen: Paper.allCases)
            guard case .hasAppointment(let claim) = try await world.receive(check, at: branch) else { return #expect(Bool(false)) }
            #expect(claim.id == filed.claim)
            #expect(try await world.find(Booking.self, try #require(filed.booking)).phase == .confirmed)
            check.converts = true
            guard case .walkIn(let walkIn) = try await world.receive(check, at: branch) else { return #expect(Bool(false)) }
            #expect((walkIn.claim, walkIn.phase) == (filed.claim, .waiting))
            // The place of the appointment is kept for the waiting list.
            let former = try await world.find(Slot.self, world.slot(world.siak, 9, day: 2))
            #expect((former.taken, former.kept) == (0, 1))
            #expect(try await world.find(Booking.self, try #require(filed.booking)).phase == .released)
            try await world.check()
        }
    }

    @Test(arguments: Databases.all) func `a number that a tablet gave to somebody with an appointment stays theirs, and both stand`(
        database: Databases
    ) async throws {
        try await World.on(database) { world in
            let branch = try await world.yard()
            let filed = try await world.book(1, world.slot(world.siak, 9, day: 2))
            let staff = world.officer(7).id
            let block = try await world.store.write(in: world.context(at: World.nine)) { try $0.reserve(200, at: branch, by: staff) }
            let person = world.person(1)
            var check = YardCheck(key: "tablet:1", promised: block[4], person: person, seen: Paper.allCases)
            guard case .walkIn(let kept) = try await world.receive(check, at: branch) else { return #expect(Bool(false)) }
            #expect((kept.number, kept.claim, kept.trouble) == (block[4], nil, YardCheck.hasAppointment))
            #expect(try await world.find(Claim.self, filed.claim).booking == filed.booking)
            check = YardCheck(key: "form:2", walkIn: kept.id, person: person, seen: Paper.allCases, converts: true)
            guard case .walkIn(let mended) = try await world.receive(check, at: branch) else { return #expect(Bool(false)) }
            #expect((mended.number, mended.claim, mended.trouble, mended.phase) == (block[4], filed.claim, nil, .waiting))
            try await world.check()
        }
    }

    @Test(arguments: Databases.all) func `a promised number that another has, or that nobody reserved, is replaced, and nobody is lost`(
        database: Databases
    ) async throws {
        try await World.on(database) { world in
            let branch = try await world.yard()
            let staff = world.officer(7).id
            let block = try await world.store.write(in: world.context(at: World.nine)) { try $0.reserve(3, at: branch, by: staff) }
            let promises = [block[0], block[0], QueueNumber("C-500")!]
            let receipts = try await together(3) { index in
                let person = world.person(index)
                return try await world.receive(
                    YardCheck(key: "tablet:\(index)", promised: promises[index], person: person, seen: world.papers(person)), at: branch)
            }
            let numbers = receipts.compactMap { if case .walkIn(let walkIn) = $0 { walkIn.number.text } else { nil } }
            #expect(Set(numbers) == ["A-001", "A-004", "A-005"])
            try await world.check()
        }
    }

    @Test(arguments: Databases.all) func `data that cannot be matched keep their number, and get a place once they are mended`(
        database: Databases
    ) async throws {
        try await World.on(database) { world in
            let branch = try await world.yard(places: 1)
            let trouble = Words("NIK tidak ada", "no such NIK")
            let now = (World.monday + 1).at(ClockTime(14, 45), in: .wib)
            guard
                case .walkIn(let kept) = try await world.receive(YardCheck(key: "a", trouble: trouble, seen: [.ktp]), at: branch, now: now)
            else { return #expect(Bool(false)) }
            #expect((kept.phase, kept.claim, kept.trouble) == (.incomplete, nil, trouble))
            // Meanwhile somebody else takes the last place: for the promised number one is made.
            try await world.walkIn(2, at: branch, now: now)
            let person = world.person(1)
            let check = YardCheck(key: "b", walkIn: kept.id, person: person, seen: world.papers(person))
            guard case .walkIn(let mended) = try await world.receive(check, at: branch, now: now) else { return #expect(Bool(false)) }
            #expect((mended.id, mended.phase, mended.trouble) == (kept.id, .waiting, nil))
            try await world.check()
        }
    }

    @Test(arguments: Databases.all) func `of officers who race for the last number one wins, the others are told`(database: Databases)
        async throws
    {
        try await World.on(database) { world in
            let branch = try await world.yard(places: 1)
            let now = (World.monday + 1).at(ClockTime(14, 45), in: .wib)
            let outcomes = try await together(8) { number -> Refusal? in
                await refusal { try await world.walkIn(number, at: branch, now: now) }
            }
            #expect(outcomes.count { $0 == nil } == 1)
            #expect(outcomes.compactMap(\.self) == Array(repeating: .quotaSpent, count: 7))
            // Who was told stands in the branch's waiting list, at once and only once.
            let person = world.person(try #require(outcomes.firstIndex(of: .quotaSpent)))
            let check = YardCheck(key: "queues", person: person, seen: world.papers(person), queues: true)
            let receipts = try await together(3) { _ in try await world.receive(check, at: branch, now: now) }
            let tickets = receipts.compactMap { if case .queued(_, let ticket) = $0 { ticket } else { nil } }
            #expect(tickets.count == 3 && Set(tickets.map(\.id)).count == 1)
            #expect(tickets[0].wish.branches == [branch.id] && tickets[0].phase == .waiting)
            try await world.check()
        }
    }

    /// A race test that cannot fail proves nothing: without the guard, the same checker must see the same race.
    @Test(arguments: Databases.all) func `with the guard switched off, the last number is given twice`(database: Databases) async throws {
        try await World.on(database) { world in
            let branch = try await world.yard(places: 1)
            let slot = world.slot(branch, 14, 30, channel: .onsite)
            for table in ["slot", "booking"] {
                try await world.store.run("ALTER TABLE \(table) RENAME TO guarded_\(table)")
                try await world.store.run("CREATE TABLE \(table) AS SELECT * FROM guarded_\(table)")
            }
            let free = try await together(2) { _ in
                try await world.store.read { try $0.query("SELECT capacity - taken FROM slot WHERE id = $1", slot)[0].int(0) }
            }
            _ = try await together(2) { index in
                guard free[index] > 0 else { return }
                try await world.store.maintain { connection in
                    try connection.execute("UPDATE slot SET taken = taken + 1 WHERE id = $1", slot)
                    try connection.execute(
                        "INSERT INTO booking (id, slot, branch, start, phase, proven, since) VALUES ($1, $2, 3, 0, 'confirmed', 1, 0)",
                        Int64(index), slot)
                }
            }
            let drifts = try await world.store.read { try Reconciler.drifts($0) }
            #expect(drifts.map(\.invariant).contains("no slot has more live bookings than its capacity"))
        }
    }

    @Test(arguments: Databases.all) func `two processes that admit at once never put more people inside than the room holds`(
        database: Databases
    ) async throws {
        try await World.on(database) { world in
            let branch = try await world.yard(places: 12, room: 5)
            for number in 0..<12 { try await world.walkIn(number, at: branch) }
            let admitted = try await together(6) { _ in try await world.admit(at: branch) }.flatMap { $0 }
            #expect(admitted.map(\.number.text).sorted() == ["A-001", "A-002", "A-003", "A-004", "A-005"])
            try await world.check()
        }
    }

    /// The same question without the lock of the day's roll: both count the same room before either lets anybody in.
    @Test(arguments: Databases.all) func `with the guard switched off, two count the same room and both fill it`(database: Databases)
        async throws
    {
        try await World.on(database) { world in
            let branch = try await world.yard(places: 12, room: 5)
            for number in 0..<12 { try await world.walkIn(number, at: branch) }
            let counted = try await together(2) { _ in
                try await world.store.read { try $0.query("SELECT count(*) FROM walk_in WHERE phase = 'inside'")[0].int(0) }
            }
            for index in 0..<2 {
                try await world.store.maintain { connection in
                    let next = try connection.query(
                        "SELECT id FROM walk_in WHERE phase = 'waiting' ORDER BY place, number LIMIT $1",
                        Int64(branch.roomLimit) - counted[index])
                    for row in next {
                        try connection.execute("UPDATE walk_in SET phase = 'inside' WHERE id = $1", try row.int(0))
                    }
                }
            }
            let inside = try await world.store.read { try $0.query("SELECT count(*) FROM walk_in WHERE phase = 'inside'")[0].int(0) }
            #expect(inside == 10)
        }
    }

    @Test(arguments: Databases.all) func `after two calls a person moves back three places, after the third they are missed and may return`(
        database: Databases
    ) async throws {
        try await World.on(database) { world in
            let branch = try await world.yard(places: 12)
            for number in 0..<6 { try await world.walkIn(number, at: branch, now: World.nine + .seconds(number)) }
            let first = try await world.admit(at: branch)[0]
            try await world.booth(1, at: branch)
            let session = try await world.open(7, seats: 1)
            let interview = try #require(first.interview)
            #expect(try await world.fill(session).map(\.id) == [interview])
            var now = World.nine
            for _ in 1...2 {
                now = now + .seconds(120)
                _ = try await world.missCall(interview, at: now)
            }
            let back = try await world.find(Interview.self, interview)
            #expect((back.phase, back.seat, try await world.find(WalkIn.self, first.id).setBacks) == (.lobby, nil, 1))
            let lobby = try await world.store.read {
                try HallBoard.load(branch, on: World.monday + 1, Policy(), $0, at: World.nine).invited
            }
            #expect(lobby.map(\.text) == ["A-002", "A-003", "A-004", "A-001", "A-005", "A-006"])
            // The others are called and leave, until the third call.
            while true {
                now = now + .seconds(61)
                try await world.keepBooths(at: now)
                _ = try await world.open(7, seats: 1, at: now)
                guard let next = try await world.fill(session, at: now).first, next.id != interview else { break }
                try await world.step(next.id, at: now) { [now] in [try $0.leave(at: now)] }
            }
            _ = try await world.missCall(interview, at: now + .seconds(120))
            let missed = try await world.find(WalkIn.self, first.id)
            #expect((missed.phase, missed.interview) == (.missed, nil))
            let (staff, later) = (world.officer(7).id, now + .minutes(5))
            let returned = try await world.store.write(in: world.context(at: later)) { try $0.comeBack(first.id, by: staff) }
            #expect((returned.phase, returned.order) == (.waiting, later))
            try await world.check()
        }
    }

    @Test(arguments: Databases.all) func `priority overtakes nobody who came more than forty-five minutes earlier`(database: Databases)
        async throws
    {
        try await World.on(database) { world in
            let branch = try await world.yard(places: 1)
            // One place a window: 9.00, 9.30, 10.00; the third has priority and stands as if they came at 9.15.
            for (number, priority) in [(0, nil), (1, nil), (2, Priority.elderly)] as [(Int, Priority?)] {
                try await world.walkIn(number, at: branch, priority: priority)
            }
            #expect(try await world.line(at: branch) == ["A-001", "A-003", "A-002"])
        }
    }

    @Test(arguments: Databases.all) func `a change of order needs a reason and a second person, and stays explained`(database: Databases)
        async throws
    {
        try await World.on(database) { world in
            let branch = try await world.yard(places: 1)
            for number in 0..<2 { try await world.walkIn(number, at: branch) }
            let walkIns = try await world.store.read { try $0.walkIns(at: branch.id, on: World.monday + 1) }
            let (target, order) = (walkIns[1].id, walkIns[0].order - Span(milliseconds: 1))
            func change(_ staff: Int64, _ step: @escaping @Sendable (inout WalkIn) throws -> Event) async throws {
                _ = try await world.store.write(in: world.context(by: .staff(ID(staff)), at: World.nine)) {
                    try $0.walkIn(target) { try step(&$0) }
                }
            }
            #expect(await refusal { try await change(7) { try $0.ask(order: order, reason: "..", by: ID(7)) } } != nil)
            try await change(7) { try $0.ask(order: order, reason: "Bayinya sakit", by: ID(7)) }
            #expect(await refusal { try await change(7) { try $0.answer(true, by: ID(7), at: World.nine) } } == .secondPerson)
            #expect(try await world.line(at: branch) == ["A-001", "A-002"])
            try await change(8) { try $0.answer(true, by: ID(8), at: World.nine) }
            #expect(try await world.line(at: branch) == ["A-002", "A-001"])
            let move = try #require(try await world.find(WalkIn.self, target).moves.first)
            #expect((move.by, move.second, move.reason) == (ID(7), ID(8), "Bayinya sakit"))
            try await world.check()
        }
    }

    @Test(arguments: Databases.all) func `what was told is kept once, and compared with the first call`(database: Databases) async throws {
        try await World.on(database) { world in
            let branch = try await world.yard()
            let walkIn = try await world.walkIn(1, at: branch)
            for minutes in [5, 50] {
                let told = WalkIn.Told(from: World.nine, until: World.nine + .minutes(minutes), at: World.nine)
                try await world.store.write { try $0.tell(told, to: walkIn.id) }
            }
            _ = try await world.admit(at: branch)
            try await world.booth(1, at: branch, now: World.nine + .minutes(9))
            let late = World.nine + .minutes(9)
            _ = try await world.fill(try await world.open(7, seats: 1, at: late), at: late)
            let record = try await world.store.read { try ForecastRecord.load(branch.id, on: World.monday + 1, $0) }
            #expect((record.told, record.held, record.early, record.late) == (1, 0, 0, 1))
        }
    }

    @Test(arguments: Databases.all)
    func `at the end of the day everybody who was not served stands in the waiting list, and only who did not come has missed`(
        database: Databases
    ) async throws {
        try await World.on(database) { world in
            let branch = try await world.yard(places: 4, room: 1)
            var walkIns: [WalkIn] = []
            for number in 0..<3 { walkIns.append(try await world.walkIn(number, at: branch)) }
            let person = world.person(3)
            guard case .walkIn(let incomplete) = try await world.receive(YardCheck(key: "3", person: person, seen: [.ktp]), at: branch)
            else { return #expect(Bool(false)) }
            #expect(incomplete.phase == .incomplete)
            _ = try await world.admit(at: branch)
            let morning = (World.monday + 2).at(ClockTime(1, 0), in: .wib)
            let over = try await world.store.read { try DueWalkIns.load($0, at: morning).over }
            #expect(Set(over) == Set(walkIns.map(\.id) + [incomplete.id]))
            for id in over {
                try await world.store.write(in: world.context(at: morning)) { try $0.endDay(of: id) }
            }
            for id in over {
                let walkIn = try await world.find(WalkIn.self, id)
                let claim = try await world.find(Claim.self, try #require(walkIn.claim))
                #expect((walkIn.phase, claim.phase, claim.misses) == (.left, .waiting, 0))
                #expect(try await world.find(Ticket.self, try #require(claim.ticket)).phase == .waiting)
            }
            try await world.check()
        }
    }

    @Test(arguments: Databases.all) func `a photo of what was missing counts when it is whole, and its place has no deadline`(
        database: Databases
    ) async throws {
        try await World.on(database) { world in
            let (branch, person) = (try await world.yard(), world.person(1))
            let seen = world.papers(person).filter { $0 != .bankBook }
            guard case .walkIn(let walkIn) = try await world.receive(YardCheck(key: "1", person: person, seen: seen), at: branch)
            else { return #expect(Bool(false)) }
            #expect((walkIn.phase, walkIn.missing) == (.incomplete, [.bankBook]))
            let claim = try #require(walkIn.claim)
            let document = try await world.send(.bankBook, for: claim, at: World.nine)
            func complete() async throws -> Bool {
                #expect(try await world.settle(claim, at: World.nine) == false)
                return try await world.store.write(in: world.context(at: World.nine)) { try $0.completeWalkIn(of: claim) }
            }
            #expect(try await complete() == false)
            try await world.inspect(document.id, at: World.nine)
            #expect(try await complete())
            #expect(try await world.find(WalkIn.self, walkIn.id).phase == .waiting)
            #expect(try await world.find(Claim.self, claim).phase == .ready)
            try await world.check()
        }
    }

    @Test(arguments: Databases.all) func `a check that arrives a day late puts the person into the waiting list, once`(database: Databases)
        async throws
    {
        try await World.on(database) { world in
            let branch = try await world.yard()
            let (check, staff) = (YardCheck(key: "late", person: world.person(1), queues: true), world.officer(7))
            for _ in 1...2 {
                let receipt = try await world.store.write(in: world.context(at: World.nine + .days(1))) {
                    try $0.queueLate(check, at: branch, by: staff)
                }
                guard case .queued = receipt else { return #expect(Bool(false)) }
            }
            #expect(try await world.store.read { try $0.query("SELECT count(*) FROM ticket")[0].int(0) } == 1)
            try await world.check()
        }
    }
}
