import LapakDomain
import LapakStore
import LapakWeb

/// One press at a console as a change of the database: whose session it is, whom it is about, and what is refused.
struct ConsoleActions {
    let console: Console
    let call: Call
    let desk: Desk

    var staff: ID<Staff> { desk.staff.id }

    /// Refuses with `noSeat` without an open session, with `notFound` whoever does not sit in it, and as the rules say.
    func run(_ verb: ConsoleVerb) async throws {
        switch verb {
        case .open: try await open()
        case .attend: try await attend()
        case .mark: try await mark()
        case .accept, .relieve: try await accept(onlyStuck: verb == .relieve)
        case .giveBack: try await giveBack()
        case .decide: try await decide()
        case .undo: try await step { interview, _, now in [try interview.takeBack(by: staff, at: now)] }
        case .park: try await pause(.parked)
        case .handOver: try await pause(.handedOver)
        case .offer: try await offer()
        case .take: try await take()
        case .call: try await callNext()
        case .absent: try await absent()
        case .tell: try await tell()
        case .write: try await write()
        case .seats: try await changeSeats()
        case .close: try await close()
        case .live: try await stayAlive()
        }
    }

    /// The interview that the form names.
    func named() throws(Refusal) -> ID<Interview> {
        guard let id = Int64(call.form["kursi"]) else { throw .notFound }
        return ID(id)
    }

    /// The officer's own open session; whatever is pressed is a sign of life.
    func session() async throws -> ID<OfficerSession> {
        let (staff, now) = (staff, call.now)
        guard let session = try await call.app.store.read({ try $0.openSession(of: staff) }) else { throw Refusal.noSeat }
        if now - session.seen >= .seconds(4) { try await call.app.store.write(in: call.context()) { try $0.keepAlive(session.id) } }
        return session.id
    }

    /// A change that is made once, however often the form is sent.
    func once(_ change: @escaping @Sendable (Work) throws -> Void) async throws {
        let key = call.requestKey("konsol:\(staff.rawValue)")
        _ = try await call.app.store.write(once: key, in: call.context(by: .staff(staff))) { work -> Bool in
            try change(work)
            return true
        }
    }

    /// One step of the named interview, which has to sit in the officer's own session.
    func step(_ change: @escaping @Sendable (inout Interview, Work, Instant) throws -> [Event]) async throws {
        let (id, session, now) = (try named(), try await session(), call.now)
        try await once { work in
            try work.step(id) { interview in
                guard interview.session == session, interview.seat != nil else { throw Refusal.notFound }
                return try change(&interview, work, now)
            }
        }
    }

    /// The same with the rows that the officer sees, made from what the database holds in this moment.
    func stepWithRows(_ change: @escaping @Sendable (inout Interview, [InterviewCheck], Instant) throws -> [Event]) async throws {
        let (nation, id) = (call.nation, try named())
        let claim = try await call.app.store.read { connection in
            try connection.find(Interview.self, id).flatMap { try connection.find(Claim.self, $0.claim) }
        }
        guard let nik = claim?.nik else { throw Refusal.notFound }
        let member = await call.app.known.member(nik, call.app)
        try await step { interview, work, now in
            guard let claim = try work.glance(Claim.self, interview.claim)?.value else { throw Refusal.notFound }
            let known = InterviewCheck.Known(
                claim: claim, member: member, dossier: try work.dossier(of: claim), zone: nation[interview.branch]?.zone ?? .wib)
            return try change(&interview, InterviewCheck.rows(of: interview, known, policy: nation.policy), now)
        }
    }

    /// Where a page without the script goes on: the next who waits after a step that was finished, else the same seat.
    func next(after verb: ConsoleVerb) async throws -> String {
        let (staff, policy, now) = (staff, call.policy, call.now)
        let named = try? named()
        let seated = try await call.app.store.read { connection in
            try connection.openSession(of: staff).map { try connection.interviews(of: $0.id) } ?? []
        }
        let same = seated.first { $0.id == named }?.seat
        guard verb == .accept || same == nil else { return "kursi=\(same ?? 1)" }
        let next = Attention.list(seated, policy: policy, at: now).first?.seat ?? same
        return next.map { "kursi=\($0)" } ?? ""
    }
}
