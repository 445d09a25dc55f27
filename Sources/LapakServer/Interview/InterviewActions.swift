import HTTPTypes
import Hummingbird
import LapakDomain
import LapakStore
import LapakWeb

/// What a member does in the interview; the raw values are the addresses.
enum InterviewVerb: String, CaseIterable, Sendable {
    case enter = "masuk"
    case answer = "jawab"
    case confirm = "data"
    case agree = "setuju"
    case ask = "bantuan"
    case change = "tangga"
    case leave = "keluar"
    case write = "tulis"
    /// Someone is at work on the page.
    case live = "hidup"
}

/// One press on the member's page as a change of the database. Plain forms lead back to the page; scripts (`Accept: application/json`)
/// get the changed fragment at once, or the refusal.
struct InterviewActions {
    let call: Call
    var face: InterviewFace = .phone

    static func routes(_ routes: Routes, _ face: InterviewFace) {
        for verb in face.verbs {
            routes.post("\(face.path)/\(verb.rawValue)") { call in try await InterviewActions(call: call, face: face).take(verb) }
        }
    }

    func take(_ verb: InterviewVerb) async throws -> Reply {
        let now = call.now
        switch verb {
        case .enter: return try await enter()
        case .answer:
            let chance = call.app.secrets.bytes(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            return try await act(verb) { try $0.answer($1, chance: chance) }
        case .confirm: return try await step(verb) { [try $0.confirmData(at: now)] }
        case .agree: return try await step(verb) { [try $0.agree(at: now)] }
        case .ask:
            let why = call.form["sebab"] == "objection" ? Interview.Stuck.objection : .help
            return try await step(verb) { try $0.ask(why, at: now).map { [$0] } ?? [] }
        case .change:
            guard let rung = Interview.Rung(rawValue: call.form["rung"]) else { throw Refusal.notFound }
            return try await step(verb) { try $0.change(to: rung, at: now).map { [$0] } ?? [] }
        case .leave: return try await step(verb) { [try $0.leave(at: now)] }
        case .write: return try await write()
        case .live: return try await live()
        }
    }

    /// Comes to the lobby, with consent.
    private func enter() async throws -> Reply {
        let now = call.now
        let (rung, priority) = (Interview.Rung(rawValue: call.form["rung"]) ?? .video, call.form["prioritas"] == "ya")
        let consents = call.form["setuju"] == "ya"
        do {
            let claim = try await call.papersClaim().id
            let id: ID<Interview> = call.app.ids.next(at: now)
            let key = call.requestKey("wawancara/masuk/\(claim.rawValue)")
            _ = try await call.app.store.write(once: key, in: call.context()) { work in
                try work.enterLobby(id, claim: claim, priority: priority, rung: rung, consents: consents).phase
            }
        } catch let refusal as Refusal {
            guard case .invalid = refusal else { return try await stands(after: refusal) }
            return try await InterviewPages.show(call, faults: Faults(refusal), status: refusal.status)
        }
        return .redirect(face.path)
    }

    /// Words for the officer. What cannot be sent is said at the field, with the words still in it.
    private func write() async throws -> Reply {
        let typed = call.form.text("tulisan")
        do {
            let interview = try await call.ownInterview()
            let writing = try await InterviewWritings.seal(typed, by: nil, in: interview.id, of: interview.claim, call)
            let key = call.requestKey("wawancara/tulis/\(interview.id.rawValue)")
            _ = try await call.app.store.write(once: key, in: call.context()) { try $0.write(writing).phase }
        } catch let refusal as Refusal {
            let isScript = call.request.headers[.accept]?.hasPrefix("application/json") ?? false
            guard !isScript, refusal.isTooOften || refusal.isInvalid else { return try await stands(after: refusal) }
            return try await InterviewPages.show(call, faults: Faults(refusal, field: "tulisan"), status: refusal.status)
        }
        return try await stands(after: nil)
    }

    private func live() async throws -> Reply {
        let (interview, now) = (try await face.interview(call), call.now)
        // A page that says it more often than it has to is not written down each time.
        guard interview.phase.isMembers, interview.stuck == .noProgress || now - interview.progress >= .seconds(10) else {
            return Reply(status: .noContent)
        }
        _ = try await call.app.store.write(in: call.context(by: .member(interview.claim)), .row(Interview.self, interview.id)) { work in
            try work.step(interview.id) { interview in
                let was = interview.stuck
                interview.live(at: now)
                // The console hears that it goes on.
                return was == interview.stuck ? [] : [interview.goesOn]
            }
        }
        return Reply(status: .noContent)
    }

    /// One step of the running interview.
    private func step(_ verb: InterviewVerb, _ change: @escaping @Sendable (inout Interview) throws -> [Event]) async throws -> Reply {
        return try await act(verb) { work, id in
            guard let claim = try work.glance(Interview.self, id)?.claim else { throw Refusal.notFound }
            work.act(as: .member(claim))
            return try work.step(id, change)
        }
    }

    /// A change of the running interview, once for one form.
    private func act(
        _ verb: InterviewVerb, _ change: @escaping @Sendable (Work, ID<Interview>) throws -> Interview
    ) async throws -> Reply {
        do {
            let interview = try await face.interview(call)
            let key = call.requestKey("wawancara/\(verb.rawValue)/\(interview.id.rawValue)")
            _ = try await call.app.store.write(once: key, in: call.context()) { try change($0, interview.id).phase }
        } catch let refusal as Refusal { return try await stands(after: refusal) }
        return try await stands(after: nil)
    }

    /// Where the interview stands now. That it moved on meanwhile, or is over, is no fault of the member: the page shows it.
    func stands(after refusal: Refusal?) async throws -> Reply {
        switch refusal {
        case nil, .interviewPhase?, .wrongPhase?, .notYet?, .interviewRunning?, .notYours?: break
        case .some(let refusal): throw refusal
        }
        guard call.request.headers[.accept]?.hasPrefix("application/json") ?? false else { return .redirect(face.path) }
        return Reply(body: try await face.fragment(call).text)
    }
}

extension Refusal {
    /// Something on the form, not where the interview stands.
    fileprivate var isInvalid: Bool { if case .invalid = self { true } else { false } }
}
