import LapakDomain
import LapakStore
import Logging
import ServiceLifecycle

/// Follows the journal: whenever something was found out about a claim's papers, the rules say what that means for its place.
///
/// At least once, and settling again changes nothing.
struct SettlingService: Service {
    let house: House
    private static let name = "settling"

    func run() async throws {
        for await _ in house.store.wakes(.seconds(2)).cancelOnGracefulShutdown() {
            do { while try await step() {} } catch { house.log.error("papers are not settled", metadata: ["error": "\(error)"]) }
        }
    }

    /// One portion of the journal; false when there was nothing new.
    func step() async throws -> Bool {
        let (from, lines) = try await house.store.read { connection in
            let from = try connection.find(FollowerPosition.self, Self.name)?.position ?? 0
            return (from, try Journal.lines(after: from, limit: 200, connection))
        }
        guard let last = lines.last?.position else { return false }
        for claim in Set(lines.compactMap { Self.claim(of: $0.event) }).sorted() { try await settle(claim) }
        return try await house.store.write(.row(FollowerPosition.self, Self.name)) { work in
            var place = try work.find(FollowerPosition.self, Self.name) ?? FollowerPosition(name: Self.name, position: 0)
            guard place.position == from else { return false }
            place.position = last
            work.upsert(place)
            return true
        }
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
