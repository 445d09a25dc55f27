import LapakDomain
import LapakNation
import Testing

@testable import LapakStore

/// A whole day at a branch, as a seed says: four officers with four seats, 160 people who come, appointments by video beside them.
@Suite struct BranchDayTests {
    @Test(arguments: [Databases.memory], [1])
    func `a whole day keeps the room's limit, explains every call, and loses nobody`(database: Databases, seed: UInt64) async throws {
        // Nobody's page is ever silent here; that is another test's business.
        var policy = Policy()
        (policy.onsite.boothAway, policy.interviews.awayAfter, policy.interviews.stuckAfter) = (.hours(24), .hours(24), .hours(24))
        try await World.on(database, places: 1, days: 0...1, policy: policy, seed: seed) { world in
            var day = try await BranchDay160(world)
            try await day.run()
            try await day.close()
            print(day.figures)
            #expect(day.mostInside == day.branch.roomLimit)
            #expect(day.faults.isEmpty, "\(day.faults.prefix(5))")
            #expect(day.served + day.waiting + day.elsewhere == day.came + day.online, "\(day.figures)")
            #expect(day.served >= 150)
            try await world.check()
        }
    }
}

/// The day as it passes, half a minute at a time.
struct BranchDay160 {
    let world: World
    let branch: Branch
    let nation: Nation
    let day = World.monday + 1
    var dice: Dice
    var now: Instant
    var sessions: [OfficerSession] = []
    var booths: [ID<Booth>] = []
    /// Who comes when, and whether they lack a paper at first.
    var arrivals: [(person: Int, at: Instant, lacks: Bool, priority: Priority?)] = []
    /// When a member does the next thing by themselves.
    var acts: [ID<Interview>: Instant] = [:]
    /// People who do not follow calls: so many.
    var deaf: [ID<WalkIn>: Int] = [:]
    var busy: [ID<OfficerSession>: Instant] = [:]
    var missing: [(walkIn: WalkIn, person: Int, at: Instant)] = []
    var waits: [Int] = []
    var mostInside = 0
    var called = 0
    var setBacks = 0
    var returned = 0
    var faults: [String] = []
    var served = 0
    var waiting = 0
    var elsewhere = 0
    let came = 160
    let online = 24

    init(_ world: World) async throws {
        self.world = world
        var branch = world.siak
        (branch.officers, branch.ratio, branch.minutesPerClaim, branch.onlineShare, branch.room) = (4, 4, 25, 20, 37)
        self.branch = branch
        nation = Nation(branches: [branch] + world.nation.branches.dropFirst(), regions: world.nation.regions, policy: world.nation.policy)
        dice = Dice(seed: UInt64(world.source.roll(0..<1_000_000)))
        now = day.at(ClockTime(7, 30), in: branch.zone)
        let days = (branch, World.monday...World.monday + 1, nation.policy, branch.id)
        try await world.store.write { work in
            work.upsert(days.0)
        }
        try await world.store.write(in: world.context(by: .operations, at: World.morning)) {
            try $0.plan(days.0, days: days.1)
        }
        for number in 0..<online {
            let window = number / 3
            let (hour, minute) = window < 8 ? (8 + window / 2, window % 2 * 30) : (13, 0)
            let filed = try await world.book(1_000 + number, world.slot(branch, hour, minute))
            _ = try await world.sendAll(for: filed.claim)
            let due = try await world.find(Claim.self, filed.claim).papersDue ?? now
            _ = try await world.settle(filed.claim, at: due)
        }
        for number in 1...16 {
            let (id, branch, policy, now): (ID<Booth>, ID<Branch>, Policy, Instant) = (world.source.id(), branch.id, nation.policy, now)
            try await world.store.write(in: world.context(at: now)) { work in
                var booth = try Booth.add(id, number: number, branch: branch, codeHash: "c\(number)", policy: policy, at: now)
                work.note(try booth.pair(codeHash: "c\(number)", secret: "s\(number)", at: now), by: .operations)
                work.insert(booth)
            }
            booths.append(id)
        }
        for person in 0..<came {
            // Most come in the morning, as people do who fear that the numbers run out.
            let minutes = dice.chance(80) ? dice.roll(0..<55) : dice.roll(55..<330)
            arrivals.append(
                (person, now + .minutes(10 + minutes), dice.chance(15), dice.chance(12) ? dice.pick(Priority.allCases) : nil))
        }
        arrivals.sort { $0.at < $1.at }
    }

    mutating func run() async throws {
        let (opens, ends) = (day.at(ClockTime(8, 0), in: branch.zone), day.at(ClockTime(15, 30), in: branch.zone))
        for officer in 1...4 {
            let (id, staff, branch): (ID<OfficerSession>, Staff, Branch) = (world.source.id(), world.officer(Int64(officer)), branch)
            sessions.append(
                try await world.store.write(in: world.context(at: opens)) { try $0.openSession(id, for: staff, at: branch, seats: 4) })
        }
        while now < ends {
            try await arrive()
            try await guests()
            try await clock()
            try await call()
            try await people()
            try await officers()
            now = now + .minutes(1)
        }
    }

    /// Those who come now, and those who come back with the paper that was missing.
    private mutating func arrive() async throws {
        while let next = arrivals.first, next.at <= now {
            arrivals.removeFirst()
            try await check(next.person, walkIn: nil, lacks: next.lacks, priority: next.priority)
        }
        for one in missing where one.at <= now { try await check(one.person, walkIn: one.walkIn.id, lacks: false, priority: nil) }
        missing.removeAll { [now] in $0.at <= now }
    }

    private mutating func check(_ person: Int, walkIn: ID<WalkIn>?, lacks: Bool, priority: Priority?) async throws {
        let member = world.people.member(person)
        let facts = Dossier.Facts(reason: .resignation, balance: Rupiah(9_000_000), partialBefore: false, under: nation.policy)
        var seen = Dossier(facts, documents: []).required.compactMap(\.item.papers.first)
        if lacks { seen.removeLast() }
        guard let phone = PhoneNumber("081200001234") else { throw Refusal.notFound }
        let check = YardCheck(
            key: "check-\(person)-\(walkIn?.rawValue ?? 0)", walkIn: walkIn,
            person: .init(
                member: member.id, nik: member.nik, name: member.name, phone: phone, email: nil, language: .id, facts: facts,
                earliest: nil),
            priority: priority, seen: seen)
        let (branch, staff, nation, now) = (branch, world.officer(90), nation, now)
        do {
            let receipt: Work.Receipt = try await world.store.write(in: world.context(at: now)) { work in
                try work.receive(check, at: branch, by: staff)
            }
            guard case .walkIn(let made) = receipt else { return faults.append("\(person) has an appointment") }
            if lacks {
                missing.append((made, person, now + .minutes(dice.roll(20..<60))))
            } else if dice.chance(8) {
                deaf[made.id] = dice.chance(40) ? 3 : 2
            }
            let forecast = try await world.store.read { try LobbyForecast.load(branch.id, before: made, nation.policy, $0, at: now) }
            if !lacks, let clock = forecast.clock(at: now) {
                let told = WalkIn.Told(from: clock.lowerBound, until: clock.upperBound, at: now)
                _ = try await world.store.write(in: world.context(by: .clock, at: now)) { work in
                    try work.walkIn(made.id) { walkIn in
                        walkIn.tell(told)
                        return nil
                    }
                }
            }
        } catch Refusal.quotaSpent { elsewhere += 1 }
    }

    /// Appointments by video come to the lobby when their time has come.
    private mutating func guests() async throws {
        let due = try await world.store.read { [branch, now, day] connection in
            try connection.query(
                """
                SELECT b.claim FROM booking b WHERE b.branch = $1 AND b.phase = 'confirmed' AND b.slot % 2 = 0
                AND b.start <= $2 AND b.start >= $3
                """, branch.id, now, day.at(ClockTime(0, 0), in: branch.zone)
            ).map { ID<Claim>(try $0.int(0)) }
        }
        for claim in due { _ = try await world.enter(claim, at: now) }
    }

    /// What time does: calls that run out, decisions that stand, people who are told to come in.
    private mutating func clock() async throws {
        let (policy, branch, day, now) = (nation.policy, branch, day, now)
        let due = try await world.store.read { try DueInterviews.load(policy, $0, at: now) }
        for id in due.calls {
            let before = try await world.find(Interview.self, id)
            let after = try await world.store.write(in: world.context(by: .clock, at: now)) { try $0.miss(id) }
            if let walkIn = before.walkIn, after.phase != .called {
                if after.phase == .lobby { setBacks += 1 }
                if after.phase == .missed, dice.chance(50) {
                    returned += 1
                    deaf[walkIn] = nil
                    _ = try await world.store.write(in: world.context(at: now)) { try $0.comeBack(walkIn, by: ID(90)) }
                }
            }
        }
        for id in due.decisions { _ = try await world.settle(id, at: now) }
        let interviews: [ID<Interview>] = (0..<64).map { _ in world.source.id() }
        _ = try await world.store.write(in: world.context(at: now)) { try $0.admit(at: branch, interviews: interviews, on: day) }
        let inside = try await world.store.read { try HallBoard.load(branch, on: day, policy, $0, at: now).inside }
        mostInside = max(mostInside, inside)
    }

    /// Free seats refill; whoever is called must be the first of those who can be.
    private mutating func call() async throws {
        var lobby = try await world.store.read { [branch] connection in
            try connection.query(
                "SELECT \(Interview.table.columnList) FROM interview WHERE phase = 'lobby' AND branch = $1", branch.id
            ).map(Interview.init)
        }.sorted { ($0.order, $0.entered, $0.id) < ($1.order, $1.entered, $1.id) }
        for session in sessions where !lobby.isEmpty {
            let (now, id) = (now, session.id)
            let people = try await world.store.write(in: world.context(at: now)) { try $0.fillSeats(of: id) }
            for one in people {
                called += 1
                let before = lobby.prefix { $0.id != one.id }
                // Only visitors without a free booth may be passed over.
                if before.contains(where: { earlier in earlier.walkIn == nil && !people.contains { $0.id == earlier.id } }) {
                    faults.append("\(one.id.rawValue) was called before somebody with an earlier place")
                }
                if let walkIn = one.walkIn, let calls = deaf[walkIn], one.calls <= calls { continue }
                acts[one.id] = now + .seconds(dice.roll(20..<90))
            }
            lobby.removeAll { one in people.contains { $0.id == one.id } }
        }
    }

    /// What members do alone, each after a while.
    private mutating func people() async throws {
        for (id, at) in acts.sorted(by: { $0.key < $1.key }) where at <= now {
            let interview = try await world.find(Interview.self, id)
            acts[id] = now + .seconds(dice.roll(30..<150))
            switch interview.phase {
            case .called:
                if interview.walkIn != nil { try await world.step(id, at: now) { [now] in try $0.consent(at: now).map { [$0] } ?? [] } }
                let answered = try await world.answer(id, at: now)
                if let walkIn = answered.walkIn {
                    waits.append(Int((now - (try await world.find(WalkIn.self, walkIn).arrived ?? now)).seconds))
                }
            case .filling: try await world.step(id, at: now) { [now] in [try $0.confirmData(at: now)] }
            case .originals:
                if let paper = interview.missing.first { _ = try await world.capture(interview, paper, at: now) }
                acts[id] = now + .seconds(dice.roll(15..<40))
            case .summary: try await world.step(id, at: now) { [now] in [try $0.agree(at: now)] }
            case .done, .missed, .left, .lobby: acts[id] = nil
            default: break
            }
        }
    }

    /// Each officer turns to one person at a time.
    private mutating func officers() async throws {
        for session in sessions where (busy[session.id] ?? now) <= now {
            let seated = try await world.store.read { try $0.interviews(of: session.id) }
            guard let next = seated.filter({ $0.phase.isOfficers }).min(by: { ($0.needed ?? now) < ($1.needed ?? now) }) else { continue }
            _ = try await world.accept(next.id, by: session.staff, at: now)
            busy[session.id] = now + .seconds(next.phase == .shown ? dice.roll(45..<80) : dice.roll(20..<40))
        }
    }

    /// The day is over: everybody has a state with an owner.
    mutating func close() async throws {
        let night = (day + 1).at(ClockTime(0, 0), in: .wib) + .minutes(1)
        for id in try await world.store.read({ try DueWalkIns.load($0, at: night).over }) {
            try await world.store.write(in: world.context(at: night)) { try $0.endDay(of: id) }
        }
        for session in sessions {
            _ = try await world.store.write(in: world.context(by: .operations, at: night)) { try $0.abandon(session.id) }
        }
        for booking in try await world.store.read({ [nation] in try DueInterviews.load(nation.policy, $0, at: night).appointments }) {
            try await world.store.write(in: world.context(by: .clock, at: night)) {
                try $0.missAppointment(booking, .unserved)
            }
        }
        let phases = try await world.store.read { try $0.query("SELECT phase, count(*) FROM claim GROUP BY phase", []) }
        for row in phases {
            switch try row.text(0) {
            case "approved": served = Int(try row.int(1))
            case "waiting": waiting = Int(try row.int(1))
            default: faults.append("\(try row.int(1)) claims are \(try row.text(0)) after the day")
            }
        }
        let left = try await world.store.read { try $0.query("SELECT count(*) FROM walk_in WHERE live = 1", [])[0].int(0) }
        if left > 0 { faults.append("\(left) visits are open after the day") }
    }

    var figures: String {
        let waits = waits.sorted()
        let median = waits.isEmpty ? 0 : waits[waits.count / 2] / 60
        let high = waits.isEmpty ? 0 : waits[waits.count * 95 / 100] / 60
        return """
            branch day: \(came) came, \(online) by video, \(served) approved, \(waiting) in the waiting list, \
            \(elsewhere) beyond the quota; \
            \(called) calls, \(setBacks) set back, \(returned) returned, at most \(mostInside) of \(branch.roomLimit) inside; \
            wait from the yard to the booth p50 \(median) min, p95 \(high) min
            """
    }
}
