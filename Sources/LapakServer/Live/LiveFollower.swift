import LapakDomain
import LapakStore

/// Tells open pages what changed in the books, in the journal's order. It begins at the journal's end: a page asks for everything
/// when its stream begins, so nothing older is news.
struct LiveFollower: Follower {
    let name = "live"
    let keepsPlace = false
    let house: House

    func act(on lines: [Journal.Line]) async throws {
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
            await say(line.event, interview)
        }
        for (party, position) in changed { house.switchboard.send(.changed(position), to: party) }
    }

    /// What is more than "look again": words for members, and who is newly joined with whom.
    private func say(_ event: Event, _ interview: Interview?) async {
        let board = house.switchboard
        switch event {
        case .interviewTold(let id, let message): board.send(.message(message), to: .interview(id.rawValue))
        case .announced(let session, let message):
            // Everybody hears it in their own language.
            let words = ([QuickMessage.toAll] + QuickMessage.allCases.map(\.words)).first { $0.id == message } ?? Words(message, message)
            let seated = try? await house.store.read { connection in
                try connection.interviews(of: session).map { ($0.id, try connection.find(Claim.self, $0.claim)?.language ?? .id) }
            }
            for (id, language) in seated ?? [] { board.send(.message(words[language]), to: .interview(id.rawValue)) }
        case .interviewCalled(let id, _, let session, _, _), .takenOver(let id, _, let session, _, _):
            let (member, officer) = (Party.interview(id.rawValue), Party.session(session.rawValue))
            board.send(.peer(member, board.presence(of: member)), to: officer)
            board.send(.peer(officer, board.presence(of: officer)), to: member)
        default: break
        }
    }
}
