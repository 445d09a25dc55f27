import LapakStore
import Logging

/// Recounts every ten minutes and says so when something is not as it must be.
struct ReconcilerService: Rounds {
    let app: App
    let name = "reconciler"
    let pace = Pace.every(.seconds(600))

    func tick() async throws {
        let drifts = try await app.store.read { try Reconciler.drifts($0) }
        app.figures.set("lapak_drifts", Double(drifts.count))
        for drift in drifts { app.log.error("reconciler.drift found", metadata: ["what": "\(drift)"]) }
    }
}
