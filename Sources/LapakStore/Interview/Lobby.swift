package import LapakDomain

/// The lobby of a branch: who is there, in the order in which they are called.
package enum Lobby {
    /// Branch, now, limit. Visitors of the branch are called there only, and only while a booth is free. First those whose
    /// officer left, then by appointment and by coming. Who was handed over waits for a session with one seat (`alone`), and
    /// such a session takes them first.
    static func next(alone: Bool, nation: Bool, booths: Bool) -> String {
        """
        SELECT id FROM interview WHERE phase = 'lobby' AND (branch = $1\(nation ? " OR walk_in IS NULL" : ""))
        \(booths ? "" : "AND walk_in IS NULL") AND (not_before IS NULL OR not_before <= $2)
        AND \(alone ? "front <= 2" : "front <> 1")
        ORDER BY CASE WHEN branch = $1 THEN 0 ELSE 1 END, \(alone ? "CASE WHEN front = 1 THEN 0 ELSE 1 END, " : "")
            front, start, entered, id
        LIMIT $3
        """
    }

    /// How many stand before this person; those of the same appointment by coming.
    package static func ahead(of interview: Interview, _ connection: any SQLConnection, at now: Instant) throws -> Int {
        let front: Int64 = interview.pause == .officerLeft ? 0 : 2
        return Int(
            try connection.query(
                """
                SELECT count(*) FROM interview WHERE phase = 'lobby' AND branch = $1 AND (not_before IS NULL OR not_before <= $2)
                AND front <> 1
                AND (front < $3
                    OR (front = $3
                        AND (start < $4 OR (start = $4 AND (entered < $5 OR (entered = $5 AND id < $6))))))
                """, interview.branch, now, front, interview.order, interview.entered, interview.id)[0].int(0))
    }

    package static func waiting(at branch: ID<Branch>, _ connection: any SQLConnection) throws -> Int {
        Int(try connection.query("SELECT count(*) FROM interview WHERE phase = 'lobby' AND branch = $1", branch)[0].int(0))
    }
}

/// What one console shows: the session with everyone who sits, and the lobby behind them.
package struct SessionFloor: Sendable {
    package let session: OfficerSession
    /// By seat.
    package let interviews: [Interview]
    package let claims: [ID<Claim>: Claim]
    package let dossiers: [ID<Claim>: Dossier]
    /// Number and booth of those who are in the branch.
    package let places: [ID<Interview>: (number: QueueNumber, booth: Int)]
    package let waiting: Int
    /// Interviews of colleagues that this session is asked to take over.
    package let offers: [Interview]
    /// Colleagues' open sessions at the same branch.
    package let others: [OfficerSession]

    package static func load(_ id: ID<OfficerSession>, _ connection: any SQLConnection) throws -> SessionFloor? {
        guard let session = try connection.find(OfficerSession.self, id) else { return nil }
        let interviews = try connection.interviews(of: id)
        var claims: [ID<Claim>: Claim] = [:]
        var dossiers: [ID<Claim>: Dossier] = [:]
        for interview in interviews {
            guard let claim = try connection.find(Claim.self, interview.claim) else { continue }
            claims[claim.id] = claim
            dossiers[claim.id] = try connection.dossier(of: claim)
        }
        var places: [ID<Interview>: (number: QueueNumber, booth: Int)] = [:]
        for interview in interviews {
            guard let walkIn = try interview.walkIn.flatMap({ try connection.find(WalkIn.self, $0) }),
                let booth = try interview.booth.flatMap({ try connection.find(Booth.self, $0) })
            else { continue }
            places[interview.id] = (walkIn.number, booth.number)
        }
        let others = try connection.sessions(at: session.branch).filter { $0.id != id }
        let offers = try others.flatMap { try connection.interviews(of: $0.id) }.filter { $0.offered == id }
        return SessionFloor(
            session: session, interviews: interviews, claims: claims, dossiers: dossiers, places: places,
            waiting: try Lobby.waiting(at: session.branch, connection), offers: offers, others: others)
    }
}

extension SQLConnection {
    /// Who sits in a session, by seat.
    package func interviews(of session: ID<OfficerSession>) throws -> [Interview] {
        try query(
            "SELECT \(Interview.table.columnList) FROM interview WHERE session = $1 AND live = 1 AND seat IS NOT NULL ORDER BY seat",
            session
        ).map(Interview.init)
    }
    /// The interview that runs for a claim.
    package func interview(of claim: ID<Claim>) throws -> Interview? {
        try query("SELECT \(Interview.table.columnList) FROM interview WHERE claim = $1 AND live = 1", claim).first.map(Interview.init)
    }
    /// The last interview of a claim, running or over.
    package func lastInterview(of claim: ID<Claim>) throws -> Interview? {
        try query("SELECT \(Interview.table.columnList) FROM interview WHERE claim = $1 ORDER BY entered DESC, id DESC LIMIT 1", claim)
            .first.map(Interview.init)
    }
    package func openSession(of staff: ID<Staff>) throws -> OfficerSession? {
        try query("SELECT \(OfficerSession.table.columnList) FROM officer_session WHERE staff = $1 AND live > 0", staff).first.map(
            OfficerSession.init)
    }
    /// Open sessions of a branch.
    package func sessions(at branch: ID<Branch>) throws -> [OfficerSession] {
        try query("SELECT \(OfficerSession.table.columnList) FROM officer_session WHERE branch = $1 AND live > 0 ORDER BY id", branch).map(
            OfficerSession.init)
    }
    package func openSessions() throws -> [OfficerSession] {
        try query("SELECT \(OfficerSession.table.columnList) FROM officer_session WHERE live > 0 ORDER BY id").map(OfficerSession.init)
    }
    /// Branches with somebody in the lobby, and the open sessions there with how many sit in each.
    package func sessionsWithLobby(nation: Bool) throws -> [(id: ID<OfficerSession>, sitting: Int)] {
        try query(
            """
            SELECT s.id, (SELECT count(*) FROM interview i WHERE i.session = s.id AND i.live = 1 AND i.seat IS NOT NULL) AS sitting
            FROM officer_session s WHERE s.live = 1 AND EXISTS (
                SELECT 1 FROM interview w WHERE w.phase = 'lobby'\(nation ? "" : " AND w.branch = s.branch"))
            ORDER BY sitting, s.id
            """, []
        ).map { (ID(try $0.int(0)), Int(try $0.int(1))) }
    }
    /// What a manager sees of one session.
    package func figures(of session: OfficerSession, at now: Instant) throws -> SessionFigures {
        let touches = try query("SELECT \(Touch.table.columnList) FROM touch WHERE session = $1", session.id).map(Touch.init)
        let done = try query("SELECT \(Interview.table.columnList) FROM interview WHERE session = $1 AND phase = 'done'", session.id).map(
            Interview.init)
        let stuck = try interviews(of: session.id).filter { $0.stuck != nil && $0.stuck != .wrote }.count
        let begun = Dictionary(grouping: touches, by: \.interview).compactMapValues { $0.map(\.begun).min() }
        return SessionFigures(
            seats: session.seats, done: done.count, stuck: stuck, touches: touches,
            lasted: done.map { $0.since - min($0.seated ?? $0.entered, begun[$0.id] ?? $0.since) },
            open: (session.closed ?? now) - session.opened)
    }
}

/// What the clock has to do in the interviews now; bounded, the rest comes with the next look.
package struct DueInterviews: Sendable {
    /// Calls that nobody answered.
    package let calls: [ID<Interview>]
    /// Steps that stand still.
    package let still: [ID<Interview>]
    /// Decisions that can no longer be undone.
    package let decisions: [ID<Interview>]
    /// Appointments that nobody came to.
    package let appointments: [ID<Booking>]
    package let sessions: [ID<OfficerSession>]
    /// Sessions that take nobody new and have nobody left.
    package let emptied: [ID<OfficerSession>]
    /// People who are still in the lobby long after everyone went home.
    package let unserved: [ID<Interview>]

    package static func load(_ policy: Policy, _ connection: any SQLConnection, at now: Instant) throws -> DueInterviews {
        let rules = policy.interviews
        let overdue = now - rules.missedAfter - .minutes(policy.slotMinutes)
        func ids<Noun>(_ sql: String, _ moment: Instant) throws -> [ID<Noun>] {
            try connection.query(sql, moment, Due.limit).map { ID(try $0.int(0)) }
        }
        return DueInterviews(
            calls: try ids(
                "SELECT id FROM interview WHERE live = 1 AND phase = 'called' AND since <= $1 LIMIT $2", now - rules.answerWithin),
            still: try ids(
                "SELECT id FROM interview WHERE live = 1 AND phase IN ('filling', 'originals', 'summary') AND progress <= $1 LIMIT $2",
                now - rules.stuckAfter),
            decisions: try ids("SELECT id FROM interview WHERE live = 1 AND phase = 'deciding' AND since <= $1 LIMIT $2", now - rules.undo),
            appointments: try ids(
                """
                SELECT b.id FROM booking b WHERE b.start <= $1 AND b.slot % 2 = \(Channel.online.parity)
                AND (b.phase = 'confirmed' OR (b.phase = 'checkedIn' AND NOT EXISTS (
                    SELECT 1 FROM interview i WHERE i.claim = b.claim AND i.live = 1)))
                ORDER BY b.start LIMIT $2
                """, overdue),
            sessions: try ids("SELECT id FROM officer_session WHERE live > 0 AND seen <= $1 LIMIT $2", now - rules.abandonedAfter),
            emptied: try ids(
                """
                SELECT s.id FROM officer_session s WHERE s.live = 2 AND s.opened <= $1 AND NOT EXISTS (
                    SELECT 1 FROM interview i WHERE i.session = s.id AND i.live = 1) LIMIT $2
                """, now),
            unserved: try ids(
                "SELECT id FROM interview WHERE phase = 'lobby' AND start <= $1 ORDER BY start LIMIT $2", now - rules.lobbyLasts))
    }
}
