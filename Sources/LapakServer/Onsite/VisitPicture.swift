import LapakDomain
import LapakStore

/// One visit to a branch with what its pages show: nothing about the person but the number.
struct VisitPicture: Sendable {
    let visit: WalkIn
    let branch: Branch
    /// The running interview, and the number on the door of its booth.
    let interview: Interview?
    let booth: Int?
    /// For somebody who waits or is told to come in.
    let forecast: LobbyForecast?
    /// What to bring, row by row.
    let bring: [Words]
    let window: Int

    /// The visit that a key opens. Refuses every other key with `notFound`.
    static func load(key word: String?, _ call: Call) async throws -> VisitPicture {
        guard let key = word.flatMap({ Key<WalkIn>($0) }), call.house.chance.visitKey(key.id).pass.hash == key.pass.hash else {
            throw Refusal.notFound
        }
        return try await load(key.id, call)
    }

    static func load(_ id: ID<WalkIn>, _ call: Call) async throws -> VisitPicture {
        let (atlas, now) = (call.atlas, call.now)
        return try await call.house.store.read { connection in
            guard let visit = try connection.find(WalkIn.self, id), let branch = atlas[visit.branch] else { throw Refusal.notFound }
            let interview = try visit.interview.flatMap { try connection.find(Interview.self, $0) }
            let booth = try interview?.booth.flatMap { try connection.find(Booth.self, $0) }
            let claim = try visit.claim.flatMap { try connection.find(Claim.self, $0) }
            let forecast: LobbyForecast? =
                switch visit.phase {
                case .waiting: try LobbyForecast.load(visit.branch, before: visit, atlas.policy, connection, at: now)
                case .inside:
                    try interview.flatMap { $0.phase == .lobby ? try LobbyForecast.load($0, atlas.policy, connection, at: now) : nil }
                default: nil
                }
            return VisitPicture(
                visit: visit, branch: branch, interview: interview, booth: booth?.number, forecast: forecast,
                bring: try claim.map { try connection.dossier(of: $0).bring } ?? [], window: atlas.policy.slotMinutes)
        }
    }

    /// Whether the day of the visit is over at its branch.
    func isOver(at now: Instant) -> Bool { visit.day < branch.zone.day(of: now) }

    /// When to be there: `pukul 10.00-10.30 WIB`.
    func arrival(_ language: Language) -> String {
        branch.zone.text(from: visit.start, until: visit.start + .minutes(window), language)
    }

    func paper(_ call: Call) -> TicketPaper {
        let expected = Words("Datang \(arrival(.id)).", "Come between \(arrival(.en)).")
        let missing = visit.phase == .incomplete ? visit.missing.map(\.yardWords) : nil
        return TicketPaper(
            number: visit.number, branch: branch.name, arrival: visit.phase == .expected ? expected : nil,
            bring: missing ?? (visit.phase == .expected ? bring : []), address: address(call), day: visit.day)
    }

    func path(_ call: Call) -> String { "/nomor/\(call.house.chance.visitKey(visit.id).word)" }
    func address(_ call: Call) -> String { "\(call.house.settings.address)\(path(call))" }
}
