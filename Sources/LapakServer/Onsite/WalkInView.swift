import LapakDomain
import LapakStore

/// One walk-in to a branch with what its pages show: nothing about the person but the number.
struct WalkInView: Sendable {
    let walkIn: WalkIn
    let branch: Branch
    /// The running interview, and the number on the door of its booth.
    let interview: Interview?
    let booth: Int?
    /// For somebody who waits or is told to come in.
    let forecast: LobbyForecast?
    /// What to bring, row by row.
    let bring: [Words]
    let window: Int

    /// The walk-in that a key opens. Refuses every other key with `notFound`.
    static func load(key word: String?, _ call: Call) async throws -> WalkInView {
        guard let key = word.flatMap({ Key<WalkIn>($0) }), call.app.secrets.walkInKey(key.id).pass.hash == key.pass.hash else {
            throw Refusal.notFound
        }
        return try await load(key.id, call)
    }

    static func load(_ id: ID<WalkIn>, _ call: Call) async throws -> WalkInView {
        let (nation, now) = (call.nation, call.now)
        return try await call.app.store.read { connection in
            guard let walkIn = try connection.find(WalkIn.self, id), let branch = nation[walkIn.branch] else { throw Refusal.notFound }
            let interview = try walkIn.interview.flatMap { try connection.find(Interview.self, $0) }
            let booth = try interview?.booth.flatMap { try connection.find(Booth.self, $0) }
            let claim = try walkIn.claim.flatMap { try connection.find(Claim.self, $0) }
            let forecast: LobbyForecast? =
                switch walkIn.phase {
                case .waiting: try LobbyForecast.load(walkIn.branch, before: walkIn, nation.policy, connection, at: now)
                case .inside:
                    try interview.flatMap { $0.phase == .lobby ? try LobbyForecast.load($0, nation.policy, connection, at: now) : nil }
                default: nil
                }
            return WalkInView(
                walkIn: walkIn, branch: branch, interview: interview, booth: booth?.number, forecast: forecast,
                bring: try claim.map { try connection.dossier(of: $0).bring } ?? [], window: nation.policy.slotMinutes)
        }
    }

    /// Whether the day of the walk-in is over at its branch.
    func isOver(at now: Instant) -> Bool { walkIn.day < branch.zone.day(of: now) }

    /// When to be there: `pukul 10.00-10.30 WIB`.
    func arrival(_ language: Language) -> String {
        branch.zone.text(from: walkIn.start, until: walkIn.start + .minutes(window), language)
    }

    func paper(_ call: Call) -> NumberSlip {
        let expected = Words("Datang \(arrival(.id)).", "Come between \(arrival(.en)).")
        let missing = walkIn.phase == .incomplete ? walkIn.missing.map(\.yardWords) : nil
        return NumberSlip(
            number: walkIn.number, branch: branch.name, arrival: walkIn.phase == .expected ? expected : nil,
            bring: missing ?? (walkIn.phase == .expected ? bring : []), address: address(call), day: walkIn.day)
    }

    func path(_ call: Call) -> String { "/nomor/\(call.app.secrets.walkInKey(walkIn.id).word)" }
    func address(_ call: Call) -> String { "\(call.app.settings.address)\(path(call))" }
}
