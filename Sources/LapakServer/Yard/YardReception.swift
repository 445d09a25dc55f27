import LapakDomain
import LapakStore

/// Keeps checks of the yard in the database, and tells the person what to expect.
struct YardReception: Sendable {
    let call: Call
    let desk: Desk

    init(_ call: Call, _ desk: Desk) {
        self.call = call
        self.desk = desk
    }

    /// The check becomes a walk-in; once somebody stands in line the forecast is kept beside it, for the record of how good it was.
    func receive(_ check: YardCheck) async throws -> Work.Receipt {
        let (app, now, staff, branch) = (call.app, call.now, desk.staff, desk.branch)
        let receipt = try await app.store.write(in: call.context()) { try $0.receive(check, at: branch, by: staff) }
        guard case .walkIn(let walkIn) = receipt, walkIn.phase == .waiting, walkIn.told == nil else { return receipt }
        let forecast = try await forecast(of: walkIn)
        guard let clock = forecast.clock(at: now) else { return receipt }
        let told = WalkIn.Told(from: clock.lowerBound, until: clock.upperBound, at: now)
        try await app.store.write(in: call.context()) { try $0.tell(told, to: walkIn.id) }
        return receipt
    }

    func forecast(of walkIn: WalkIn) async throws -> LobbyForecast {
        let (branch, policy, now) = (desk.branch.id, call.policy, call.now)
        return try await call.app.store.read { try LobbyForecast.load(branch, before: walkIn, policy, $0, at: now) }
    }
}
