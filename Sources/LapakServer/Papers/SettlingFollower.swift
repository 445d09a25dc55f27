import LapakDomain
import LapakStore

/// Whenever something was found out about a claim's papers, the rules say what that means for its place.
///
/// At least once, and settling again changes nothing.
struct SettlingFollower: Follower {
    let name = "settling"
    let house: House

    func act(on lines: [Journal.Line]) async throws {
        for claim in Set(lines.compactMap { Self.claim(of: $0.event) }).sorted() { try await settle(claim) }
    }

    private func settle(_ claim: ID<Claim>) async throws {
        let (atlas, now) = (house.atlas, house.clock.now)
        let (ticket, quiet): (ID<Ticket>, Span) = (house.chance.id(at: now), house.chance.quiet(atlas.policy))
        _ = try await house.store.write { try $0.settlePapers(of: claim, ticket: ticket, quiet: quiet, in: atlas, at: now) }
        _ = try await house.store.write { try $0.completeVisit(of: claim, policy: atlas.policy, at: now) }
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
