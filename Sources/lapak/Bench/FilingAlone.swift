import Foundation
import LapakDomain
import LapakServer
import LapakStore

/// What filing costs by itself: the same rule, guard, journal and durable commit as over HTTP, with nobody else in the process.
struct FilingAlone {
    let perSecond: Double
    /// Milliseconds of CPU per filed claim.
    let cpu: Double

    static func measure(_ address: String, tokens: [String], slots: [Int64], seconds: Double) async throws -> FilingAlone {
        let store = try Store.open(address)
        let nation = try await store.read { try Nation.load($0) }
        let ids = IDs()
        let (clock, spent) = (ContinuousClock(), Machine.ownCPUSeconds())
        let begun = clock.now
        let filed = try await withThrowingTaskGroup(of: Int.self) { group in
            for hand in 0..<64 {
                group.addTask {
                    var done = 0
                    for place in stride(from: hand, to: tokens.count, by: 64) {
                        guard begun.duration(to: ContinuousClock.now) < .seconds(seconds) else { break }
                        guard let key = Key<Registration>(tokens[place]) else { continue }
                        try await file(key.pass, in: ID(slots[place &* 7919 % slots.count]), store, nation, ids)
                        done += 1
                    }
                    return done
                }
            }
            return try await group.reduce(0, +)
        }
        let took = begun.duration(to: clock.now)
        await store.close()
        let count = Double(max(1, filed))
        let elapsed = Double(took.components.seconds) + Double(took.components.attoseconds) / 1e18
        return FilingAlone(perSecond: count / elapsed, cpu: (Machine.ownCPUSeconds() - spent) / count * 1000)
    }

    private static func file(
        _ pass: Pass<Registration>, in slot: ID<Slot>, _ store: Store, _ nation: Nation, _ ids: IDs
    ) async throws {
        let now = Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
        let context = Context(at: now, by: .visitor(pass.id), in: nation, fresh: ids.fresh)
        let needs: [Need] = [
            .row(Registration.self, pass.id), .row(Slot.self, slot), .glance(LineCount.self, Slot.branch(of: slot)),
            .glance(LineCount.self, LineCount.anywhere),
        ]
        let request = RequestKey("\(pass.id.rawValue)", scope: "bench", parameters: "")
        _ = try await store.write(once: request, in: context, needs) { work in
            var registration = try work.registration(pass)
            return try work.file(&registration, slot: slot).id
        }
    }
}
