import LapakServer
import ServiceLifecycle

/// Tells each side of the practice line when the other comes and goes.
struct PracticeService: Service {
    let app: App

    func run() async throws {
        let switchboard = app.switchboard
        for await (party, _) in switchboard.presences().cancelOnGracefulShutdown() {
            switch party {
            case .session(let id), .interview(let id): if id > 99_999 { continue }
            case .hall, .booth, .walkIn: continue
            }
            let event = LiveEvent.peer(party, switchboard.presence(of: party))
            for other in PracticeCall.peers(of: party) { switchboard.send(event, to: other) }
        }
    }
}
