import LapakDomain
import LapakNation

@testable import LapakStore

/// A search over all the ways to a place while people wait: verbs by a seeded chance, one after the other, and after each of them the
/// question whether somebody was given what suited a person who waited before them.
///
/// The check asks no rule of the store: it reads tickets, slots and bookings, and compares them itself.
struct PlaceSearch {
    enum Verb: String, CaseIterable {
        case joins, books, holds, files, moves, picks, ushers, accepts, declines, cancels, waits, grows, shrinks, visits, comesToday
        case givesUp, misses
        /// What a program without the rule would do; only where the search has to find it.
        case overtakes
    }

    let world: World
    let verbs: [Verb]
    private(set) var faults: [String] = []
    /// How often each verb did something.
    private(set) var done: [Verb: Int] = [:]
    private var now = World.morning
    private var people = 0
    private var registrations: [ID<Registration>] = []
    private var yard: Branch

    init(_ world: World, _ verbs: [Verb]) async throws {
        self.world = world
        self.verbs = verbs
        yard = try await world.yard(places: 1)
        try await grow()
    }

    /// So many steps; ends at the first fault.
    mutating func run(_ steps: Int) async throws {
        var before = try await scene()
        for step in 0..<steps where faults.isEmpty {
            let verb = verbs[roll(verbs.count)]
            do {
                if try await act(verb) { done[verb, default: 0] += 1 }
            } catch is Refusal {}
            let after = try await scene()
            let nation = world.nation
            var found = before.overtaken(until: after, in: nation, at: now)
            if verb == .ushers { found += after.forgotten(in: nation, at: now) }
            let openings = try await world.store.read { [now] in try Availability.load($0, in: nation, at: now).openings.map(\.slot) }
            found += after.promised(openings, in: nation, at: now)
            faults += found.map { "step \(step), \(verb): \($0)" }
            before = after
        }
    }

    private func roll(_ count: Int) -> Int { world.source.roll(0..<count) }

    private func scene() async throws -> Scene { try await world.store.read { try Scene($0) } }

    private mutating func newcomer() -> Int {
        people += 1
        return people
    }
}

// What people, the clock and the branch do.
extension PlaceSearch {
    private mutating func act(_ verb: Verb) async throws -> Bool {
        switch verb {
        case .joins: _ = try await world.queue(newcomer(), wish(), at: now)
        case .books:
            guard let slot = try await slot(.online) else { return false }
            _ = try await world.book(newcomer(), slot, at: now)
        case .holds:
            guard let slot = try await slot(roll(4) == 0 ? .onsite : .online) else { return false }
            let registration = try await world.register(newcomer(), proven: roll(3) > 0, at: now)
            registrations.append(registration)
            try await world.choose(slot, for: registration, at: now)
        case .files:
            guard !registrations.isEmpty else { return false }
            let registration = registrations.remove(at: roll(registrations.count))
            try await world.store.write(in: world.context(at: now)) { work in
                var kept = try work.get(Registration.self, registration)
                if let refusal = try work.prove(&kept, codeHash: "code", secret: kept.secret) { throw refusal }
            }
            _ = try await world.file(registration, at: now)
        case .moves, .picks:
            guard let claim = try await claim(verb == .moves ? "booked" : "waiting"), let slot = try await slot(.online) else {
                return false
            }
            try await world.move(claim, to: slot, at: now)
        case .ushers: return try await !world.usher(at: now).isEmpty
        case .accepts, .declines:
            guard let id = try await some("SELECT id FROM booking WHERE phase = 'offered' ORDER BY id") else { return false }
            let offer = try await world.find(Booking.self, ID<Booking>(id))
            if verb == .accepts { _ = try await world.accept(offer, at: now) } else { try await world.decline(offer, at: now) }
        case .cancels:
            guard let claim = try await claim(["booked", "waiting"][roll(2)]) else { return false }
            try await world.cancel(claim, at: now)
        case .waits: try await wait()
        case .grows: try await grow()
        case .shrinks: try await world.plan(yard, days: tomorrow...tomorrow + 1, at: now)
        case .visits: return try await visit()
        case .comesToday:
            guard let claim = try await claim(["booked", "waiting"][roll(2)]), let slot = try await slot(.onsite) else { return false }
            try await world.store.write(in: world.context(at: now)) { work in
                var kept = try work.get(Claim.self, claim)
                _ = try work.comeToday(&kept, in: slot)
            }
        case .givesUp:
            guard let id = try await some("SELECT id FROM walk_in WHERE live = 1 ORDER BY id") else { return false }
            try await world.store.write(in: world.context(at: now)) { try $0.giveUp(ID(id), by: .operations) }
        case .misses:
            guard let id = try await some("SELECT id FROM booking WHERE phase = 'confirmed' AND slot % 2 = 0 ORDER BY start, id") else {
                return false
            }
            try await world.store.write(in: world.context(at: now)) { try $0.missAppointment(ID(id)) }
        case .overtakes:
            guard let slot = try await slot(.online) else { return false }
            let registration = try await world.register(newcomer(), at: now)
            try await world.store.write(in: world.context(at: now)) { work in
                var (registration, slot) = (try work.get(Registration.self, registration), try work.get(Slot.self, slot))
                let (booking, event) = try Booking.hold(
                    work.newID(), in: &slot, for: registration, turn: .free, zone: try work.nation.branch(of: slot).zone,
                    policy: work.policy, at: work.now)
                try registration.choose(slot.id, holding: booking.id)
                work.insert(booking)
                work.update(slot)
                work.update(registration)
                work.note(event)
            }
        }
        return true
    }

    /// Time passes; what became due is done, the day's draw too.
    private mutating func wait() async throws {
        now = now + [.minutes(6), .minutes(30), .hours(2), .hours(5)][roll(4)]
        try await world.tick(at: now)
        let day = Zone.wib.day(of: now)
        let bytes = (0..<32).map { _ in UInt8(world.source.roll(0..<256)) }
        for day in [day - 1, day] {
            try await world.store.write(in: world.context(at: now)) { work in
                try work.announce(Draw(day: day, seedHash: "hash", seed: "seed", closes: (day + 1).at(ClockTime(0, 0), in: .wib)))
                _ = try work.draw(day) { _, _ in bytes }
            }
        }
    }

    /// Another officer, and the days that have come into reach.
    private func grow() async throws {
        for branch in [world.balikpapan, world.ambon] {
            try await world.plan(branch.giving(places: 1 + roll(2)), days: tomorrow...tomorrow + 2, at: now)
        }
        var larger = yard
        larger.officers += 2 * roll(2)
        try await world.plan(larger, days: tomorrow...tomorrow + 2, at: now)
    }

    /// Somebody stands in the yard, or somebody who waits does.
    private mutating func visit() async throws -> Bool {
        let person = world.person(roll(3) == 0 && people > 0 ? 1 + roll(people) : newcomer())
        let check = YardCheck(
            key: "visit:\(world.source.roll(0..<1_000_000_000))", person: person, seen: world.papers(person), queues: roll(2) == 0)
        if case .walkIn = try await world.receive(check, at: yard, now: now) { return true }
        return false
    }

    private var tomorrow: Int { Zone.wib.day(of: now) - World.monday + 1 }

    /// Up to three branches or anywhere, some days, some times, now and then only from a later day on.
    private func wish() -> Wish {
        Wish(
            branches: roll(5) == 0 ? [] : world.nation.branches.map(\.id).filter { _ in roll(2) == 0 },
            days: roll(3) == 0 ? [Weekday.allCases[roll(5)]] : [], times: roll(3) == 0 ? [DayPart.allCases[roll(2)]] : [],
            earliest: roll(6) == 0 ? Zone.wib.day(of: now) + 3 : nil)
    }

    private func some(_ sql: String) async throws -> Int64? {
        let ids = try await world.store.read { try $0.query(sql, []).map { try $0.int(0) } }
        return ids.isEmpty ? nil : ids[roll(ids.count)]
    }

    private func claim(_ phase: String) async throws -> ID<Claim>? {
        try await some("SELECT id FROM claim WHERE phase = '\(phase)' ORDER BY id").map { ID<Claim>($0) }
    }

    /// A slot of the next days, whether it has a place or not: people try.
    private func slot(_ channel: Channel) async throws -> ID<Slot>? {
        let from = now - .minutes(20)
        let slots = try await world.store.read { connection in
            try connection.query(
                "SELECT id FROM slot WHERE channel = $1 AND start > $2 AND taken < capacity ORDER BY start, id LIMIT 30", channel, from
            ).map { ID<Slot>(try $0.int(0)) }
        }
        return slots.isEmpty ? nil : slots[roll(slots.count)]
    }
}

/// The line and the places as they stand in the database.
private struct Scene {
    let tickets: [ID<Ticket>: Ticket]
    let slots: [Slot]
    let bookings: [Booking]
    let holders: [ID<Claim>: ID<Ticket>]
    /// Who was passed over by somebody who stood in the yard, as the journal says.
    let recorded: [ID<Ticket>]

    init(_ connection: any SQLConnection) throws {
        let all = try connection.query("SELECT \(Ticket.table.columnList) FROM ticket WHERE live = 1", []).map(Ticket.init)
        tickets = Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })
        slots = try connection.query("SELECT \(Slot.table.columnList) FROM slot ORDER BY start, id", []).map(Slot.init)
        bookings = try connection.query("SELECT \(Booking.table.columnList) FROM booking ORDER BY id", []).map(Booking.init)
        holders = Dictionary(uniqueKeysWithValues: all.map { ($0.claim, $0.id) })
        recorded = try connection.query("SELECT body FROM journal WHERE body LIKE '%cameBeforeLine%' ORDER BY position", []).compactMap {
            if case .walkIn(.cameBeforeLine(_, let ticket, _)) = try $0.json(Event.self, 0) { ticket } else { nil }
        }
    }

    /// Who waited when a place was given to somebody behind them.
    func overtaken(until after: Scene, in nation: Nation, at now: Instant) -> [String] {
        let known = Set(bookings.map(\.id))
        var asked = asked
        var waiting = tickets.filter { $0.value.phase == .waiting }
        var excused = Dictionary(after.recorded.dropFirst(recorded.count).map { ($0, 1) }) { $0 + $1 }
        var faults: [String] = []
        for given in after.bookings where !known.contains(given.id) {
            guard let slot = after.slots.first(where: { $0.id == given.slot }) else { continue }
            let taker = (given.ticket ?? given.claim.flatMap { holders[$0] }).flatMap { tickets[$0] }
            for other in waiting.values.sorted(by: LineOrder.precedes)
            where Self.suits(other, slot, in: nation, at: now) && other.goesBefore(taker) && !asked[other.id, default: []].contains(slot.id)
            {
                if slot.channel == .onsite, let count = excused[other.id], count > 0 {
                    excused[other.id] = count - 1
                    break
                }
                faults.append("ticket \(other.id.rawValue) waited, slot \(slot.id.rawValue) went to booking \(given.id.rawValue)")
            }
            if let taker {
                waiting[taker.id] = nil
                asked[taker.id, default: []].insert(slot.id)
            }
        }
        return faults
    }

    /// Who still waits after everybody was led to a place, while one suits.
    func forgotten(in nation: Nation, at now: Instant) -> [String] {
        let waiting = tickets.values.filter { $0.phase == .waiting }
        return slots.filter { $0.channel == .online && $0.kept + $0.free > 0 }.flatMap { slot in
            let wanting = waiting.filter { Self.suits($0, slot, in: nation, at: now) && !asked[$0.id, default: []].contains(slot.id) }
            guard wanting.allSatisfy(\.drawn), let first = wanting.min(by: LineOrder.precedes) else { return [String]() }
            return ["ticket \(first.id.rawValue) waits while slot \(slot.id.rawValue) has a place"]
        }
    }

    /// Times that a page shows as free for everyone although somebody who waits goes before.
    func promised(_ openings: [ID<Slot>], in nation: Nation, at now: Instant) -> [String] {
        let waiting = tickets.values.filter { $0.phase == .waiting }
        return slots.filter { openings.contains($0.id) }.flatMap { slot in
            waiting.filter { Self.suits($0, slot, in: nation, at: now) && !asked[$0.id, default: []].contains(slot.id) }.map {
                "slot \(slot.id.rawValue) is shown as free while ticket \($0.id.rawValue) waits"
            }
        }
    }

    private var asked: [ID<Ticket>: Set<ID<Slot>>] {
        bookings.reduce(into: [:]) { asked, booking in
            if let ticket = booking.ticket { asked[ticket, default: []].insert(booking.slot) }
        }
    }

    /// Whether the place would suit, and could still be used by somebody whose papers are not there.
    private static func suits(_ ticket: Ticket, _ slot: Slot, in nation: Nation, at now: Instant) -> Bool {
        guard let zone = nation[slot.branch]?.zone else { return false }
        let (day, time) = (zone.day(of: slot.start), zone.time(of: slot.start))
        let wish = ticket.wish
        let branch = wish.branches.contains(slot.branch) || (wish.branches.isEmpty && slot.channel == .online)
        let fits = (wish.days.isEmpty || wish.days.contains(day.weekday)) && (wish.times.isEmpty || wish.times.contains(DayPart(time)))
        guard branch, fits, day >= (wish.earliest ?? day) else { return false }
        if slot.channel == .onsite { return now < slot.end }
        let hour = zone.time(of: now)
        let morning = hour < ClockTime(7, 0) ? zone.day(of: now) : zone.day(of: now) + 1
        let answers = hour >= ClockTime(7, 0) && hour < ClockTime(21, 0) ? now : morning.at(ClockTime(7, 0), in: zone)
        return answers < day.at(ClockTime(0, 0), in: zone)
    }
}
