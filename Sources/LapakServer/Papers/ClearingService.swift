import LapakDomain
import LapakStore
import LapakVault

/// Clears away, once an hour, what became of uploads that never ended.
struct ClearingService: Rounds {
    let house: House
    let name = "clearing"
    let pace = Pace.every(.seconds(3600))

    func tick() async throws {
        let (now, reception) = (house.clock.now, Reception(house: house))
        while true {
            let dead = try await house.store.read { try $0.deadUploads(at: now, limit: 100) }
            for upload in dead { try await reception.clear(upload) }
            try await house.store.maintain { try $0.forgetUploads(dead.map(\.id)) }
            if dead.count < 100 { break }
        }
        // Those of which the books never heard.
        let (folder, age) = (house.papers.folder, Int((house.policy.files.uploadLasts + .days(1)).seconds))
        _ = try await house.papers.disk.run { () throws(VaultTrouble) in try folder.removeStrays(olderThan: age) }
    }
}
