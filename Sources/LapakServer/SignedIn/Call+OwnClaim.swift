import LapakDomain
import LapakStore
import LapakWeb

/// Coming back: the number, a code to the known contact, then the claim. No secret ever stands in an address.
extension Call {
    /// The cookie that holds the key of a visit.
    package static let visitCookie = "kunjungan"

    var visitKey: Key<ReturnVisit>? { cookies[Call.visitCookie].flatMap { Key($0) } }

    /// The claim that this browser may see and change: a visit has proven it, or a registration became it, and nobody else came after.
    func ownClaim() async throws -> ID<Claim> {
        let holder = try await holder()
        guard holder.opensClaim else { throw Refusal.notYours }
        return holder.claim.id
    }

    /// The claim that this visit has proven to be its own.
    func visitedClaim(_ key: Key<ReturnVisit>) async throws -> ID<Claim> {
        let now = now
        return try await app.store.read { connection in
            guard let visit = try connection.find(ReturnVisit.self, key.id), visit.secret == key.pass.hash,
                let claim = visit.provenClaim(at: now)
            else { throw Refusal.notYours }
            return claim
        }
    }

    /// Whether this browser has a key to the claim: it filed it, or came to it before.
    func knows(_ claim: ID<Claim>) async -> Bool {
        let (keys, now) = (browserKeys, now)
        return (try? await app.store.read { try $0.holder(of: keys, at: now) })?.claim.id == claim
    }

    /// The claim that this browser may see, for what must not follow from a contact that was changed a moment ago. Refuses with
    /// `contactRests` whoever came by such a one alone.
    func ownClaimAsOwner() async throws -> ID<Claim> {
        let holder = try await holder()
        guard holder.opensClaim else { throw Refusal.notYours }
        guard holder.ownsClaim else { throw Refusal.contactRests(policy.contactRest) }
        return holder.claim.id
    }

    /// Changes this browser's claim in one transaction: the one that the form was shown for, or none. `asOwner`: what must not follow
    /// from a contact that was changed a moment ago.
    func changeOwnClaim<T: Sendable>(
        asOwner: Bool = false, _ change: @escaping @Sendable (Work, inout Claim) throws -> T
    ) async throws -> T {
        let (keys, own) = (browserKeys, try await ownClaim())
        return try await app.store.write(in: context()) { work in
            var claim = try work.claim(of: keys, asOwner: asOwner)
            guard claim.id == own else { throw Refusal.otherClaim }
            return try change(work, &claim)
        }
    }
}
