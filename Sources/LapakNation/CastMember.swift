package import LapakDomain

/// A named person of the demonstration, with a story that tests, pictures and documents share.
package struct CastMember: Hashable, Sendable {
    package let member: Member
    /// On a domain that is reserved for examples: no mail ever reaches a person.
    package let email: String
    /// Twelve digits from a range that no mobile operator hands out.
    package let phone: String
    /// The branch nearest to home.
    package let branch: ID<Branch>
    /// The reason this person claims with.
    package let reason: ClaimReason
    /// One or two sentences: what happened, and what should happen here.
    package let story: Words
}
