import LapakDomain
import LapakStore
import Logging
import ServiceLifecycle

/// Tells open pages what changed in the books, in the journal's order. It begins at the journal's end: a page asks for everything
/// when its stream begins, so nothing older is news.
struct LiveFollower: Service {
    let house: House

    func run() async throws {
        var position: Int64?
        for await _ in house.store.wakes(.seconds(2)).cancelOnGracefulShutdown() {
            do {
                let from = if let position { position } else { try await house.store.read { try Journal.head($0).position } }
                position = try await follow(after: from)
            } catch { house.log.error("live events stand still", metadata: ["error": "\(error)"]) }
        }
    }

    /// Tells everything after a position; answers where it ended.
    func follow(after start: Int64) async throws -> Int64 {
        var position = start
        while true {
            let from = position
            let lines = try await house.store.read { try Journal.lines(after: from, limit: 500, $0) }
            guard let last = lines.last else { return position }
            try await tell(lines)
            position = last.position
        }
    }

    private func tell(_ lines: [Journal.Line]) async throws {
        let ids = Set(lines.compactMap(\.event.interview))
        let interviews = try await house.store.read { connection in
            try Dictionary(uniqueKeysWithValues: ids.compactMap { id in try connection.find(Interview.self, id).map { (id, $0) } })
        }
        let visits = Set(lines.compactMap(\.event.visit))
        let branches = try await house.store.read { connection in
            try Dictionary(uniqueKeysWithValues: visits.compactMap { id in try connection.find(WalkIn.self, id).map { (id, $0.branch) } })
        }
        var changed: [Party: Int64] = [:]
        for line in lines {
            let interview = line.event.interview.flatMap { interviews[$0] }
            if let interview, let visit = interview.walkIn {
                for party in [Party.visit(visit.rawValue), .hall(interview.branch.rawValue)] { changed[party] = line.position }
                if let booth = interview.booth { changed[.booth(booth.rawValue)] = line.position }
            }
            if let visit = line.event.visit, let branch = branches[visit] {
                for party in [Party.visit(visit.rawValue), .hall(branch.rawValue)] { changed[party] = line.position }
            }
            for party in line.event.screens { changed[party] = line.position }
            for session in [interview?.session] + line.event.sessions {
                if let session { changed[.session(session.rawValue)] = line.position }
            }
            if let id = line.event.interview { changed[.interview(id.rawValue)] = line.position }
            await say(line.event)
        }
        for (party, position) in changed { house.switchboard.send(.changed(position), to: party) }
    }

    /// What is more than "look again": words for members, each in their own language, and who is newly joined with whom.
    private func say(_ event: Event) async {
        switch event {
        case .interview(.told(let id, let message)):
            let interview = try? await house.store.read { try $0.find(Interview.self, id) }
            if let interview { await say(message, to: [interview]) }
        case .session(.announced(let session, let message)):
            await say(message, to: (try? await house.store.read { try $0.interviews(of: session) }) ?? [])
        case .interview(.called(let id, _, let session, _, _)), .interview(.takenOver(let id, _, let session, _, _)):
            let board = house.switchboard
            let (member, officer) = (Party.interview(id.rawValue), Party.session(session.rawValue))
            board.send(.peer(member, board.presence(of: member)), to: officer)
            board.send(.peer(officer, board.presence(of: officer)), to: member)
        default: break
        }
    }

    private func say(_ message: Telling, to interviews: [Interview]) async {
        for interview in interviews {
            let claim = try? await house.store.read { try $0.find(Claim.self, interview.claim) }
            house.switchboard.send(.message(message.words[claim?.language ?? .id]), to: .interview(interview.id.rawValue))
        }
    }
}

/// Keeps the books informed of who is there: an officer's session lives while its console does, and a member whose page is gone is
/// shown as stuck. Each side hears at once when the other comes or goes.
struct PresenceService: Service {
    let house: House

    func run() async throws {
        await withTaskGroup(of: Void.self) { group in
            group.addTask {
                for await (party, _) in house.switchboard.presences().cancelOnGracefulShutdown() { await tell(party) }
            }
            group.addTask {
                let begun = house.clock.now
                for await _ in every(.seconds(2)).cancelOnGracefulShutdown() {
                    do {
                        try await look(since: begun)
                        try await lookAtBooths(since: begun)
                    } catch {
                        house.log.error("nobody looks who is there", metadata: ["error": "\(error)"])
                    }
                }
            }
        }
    }

    private func tell(_ party: Party) async {
        let board = house.switchboard
        let event = LiveEvent.peer(party, board.presence(of: party))
        switch party {
        case .interview(let id):
            let interview = try? await house.store.read { try $0.find(Interview.self, ID<Interview>(id)) }
            if let session = interview?.session { board.send(event, to: .session(session.rawValue)) }
        case .session(let id):
            let seated = (try? await house.store.read { try $0.interviews(of: ID<Session>(id)) }) ?? []
            for interview in seated { board.send(event, to: .interview(interview.id.rawValue)) }
        case .hall, .booth, .visit: break
        }
    }

    /// Looks at every session whose console is connected here. `begun`: nobody counts as gone for longer than we are here ourselves.
    func look(since begun: Instant) async throws {
        let (now, rules, board) = (house.clock.now, house.policy.interviews, house.switchboard)
        for session in try await house.store.read({ try $0.openSessions() }) {
            guard board.presence(of: .session(session.id.rawValue)).isOnline else { continue }
            if now - session.seen >= .seconds(4) { try await settled { try $0.keepAlive(session.id, at: now) } }
            for interview in try await house.store.read({ try $0.interviews(of: session.id) }) {
                let presence = board.presence(of: .interview(interview.id.rawValue))
                let isGone = !presence.isOnline && now - max(begun, presence.gone ?? interview.since) >= rules.awayAfter
                if isGone, interview.stuck == nil {
                    try await settled { try $0.step(interview.id, by: .clock, at: now) { $0.loseContact(at: now).map { [$0] } ?? [] } }
                } else if presence.isOnline, interview.stuck == .contactLost {
                    try await settled { try $0.step(interview.id, by: .clock, at: now) { $0.regainContact(at: now).map { [$0] } ?? [] } }
                }
            }
        }
    }

    /// Booths live while their pages are connected here; one whose page is gone takes nobody.
    func lookAtBooths(since begun: Instant) async throws {
        let (now, rules) = (house.clock.now, house.policy.interviews)
        let here = house.switchboard.booths()
        guard !here.isEmpty else { return }
        let known = try await house.store.read { connection in try here.compactMap { try connection.find(Booth.self, $0.0) } }
        for booth in known {
            guard let presence = here.first(where: { $0.0 == booth.id })?.1 else { continue }
            if presence.isOnline {
                guard booth.trouble == .network || now - booth.seen >= Call.boothBeat else { continue }
                try await settled { try $0.booth(booth.id, by: .clock, at: now) { $0.live(at: now) } }
            } else if booth.trouble == nil, let gone = presence.gone, now - max(begun, gone) >= rules.awayAfter {
                try await settled { try $0.booth(booth.id, by: .clock, at: now) { $0.lose(at: now) } }
            }
        }
    }

    private func settled<T: Sendable>(_ change: @escaping @Sendable (Work) throws -> T) async throws {
        do { _ = try await house.store.write { try change($0) } } catch is Refusal {}
    }
}

extension Event {
    /// The interview that it is about.
    var interview: ID<Interview>? {
        switch self {
        case .interview(let event): event.interview
        case .evidence(.kept(let id, _, _, _)): id
        default: nil
        }
    }

    /// The visit that it is about.
    var visit: ID<WalkIn>? { if case .walkIn(let event) = self { event.walkIn } else { nil } }

    /// Screens in a branch that it is about, beside those of the interview and the visit.
    fileprivate var screens: [Party] {
        switch self {
        case .booth(.paired(let booth, let branch, _)), .booth(.trouble(let booth, let branch, _, _)):
            [.booth(booth.rawValue), .hall(branch.rawValue)]
        case .interview(.boothChanged(_, let from, let to)): [.booth(from.rawValue), .booth(to.rawValue)]
        case .session(.opened(_, _, let branch, _)): [.hall(branch.rawValue)]
        default: []
        }
    }

    /// Sessions that it is about, beside the one where the interview sits now.
    fileprivate var sessions: [ID<Session>?] {
        switch self {
        case .session(.opened(let id, _, _, _)), .session(.seatsChanged(let id, _, _)), .session(.closing(let id, _)),
            .session(.announced(let id, _)):
            [id]
        case .interview(.moved(_, _, let id, _, _)), .interview(.paused(_, _, let id, _)): [id]
        case .interview(.takeOverOffered(_, let from, let to)): [from, to]
        case .interview(.takenOver(_, let from, let to, _, _)): [from, to]
        default: []
        }
    }
}
