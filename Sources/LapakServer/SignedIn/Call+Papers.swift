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
        let holder = try await holder()
        guard !asOwner || holder.ownsPapers else { throw Refusal.contactRests(policy.contactRest) }
        return holder.claim
    }
}
