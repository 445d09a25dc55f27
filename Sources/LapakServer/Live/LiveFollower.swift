import LapakDomain
import LapakStore

/// Tells open pages what changed in the database, in the journal's order. It begins at the journal's end: a page asks for everything
/// when its stream begins, so nothing older is news.
struct LiveFollower: Follower {
    let name = "live"
    let keepsPlace = false
    let app: App

    func act(on lines: [Journal.Line]) async throws {
        let ids = Set(lines.compactMap(\.event.interview))
        let walkIns = Set(lines.compactMap(\.event.walkIn))
        let (interviews, branches) = ids.isEmpty && walkIns.isEmpty ? ([:], [:]) : try await look(at: ids, walkIns)
        var changed: [Party: Int64] = [:]
        for line in lines {
            let interview = line.event.interview.flatMap { interviews[$0] }
            if let interview, let walkIn = interview.walkIn {
                for party in [Party.walkIn(walkIn.rawValue), .hall(interview.branch.rawValue)] { changed[party] = line.position }
                if let booth = interview.booth { changed[.booth(booth.rawValue)] = line.position }
            }
            if let walkIn = line.event.walkIn, let branch = branches[walkIn] {
                for party in [Party.walkIn(walkIn.rawValue), .hall(branch.rawValue)] { changed[party] = line.position }
            }
            for party in line.event.screens { changed[party] = line.position }
            for session in [interview?.session] + line.event.sessions {
                if let session { changed[.session(session.rawValue)] = line.position }
            }
            if let id = line.event.interview { changed[.interview(id.rawValue)] = line.position }
            await say(line.event)
        }
        for (party, position) in changed { app.switchboard.send(.changed(position), to: party) }
    }

    private func look(
        at interviews: Set<ID<Interview>>, _ walkIns: Set<ID<WalkIn>>
    ) async throws -> ([ID<Interview>: Interview], [ID<WalkIn>: ID<Branch>]) {
        try await app.store.read { connection in
            (
                try Dictionary(
                    uniqueKeysWithValues: interviews.compactMap { id in try connection.find(Interview.self, id).map { (id, $0) } }),
                try Dictionary(
                    uniqueKeysWithValues: walkIns.compactMap { id in try connection.find(WalkIn.self, id).map { (id, $0.branch) } })
            )
        }
    }

    /// What is more than "look again": words for members, each in their own language, and who is newly joined with whom.
    private func say(_ event: Event) async {
        switch event {
        case .interview(.told(let id, let message)):
            let interview = try? await app.store.read { try $0.find(Interview.self, id) }
            if let interview { await say(message, to: [interview]) }
        case .session(.announced(let session, let message)):
            await say(message, to: (try? await app.store.read { try $0.interviews(of: session) }) ?? [])
        case .interview(.called(let id, _, let session, _, _)), .interview(.takenOver(let id, _, let session, _, _)):
            let board = app.switchboard
            let (member, officer) = (Party.interview(id.rawValue), Party.session(session.rawValue))
            board.send(.peer(member, board.presence(of: member)), to: officer)
            board.send(.peer(officer, board.presence(of: officer)), to: member)
        default: break
        }
    }

    private func say(_ message: Telling, to interviews: [Interview]) async {
        for interview in interviews {
            let claim = try? await app.store.read { try $0.find(Claim.self, interview.claim) }
            app.switchboard.send(.message(message.words[claim?.language ?? .id]), to: .interview(interview.id.rawValue))
        }
    }
}
