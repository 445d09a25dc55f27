import LapakStore
import Logging

/// Recounts every ten minutes and says so when something is not as it must be.
struct ReconcilerService: Rounds {
    let house: House
    let name = "reconciler"
    let pace = Pace.every(.seconds(600))

    func tick() async throws {
        let drifts = try await house.store.read { try Reconciler.drifts($0) }
        house.figures.set("lapak_drifts", Double(drifts.count))
        for drift in drifts { house.log.error("reconciler.drift found", metadata: ["what": "\(drift)"]) }
    }
}
