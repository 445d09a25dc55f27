import HTTPTypes
import LapakDomain
import LapakStore

/// Who may see a claim's papers: the browser that came by the personal link, a proven visit, or the one that filed it.
extension Call {
    static let papersCookie = "berkas"

    /// What the exchange of the link left in the browser.
    var papersKey: Key<UploadLink>? { cookies[Call.papersCookie].flatMap { Key($0) } }

    /// The claim whose papers this browser may see and send. Refuses with `notYours`.
    ///
    /// `asOwner`: for what must not follow from a contact that was changed a moment ago; refuses with `contactRests` then.
    func papersClaim(asOwner: Bool = false) async throws -> Claim {
        let now = now
        if let key = papersKey {
            let claim = try await app.store.read { connection -> Claim? in
                guard let link = try connection.find(UploadLink.self, key.id), let claim = try connection.find(Claim.self, link.claim),
                    (try? link.admit(session: key.pass.hash, for: claim, at: now)) != nil
                else { return nil }
                return claim
            }
            if let claim { return claim }
        }
        let id = try await asOwner ? ownClaimAsOwner() : ownClaim()
        return try await app.store.read { connection in
            guard let claim = try connection.find(Claim.self, id) else { throw Refusal.notYours }
            return claim
        }
    }
}
