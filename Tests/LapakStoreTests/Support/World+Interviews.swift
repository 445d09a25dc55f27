import LapakDomain

@testable import LapakStore

// Officers, sessions, and people who come to their interview.
extension World {
    /// Tuesday, the moment at which the nine o'clock appointments of Siak begin.
    static let nine = (monday + 1).at(ClockTime(9, 0), in: .wib)

    func officer(_ number: Int64, at branch: Branch? = nil) -> Staff {
        Staff(
            id: ID(number), username: "petugas\(number)", name: "Petugas \(number)", role: .officer, branch: (branch ?? siak).id,
            password: "")
    }

    func open(_ officer: Int64, seats: Int, in branch: Branch? = nil, at now: Instant = nine) async throws -> OfficerSession {
        let branch = branch ?? siak
        let (id, staff): (ID<OfficerSession>, Staff) = (source.id(), self.officer(officer, at: branch))
        return try await store.write(in: context(at: now)) { try $0.openSession(id, for: staff, at: branch, seats: seats) }
    }

    /// Someone with all papers whole and an appointment at nine.
    func ready(_ person: Int, at slot: ID<Slot>? = nil) async throws -> ID<Claim> {
        let claim = try await book(person, slot ?? self.slot(siak, 9)).claim
        _ = try await sendAll(for: claim)
        let due = try await find(Claim.self, claim).papersDue ?? World.nine
        _ = try await settle(claim, at: due)
        return claim
    }

    func enter(_ claim: ID<Claim>, at now: Instant = nine) async throws -> Interview {
        let id: ID<Interview> = source.id()
        return try await store.write(in: context(at: now)) {
            try $0.enterLobby(id, claim: claim, priority: false, rung: .video, consents: true)
        }
    }

    /// So many people in the lobby, one after another.
    func lobby(_ count: Int) async throws -> [Interview] {
        var interviews: [Interview] = []
        for person in 0..<count { interviews.append(try await enter(try await ready(person), at: World.nine + .seconds(person))) }
        return interviews
    }

    func fill(_ session: OfficerSession, at now: Instant = nine) async throws -> [Interview] {
        return try await store.write(in: context(at: now)) { try $0.fillSeats(of: session.id) }
    }

    func answer(_ id: ID<Interview>, at now: Instant = nine) async throws -> Interview {
        try await store.write(in: context(at: now)) { try $0.answer(id, chance: 7) }
    }

    @discardableResult func step(
        _ id: ID<Interview>, by author: Author = .clock, at now: Instant = nine,
        _ change: @escaping @Sendable (inout Interview) throws -> [Event]
    ) async throws -> Interview {
        try await store.write(in: context(by: author, at: now)) { try $0.step(id, change) }
    }

    func capture(_ interview: Interview, _ paper: Paper, at now: Instant = nine) async throws -> Interview {
        let evidence = Evidence(
            id: source.id(), interview: interview.id, claim: interview.claim, kind: .paper(paper), sha256: "cc", bytes: 9, width: 1920,
            height: 1080, how: "grabFrame", at: now)
        return try await store.write(in: context(by: .member(interview.claim), at: now)) { try $0.keep(evidence) }
    }

    /// The rows that the officer would see now.
    func rows(_ interview: Interview) async throws -> [InterviewCheck] {
        let policy = nation.policy
        return try await store.read { connection in
            guard let claim = try connection.find(Claim.self, interview.claim) else { throw Refusal.notFound }
            let known = InterviewCheck.Known(
                claim: claim, member: nil, dossier: try connection.dossier(of: claim), zone: .wib)
            return InterviewCheck.rows(of: interview, known, policy: policy)
        }
    }

    /// Marks every row as fitting, and takes the next step.
    func accept(_ id: ID<Interview>, by staff: ID<Staff>, at now: Instant = nine) async throws -> Interview {
        let rows = try await rows(try await find(Interview.self, id))
        let policy = nation.policy
        return try await step(id, by: .staff(staff), at: now) { interview in
            for row in rows where row.needsHand { _ = try interview.mark(row.subject, fits: true, among: rows, by: staff, at: now) }
            return try interview.accept(rows, by: staff, policy: policy, at: now)
        }
    }

    func settle(_ id: ID<Interview>, at now: Instant) async throws -> Interview {
        return try await store.write(in: context(at: now)) { try $0.settle(id) }
    }

    /// From the call to the officer's last look, as an ordinary member goes.
    func serve(_ interview: Interview, by staff: ID<Staff>, at now: Instant = nine) async throws -> Interview {
        var interview = try await answer(interview.id, at: now)
        interview = try await step(interview.id, at: now) { [try $0.confirmData(at: now)] }
        if interview.phase == .ready { interview = try await accept(interview.id, by: staff, at: now) }
        for paper in interview.missing { interview = try await capture(interview, paper, at: now) }
        _ = try await accept(interview.id, by: staff, at: now)
        return try await step(interview.id, at: now) { [try $0.agree(at: now)] }
    }
}

// Someone who came to a branch, with a booth that is free for them.
extension World {
    /// Their number, the yard's check, and told to come in; answers the interview in the lobby.
    func visitor(_ person: Int = 0, at branch: Branch) async throws -> ID<Interview> {
        let (id, day, now, policy) = (
            try await ready(person, at: slot(branch, 9)), branch.zone.day(of: World.nine), World.nine, nation.policy
        )
        let (interview, booth): (ID<Interview>, ID<Booth>) = (source.id(), source.id())
        let walkIn = try await store.write(in: context(at: now)) { work in
            let claim = try work.get(Claim.self, id)
            guard let place = claim.booking else { throw Refusal.notFound }
            let booking = try work.get(Booking.self, place)
            return try work.takeNumber(for: claim, booking: booking, at: branch).id
        }
        try await store.write(in: context(by: .staff(ID(8)), at: now)) { work in
            try work.walkIn(walkIn) {
                try $0.check(seen: [], missing: [], priority: nil, window: .minutes(30), by: ID(8), policy: policy, at: now)
            }
            var new = try Booth.add(booth, number: 1, branch: branch.id, codeHash: "kode", policy: policy, at: now)
            _ = try new.pair(codeHash: "kode", secret: "rahasia", at: now)
            work.insert(new)
        }
        _ = try await store.write(in: context(at: now)) { try $0.admit(at: branch, interviews: [interview], on: day) }
        return interview
    }
}
