import LapakDomain
import LapakStore

/// Keeps checks of the yard in the books, and tells the person what to expect.
struct YardDesk: Sendable {
    let call: Call
    let desk: Desk

    init(_ call: Call, _ desk: Desk) {
        self.call = call
        self.desk = desk
    }

    /// The check becomes a visit; once somebody stands in line the forecast is kept beside it, for the record of how good it was.
    func receive(_ check: YardCheck) async throws -> Work.Receipt {
        let (house, now, staff, branch, atlas) = (call.house, call.now, desk.staff, desk.branch, call.atlas)
        let fresh = house.chance.freshVisit(atlas.policy, at: now)
        let receipt = try await house.store.write {
            try $0.receive(check, at: branch, fresh: fresh, by: staff, in: atlas, now: now)
        }
        guard case .visit(let visit) = receipt, visit.phase == .waiting, visit.told == nil else { return receipt }
        let forecast = try await forecast(of: visit)
        guard let clock = forecast.clock(at: now) else { return receipt }
        let told = WalkIn.Told(from: clock.lowerBound, until: clock.upperBound, at: now)
        try await house.store.write { try $0.tell(told, to: visit.id) }
        return receipt
    }

    func forecast(of visit: WalkIn) async throws -> LobbyForecast {
        let (branch, policy, now) = (desk.branch.id, call.policy, call.now)
        return try await call.house.store.read { try LobbyForecast.load(branch, before: visit, policy, $0, at: now) }
    }
}
