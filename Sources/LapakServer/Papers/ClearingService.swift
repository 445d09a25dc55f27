import LapakDomain
import LapakStore
import LapakVault

/// Clears away, once an hour, what became of uploads that never ended.
struct ClearingService: Rounds {
    let app: App
    let name = "clearing"
    let pace = Pace.every(.seconds(3600))

    func tick() async throws {
        let (now, reception) = (app.clock.now, Reception(app: app))
        while true {
            let dead = try await app.store.read { try $0.deadUploads(at: now, limit: 100) }
            for upload in dead { try await reception.clear(upload) }
            try await app.store.maintain { try $0.forgetUploads(dead.map(\.id)) }
            if dead.count < 100 { break }
        }
        // Those of which the database never heard.
        let (folder, age) = (app.papers.folder, Int((app.policy.files.uploadLasts + .days(1)).seconds))
        _ = try await app.papers.disk.run { () throws(VaultTrouble) in try folder.removeStrays(olderThan: age) }
    }
}
