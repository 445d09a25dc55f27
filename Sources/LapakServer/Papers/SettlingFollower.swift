import LapakDomain
import LapakStore

/// Whenever something was found out about a claim's papers, the rules say what that means for its place.
///
/// At least once, and settling again changes nothing.
struct SettlingFollower: Follower {
    let name = "settling"
    let app: App

    func act(on lines: [Journal.Line]) async throws {
        for claim in Set(lines.compactMap { Self.claim(of: $0.event) }).sorted() { try await settle(claim) }
    }

    private func settle(_ claim: ID<Claim>) async throws {
        let now = app.clock.now
        _ = try await app.store.write(in: app.context(at: now)) { try $0.settlePapers(of: claim) }
        _ = try await app.store.write(in: app.context(at: now)) { try $0.completeWalkIn(of: claim) }
    }

    private static func claim(of event: Event) -> ID<Claim>? {
        guard case .document(let event) = event else { return nil }
        return switch event {
        case .checked(_, let claim, _), .refused(_, let claim, _), .accepted(_, let claim), .returned(_, let claim, _),
            .withdrawn(_, let claim):
            claim
        case .received, .viewed: nil
        }
    }
}
