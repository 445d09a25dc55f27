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

    /// Changes this browser's claim in one transaction.
    func changeOwnClaim<T: Sendable>(_ change: @escaping @Sendable (Work, inout Claim) throws -> T) async throws -> T {
        let (visit, registration) = (visitKey?.pass, registrationKey?.pass)
        return try await app.store.write(in: context()) { work in
            var claim = try work.claim(of: visit, or: registration)
            return try change(work, &claim)
        }
    }
}
