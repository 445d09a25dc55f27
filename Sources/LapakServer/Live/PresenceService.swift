package import LapakDomain
import LapakStore
import ServiceLifecycle

/// Keeps the database informed of who is there: an officer's session lives while its console does, and a member whose page is gone is
/// shown as stuck. Each side hears at once when the other comes or goes.
package struct PresenceService: Rounds {
    package let app: App
    package let name = "presence"
    package let pace = Pace.every(.seconds(2))
    /// Nobody counts as gone for longer than we are here ourselves.
    private let begun: Instant

    package init(app: App) {
        self.app = app
        begun = app.clock.now
    }

    package func run() async throws {
        await withTaskGroup(of: Void.self) { group in
            group.addTask {
                for await (party, _) in app.switchboard.presences().cancelOnGracefulShutdown() { await tell(party) }
            }
            group.addTask { await rounds() }
        }
    }

    package func tick() async throws {
        try await look(since: begun)
        try await lookAtBooths(since: begun)
    }

    private func tell(_ party: Party) async {
        let board = app.switchboard
        let event = LiveEvent.peer(party, board.presence(of: party))
        switch party {
        case .interview(let id):
            let interview = try? await app.store.read { try $0.find(Interview.self, ID<Interview>(id)) }
            if let session = interview?.session { board.send(event, to: .session(session.rawValue)) }
        case .session(let id):
            let seated = (try? await app.store.read { try $0.interviews(of: ID<OfficerSession>(id)) }) ?? []
            for interview in seated { board.send(event, to: .interview(interview.id.rawValue)) }
        case .hall, .booth, .walkIn: break
        }
    }

    /// Looks at every session whose console is connected here.
    package func look(since begun: Instant) async throws {
        let (now, rules, board) = (app.clock.now, app.policy.interviews, app.switchboard)
        // Nobody is called to a chair that nobody may sit in: whose sign-in ended or ran out, here or in another process.
        for staff in try await app.store.read({ try $0.signedOutOfficers(at: now) }) {
            try await app.settled(at: now) { try $0.closeSessionIfSignedOut(staff) }
        }
        for session in try await app.store.read({ try $0.openSessions() }) {
            guard board.presence(of: .session(session.id.rawValue)).isOnline else { continue }
            if now - session.seen >= .seconds(4) { try await app.settled(at: now) { work in try work.keepAlive(session.id) } }
            for interview in try await app.store.read({ try $0.interviews(of: session.id) }) {
                let presence = board.presence(of: .interview(interview.id.rawValue))
                let isGone = !presence.isOnline && now - max(begun, presence.gone ?? interview.since) >= rules.awayAfter
                if isGone, interview.stuck == nil {
                    try await app.settled(at: now) { work in
                        try work.step(interview.id) { $0.loseContact(at: now).map { [$0] } ?? [] }
                    }
                } else if presence.isOnline, interview.stuck == .contactLost {
                    try await app.settled(at: now) { work in
                        try work.step(interview.id) { $0.regainContact(at: now).map { [$0] } ?? [] }
                    }
                }
            }
        }
    }

    /// Booths live while their pages are connected here; one whose page is gone takes nobody.
    func lookAtBooths(since begun: Instant) async throws {
        let (now, rules) = (app.clock.now, app.policy.interviews)
        let here = app.switchboard.booths()
        guard !here.isEmpty else { return }
        let known = try await app.store.read { connection in try here.compactMap { try connection.find(Booth.self, $0.0) } }
        for booth in known {
            guard let presence = here.first(where: { $0.0 == booth.id })?.1 else { continue }
            if presence.isOnline {
                guard booth.trouble == .network || now - booth.seen >= Call.boothBeat else { continue }
                try await app.settled(at: now) { work in try work.booth(booth.id) { $0.live(at: now) } }
            } else if booth.trouble == nil, let gone = presence.gone, now - max(begun, gone) >= rules.awayAfter {
                try await app.settled(at: now) { work in try work.booth(booth.id) { $0.lose(at: now) } }
            }
        }
    }
}
