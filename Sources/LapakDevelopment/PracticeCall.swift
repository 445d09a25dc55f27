import HTTPTypes
import Hummingbird
import LapakDomain
import LapakServer
import LapakWeb

/// A live line without a database, only in development: the browser's side of a call is tried on it before anything else stands.
///
/// Side `s1` is an officer, `i10` to `i19` are the members of that session. Identities of the database is far larger.
enum PracticeCall {
    static func routes(_ routes: Routes) {
        routes.get("/dev/saluran/:side") { call in
            let title = call.say("Saluran latihan (pengembangan)", "Practice line (development)")
            _ = try party(call)
            return Page(title: title, body: "<h1>\(title)</h1>", assets: ["practice.js"]).reply(to: call)
        }
        routes.live("/dev/saluran/:side/siaran") { call in
            let (party, switchboard) = (try party(call), call.app.switchboard)
            return try Live(party, call) { [switchboard.halo(for: party, peers: peers(of: party))] }
        }
        routes.post("/dev/saluran/:side/sinyal") { call in
            let (party, signal) = (try party(call), try Signal(call.body))
            guard let to = peers(of: party).first(where: { $0.id == String(signal.to) }) else { throw Refusal.notYours }
            try call.app.switchboard.pass(signal, from: party, to: to)
            return Reply(status: .noContent)
        }
        routes.get("/dev/saluran/:side/ice") { call in
            .json(call.app.iceServers.json(for: try party(call), at: call.app.clock.wall))
        }
    }

    static func peers(of party: Party) -> [Party] {
        switch party {
        case .session(let id): (id * 10..<id * 10 + 10).map(Party.interview)
        case .interview(let id): [.session(id / 10)]
        case .hall, .booth, .walkIn: []
        }
    }

    private static func party(_ call: Call) throws -> Party {
        let side = call.parameters.get("side") ?? ""
        guard let id = Int64(side.dropFirst()), (1...99_999).contains(id) else { throw Refusal.notFound }
        switch side.first {
        case "s" where id < 1000: return .session(id)
        case "i": return .interview(id)
        default: throw Refusal.notFound
        }
    }
}
