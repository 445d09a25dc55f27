import HTTPTypes
import LapakDomain
import LapakStore
import LapakWeb

/// The live wires of an interview: the officer's console and the member's page each have a stream of events, a way to signal, and
/// relays. The star is kept here: a member reaches only the officer of their seat, an officer only who sits in their session.
enum LiveStreams {
    static func routes(_ routes: Routes, faces: [InterviewFace]) {
        routes.live("/kantor/konsol/siaran", needs: .holdSession) { call, desk in
            let session = try await call.ownSession(desk)
            let (party, app) = (Party.session(session.id.rawValue), call.app)
            return try Live(party, call) {
                let seated = try await app.store.read { try $0.interviews(of: session.id) }
                return [app.switchboard.halo(for: party, peers: seated.map { .interview($0.id.rawValue) })]
            }
        }
        routes.post("/kantor/konsol/sinyal", needs: .holdSession, as: .line) { call, desk in
            let (session, signal) = (try await call.ownSession(desk), try Signal(call.body))
            let interview = try await call.app.store.read { try $0.find(Interview.self, ID<Interview>(signal.to)) }
            guard interview?.session == session.id else { throw Refusal.notYours }
            try call.app.switchboard.pass(signal, from: .session(session.id.rawValue), to: .interview(signal.to))
            return Reply(status: .noContent)
        }
        routes.get("/kantor/konsol/ice", needs: .holdSession, as: .line) { call, desk in
            let session = try await call.ownSession(desk)
            return .json(call.app.iceServers.json(for: .session(session.id.rawValue), at: call.app.clock.wall))
        }
        for face in faces { seat(routes, face) }
    }

    /// Where a person sits: at home, or in a booth.
    private static func seat(_ routes: Routes, _ face: InterviewFace) {
        routes.live("\(face.line)/siaran") { call in
            let interview = try await face.interview(call)
            let (party, app) = (Party.interview(interview.id.rawValue), call.app)
            var live = try Live(party, call) {
                let now = try await app.store.read { try $0.find(Interview.self, interview.id) }
                return [app.switchboard.halo(for: party, peers: now?.session.map { [.session($0.rawValue)] } ?? [])]
            }
            // A phone's key may end, or be somebody else's by now; a booth's page closes the line itself.
            if !face.isBooth {
                live.holds = {
                    do { return try await face.claim(call.atThisMoment) == interview.claim } catch { return !(error is Refusal) }
                }
            }
            return live
        }
        routes.post("\(face.line)/sinyal") { call in
            let (interview, signal) = (try await face.interview(call), try Signal(call.body))
            guard interview.session?.rawValue == signal.to else { throw Refusal.notYours }
            try call.app.switchboard.pass(signal, from: .interview(interview.id.rawValue), to: .session(signal.to))
            return Reply(status: .noContent)
        }
        routes.get("\(face.line)/ice") { call in
            let interview = try await face.interview(call)
            return .json(call.app.iceServers.json(for: .interview(interview.id.rawValue), at: call.app.clock.wall))
        }
    }
}
