import HTTPTypes
import Hummingbird
import LapakDomain
import LapakStore

/// What a member does in the interview. Plain forms that lead back to the page; scripts (`Accept: application/json`) get the
/// changed fragment at once, or the refusal.
enum InterviewVerbs {
    private static let path = InterviewPages.path

    static func routes(_ routes: Routes) {
        routes.post("\(path)/masuk") { call in try await enter(call) }
        routes.post("\(path)/jawab") { call in
            let chance = call.house.chance.bytes(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            return try await act(call, "jawab") { try $0.answer($1, chance: chance, at: call.now) }
        }
        routes.post("\(path)/data") { call in try await step(call, "data") { [try $0.confirmData(at: call.now)] } }
        routes.post("\(path)/setuju") { call in try await step(call, "setuju") { [try $0.agree(at: call.now)] } }
        routes.post("\(path)/bantuan") { call in
            let why = call.form["sebab"] == "objection" ? Interview.Stuck.objection : .help
            return try await step(call, "bantuan") { try $0.ask(why, at: call.now).map { [$0] } ?? [] }
        }
        routes.post("\(path)/tangga") { call in
            guard let rung = Interview.Rung(rawValue: call.form["rung"]) else { throw Refusal.notFound }
            return try await step(call, "tangga") { try $0.change(to: rung, at: call.now).map { [$0] } ?? [] }
        }
        routes.post("\(path)/keluar") { call in try await step(call, "keluar") { [try $0.leave(at: call.now)] } }
        routes.post("\(path)/hidup") { call in
            let interview = try await call.ownInterview()
            // A page that says it more often than it has to is not written down each time.
            guard interview.phase.isMembers, interview.stuck == .noProgress || call.now - interview.progress >= .seconds(10) else {
                return Reply(status: .noContent)
            }
            _ = try await call.house.store.write(.row(Interview.self, interview.id)) { work in
                try work.step(interview.id, by: .member(interview.claim), at: call.now) { interview in
                    let was = interview.stuck
                    interview.live(at: call.now)
                    // The console hears that it goes on.
                    return was == interview.stuck ? [] : [interview.goesOn]
                }
            }
            return Reply(status: .noContent)
        }
    }

    /// Comes to the lobby, with consent.
    private static func enter(_ call: Call) async throws -> Reply {
        let (now, policy) = (call.now, call.policy)
        let (rung, priority) = (Interview.Rung(rawValue: call.form["rung"]) ?? .video, call.form["prioritas"] == "ya")
        let consents = call.form["setuju"] == "ya"
        do {
            let claim = try await call.papersClaim().id
            let id: ID<Interview> = call.house.chance.id(at: now)
            _ = try await call.house.store.write(once: call.requestKey("wawancara/masuk/\(claim.rawValue)"), at: now) { work in
                try work.enterLobby(id, claim: claim, priority: priority, rung: rung, consents: consents, policy: policy, at: now).phase
            }
        } catch let refusal as Refusal {
            guard case .invalid = refusal else { return try await answer(call, refusal) }
            return try await InterviewPages.show(call, faults: Faults(refusal), status: refusal.status)
        }
        return .redirect(path)
    }

    /// One step of the running interview, once for one form.
    private static func step(
        _ call: Call, _ verb: String, _ change: @escaping @Sendable (inout Interview) throws -> [Event]
    ) async throws -> Reply {
        try await act(call, verb) { work, id in
            guard let claim = try work.glance(Interview.self, id)?.claim else { throw Refusal.notFound }
            return try work.step(id, by: .member(claim), at: call.now, change)
        }
    }

    private static func act(
        _ call: Call, _ verb: String, _ change: @escaping @Sendable (Work, ID<Interview>) throws -> Interview
    ) async throws -> Reply {
        do {
            let interview = try await call.ownInterview()
            let key = call.requestKey("wawancara/\(verb)/\(interview.id.rawValue)")
            _ = try await call.house.store.write(once: key, at: call.now) { try change($0, interview.id).phase }
        } catch let refusal as Refusal { return try await answer(call, refusal) }
        return try await answer(call, nil)
    }

    /// Where the interview stands now. That it moved on meanwhile, or is over, is no fault of the member: the page shows it.
    private static func answer(_ call: Call, _ refusal: Refusal?) async throws -> Reply {
        switch refusal {
        case nil, .interviewPhase?, .wrongPhase?, .notYet?, .interviewRunning?, .notYours?: break
        case .some(let refusal): throw refusal
        }
        guard call.request.headers[.accept]?.hasPrefix("application/json") ?? false else { return .redirect(path) }
        return Reply(body: InterviewStep(picture: try await InterviewPicture.load(call), call: call).fragment.text)
    }
}
