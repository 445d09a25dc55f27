import LapakServer
import ServiceLifecycle

/// Tells each side of the practice line when the other comes and goes.
struct PracticeService: Service {
    let house: House

    func run() async throws {
        let switchboard = house.switchboard
        for await (party, _) in switchboard.presences().cancelOnGracefulShutdown() {
            switch party {
            case .session(let id), .interview(let id): if id > 99_999 { continue }
            case .hall, .booth, .visit: continue
            }
            let event = LiveEvent.peer(party, switchboard.presence(of: party))
            for other in PracticeLine.peers(of: party) { switchboard.send(event, to: other) }
        }
    }
}
