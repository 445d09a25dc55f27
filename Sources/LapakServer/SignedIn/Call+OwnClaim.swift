import LapakDomain
import LapakStore
import LapakWeb

/// Coming back: the number, a code to the known contact, then the claim. No secret ever stands in an address.
extension Call {
    static let visitCookie = "kunjungan"

    var visitKey: Key<ReturnVisit>? { cookies[Call.visitCookie].flatMap { Key($0) } }

    /// The claim that this browser may see: its visit has proven it, or its own registration became it.
    func ownClaim() async throws -> ID<Claim> {
        if let key = visitKey, let claim = try? await visitedClaim(key) { return claim }
        guard registrationKey != nil, let claim = try? await registration().claim else { throw Refusal.notYours }
        return claim
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
        if let registered = try? await registration().claim, registered == claim { return true }
        if let key = visitKey, let visited = try? await visitedClaim(key), visited == claim { return true }
        return (try? await papersClaim().id) == claim
    }

    /// The claim that this browser may see, for what must not follow from a contact that was changed a moment ago. Refuses with
    /// `contactRests` whoever came by such a one alone.
    func ownClaimAsOwner() async throws -> ID<Claim> {
        let (now, rest) = (now, policy.contactRest)
        guard let key = visitKey, let id = try? await visitedClaim(key) else { return try await ownClaim() }
        let rests = try await app.store.read { connection in
            guard let visit = try connection.find(ReturnVisit.self, key.id), let claim = try connection.find(Claim.self, id) else {
                return false
            }
            return visit.rests(claim.contacts, at: now)
        }
        if !rests { return id }
        guard let registered = try? await registration().claim, registered == id else { throw Refusal.contactRests(rest) }
        return id
    }

    /// Changes this browser's claim in one transaction. `asOwner`: what must not follow from a contact that was changed a moment ago.
    func changeOwnClaim<T: Sendable>(
        asOwner: Bool = false, _ change: @escaping @Sendable (Work, inout Claim) throws -> T
    ) async throws -> T {
        let (visit, registration) = (visitKey?.pass, registrationKey?.pass)
        return try await app.store.write(in: context()) { work in
            var claim = try work.claim(of: visit, or: registration, asOwner: asOwner)
            return try change(work, &claim)
        }
    }
}
