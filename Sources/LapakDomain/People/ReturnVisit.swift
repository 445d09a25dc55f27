/// Someone who comes back with a claim's number and proves it is theirs with a one-time code.
///
/// An unknown number makes a visit too, so that found and not found look alike; its code simply never comes.
package struct ReturnVisit: Hashable, Sendable {
    /// So many codes may be asked for one number within `mostCodesWithin`.
    package static let mostCodes = 8
    package static let mostCodesWithin = Span.hours(1)

    package let id: ID<ReturnVisit>
    package let secret: String
    /// Nil when the number belongs to nobody.
    package let claim: ID<Claim>?
    package private(set) var code: OneTimeCode?
    package private(set) var proven: Instant?
    package private(set) var due: Instant

    package init(id: ID<ReturnVisit>, secret: String, claim: ID<Claim>?, code: OneTimeCode?, proven: Instant? = nil, due: Instant) {
        self.id = id
        self.secret = secret
        self.claim = claim
        self.code = code
        self.proven = proven
        self.due = due
    }

    /// Proves with the code's hash. A wrong one is counted: keep the visit although it refuses.
    package mutating func prove(codeHash: String, policy: Policy, at now: Instant) throws(Refusal) -> ID<Claim> {
        guard now < due else { throw .codeExpired(after: policy.codeLasts) }
        if proven == nil {
            guard code != nil else { throw .stepMissing }
            try code?.check(codeHash, policy: policy, at: now)
            proven = now
            code = nil
        }
        guard let claim else { throw .codeWrong(left: 0) }
        return claim
    }

    /// The claim, for as long as the proof lasts.
    package func provenClaim(at now: Instant) -> ID<Claim>? { proven != nil && now < due ? claim : nil }
}
