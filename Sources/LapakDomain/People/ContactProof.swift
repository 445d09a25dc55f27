/// A contact of a claim on its way to be proven: the code that was sent there. One for each claim and way.
package struct ContactProof: Hashable, Sendable {
    /// So many codes may go to one address or number within `mostCodesWithin`, whatever they prove.
    package static let mostCodes = 8
    package static let mostCodesWithin = Span.hours(1)

    package let id: String
    package let claim: ID<Claim>
    /// What is to be proven: the claim's own contact, or the one that shall take its place.
    package private(set) var address: ContactAddress
    package private(set) var code: OneTimeCode?
    /// How many codes were sent until `due`, whatever the address.
    package private(set) var codes: Int
    /// Forgotten after this moment, with the count of codes.
    package private(set) var due: Instant

    package init(id: String, claim: ID<Claim>, address: ContactAddress, code: OneTimeCode? = nil, codes: Int = 0, due: Instant) {
        (self.id, self.claim, self.address, self.code, self.codes, self.due) = (id, claim, address, code, codes, due)
    }

    /// The name of the one that a claim has for this way.
    package static func identity(of claim: ID<Claim>, _ way: Contacts.Way) -> String { "\(claim.rawValue):\(way.rawValue)" }

    /// One that has sent nothing yet.
    package static func begin(for claim: ID<Claim>, _ address: ContactAddress, policy: Policy, at now: Instant) -> ContactProof {
        ContactProof(id: identity(of: claim, address.way), claim: claim, address: address, due: now + policy.registrationLasts)
    }

    /// A code goes to this address, and an older code stops working. The same pause and the same number of codes as in a registration.
    package mutating func send(
        to address: ContactAddress, codeHash: String, policy: Policy, at now: Instant
    ) throws(Refusal) {
        if now >= due { (codes, code, due) = (0, nil, now + policy.registrationLasts) }
        if let code, now < code.sent + policy.codePause { throw .notYet(code.sent + policy.codePause) }
        guard codes < policy.codesPerRegistration else { throw .tooManyCodes }
        codes += 1
        self.address = address
        code = OneTimeCode(hash: codeHash, sent: now, until: now + policy.codeLasts)
    }

    /// Compares, counting every attempt; a right code works once. Answers with the proven address.
    package mutating func check(codeHash: String, policy: Policy, at now: Instant) throws(Refusal) -> ContactAddress {
        guard code != nil else { throw .stepMissing }
        try code?.check(codeHash, policy: policy, at: now)
        code = nil
        return address
    }
}
