import LapakDomain
import LapakNation

@testable import LapakStore

/// What someone is told who files a claim.
struct Filed: Codable, Sendable, Hashable {
    let claim: ID<Claim>
    let booking: ID<Booking>?
    let ticket: ID<Ticket>?

    init(_ claim: Claim) { (self.claim, booking, ticket) = (claim.id, claim.booking, claim.ticket) }
}

// What people do, each as one change in the database.
extension World {
    /// Someone whose form is complete: proven or not, for a slot or, with a `wish`, for the line.
    func register(_ person: Int, proven: Bool = true, wish: Wish? = nil, at now: Instant = morning) async throws -> ID<Registration> {
        let member = people.member(person)
        let registration = Registration(
            id: source.id(), secret: "hash", language: .id, queues: wish != nil, wish: wish, nik: member.nik,
            kpj: member.memberships.first?.kpj, name: member.name, email: EmailAddress("orang\(person)@example.com"),
            phone: PhoneNumber("0812\(20_000_000 + person)"),
            code: OneTimeCode(hash: "code", sent: now, until: now + nation.policy.codeLasts),
            proven: proven ? now : nil, reason: .resignation, member: member.id, due: now + nation.policy.registrationLasts)
        try await store.write(in: context(at: now)) { $0.insert(registration) }
        return registration.id
    }

    func choose(_ slot: ID<Slot>, for id: ID<Registration>, at now: Instant = morning) async throws {
        try await store.write(in: context(at: now), .row(Registration.self, id), .row(Slot.self, slot)) { work in
            var registration = try work.get(Registration.self, id)
            try work.choose(slot, for: &registration)
        }
    }

    /// Files what was registered, at once in `slot` if one is given. With a key: once.
    func file(
        _ id: ID<Registration>, slot: ID<Slot>? = nil, key: String? = nil, parameters: String = "", at now: Instant = morning
    ) async throws -> Filed {
        let request = key.map { RequestKey($0, scope: "test", parameters: parameters) }
        return try await store.write(once: request, in: context(at: now), [.row(Registration.self, id)]) { work in
            var registration = try work.get(Registration.self, id)
            return Filed(try work.file(&registration, slot: slot))
        }
    }

    /// Registers and takes a place at once.
    func book(_ person: Int, _ slot: ID<Slot>, at now: Instant = morning) async throws -> Filed {
        try await file(try await register(person, at: now), slot: slot, at: now)
    }

    /// Registers and joins the line.
    func queue(_ person: Int, _ wish: Wish = Wish(), at now: Instant = morning) async throws -> Filed {
        try await file(try await register(person, wish: wish, at: now), at: now)
    }

    func cancel(_ id: ID<Claim>, at now: Instant = morning) async throws {
        try await store.write(in: context(at: now)) { work in
            var claim = try work.get(Claim.self, id)
            try work.cancel(&claim)
        }
    }

    func move(_ id: ID<Claim>, to slot: ID<Slot>, at now: Instant = morning) async throws {
        try await store.write(in: context(at: now)) { work in
            var claim = try work.get(Claim.self, id)
            try work.move(&claim, to: slot)
        }
    }

    func accept(_ offer: Booking, secret: String = "offer", at now: Instant = morning) async throws -> Filed {
        return try await store.write(in: context(at: now)) { Filed(try $0.accept(Pass(id: offer.id, hash: secret))) }
    }

    func decline(_ offer: Booking, at now: Instant = morning) async throws {
        try await store.write(in: context(at: now)) { _ = try $0.decline(Pass(id: offer.id, hash: "offer")) }
    }
}

// What the clock does.
extension World {
    /// Offers one kept place of the slot to the next in line.
    func offer(_ slot: ID<Slot>, at now: Instant = morning) async throws -> Booking? {
        let booking = source.id() as ID<Booking>
        return try await store.write(in: context(at: now)) { try $0.offerNext(of: slot, booking: booking, secret: "offer") }
    }

    /// Leads the waiting to every place that suits them.
    func usher(at now: Instant = morning) async throws -> [Booking] {
        var offers: [Booking] = []
        let nation = nation
        for slot in try await store.read({ try WaitingList.wanted(in: nation, limit: 500, $0, at: now) }) {
            while let next = try await offer(slot, at: now) { offers.append(next) }
        }
        return offers
    }

    /// Everything that is due: runs out, reopens, reminds. Answers how much changed.
    @discardableResult func tick(at now: Instant) async throws -> Int {
        let due = try await store.read { try Due.load($0, at: now) }
        var changed = 0
        for id in due.bookings where try await lapse(id, at: now) { changed += 1 }
        for id in due.slots {
            changed += try await store.write(in: context(at: now)) { try $0.reopen(id) } ? 1 : 0
        }
        for id in due.claims { changed += try await store.write(in: context(at: now)) { try $0.remind(id) } ? 1 : 0 }
        for id in due.papers where try await settle(id, at: now) { changed += 1 }
        return changed
    }

    /// What a claim's papers decide now.
    func settle(_ id: ID<Claim>, at now: Instant) async throws -> Bool {
        return try await store.write(in: context(at: now)) { try $0.settlePapers(of: id) }
    }

    func lapse(_ id: ID<Booking>, at now: Instant) async throws -> Bool {
        try await store.write(in: context(at: now)) { try $0.lapse(id) }
    }
}
