/// Someone who comes back with a claim's number and proves it is theirs with a one-time code.
///
/// An unknown number makes a visit too, so that found and not found look alike; its code simply never comes.
package struct ReturnVisit: Hashable, Sendable {
    /// So many codes may be asked for one number within `mostCodesWithin`.
    package static let mostCodes = 8
    /// The same for browsers that did not prove it before, all together: they cannot use up the owner's.
    package static let mostCodesForStrangers = 24
    package static let mostCodesWithin = Span.hours(1)

    package let id: ID<ReturnVisit>
    /// The hash of the secret in the cookie or bearer token; another one after the proof.
    package private(set) var secret: String
    /// Nil when the number belongs to nobody.
    package let claim: ID<Claim>?
    /// The code that went to the mailbox. Its time and its tries count for both.
    package private(set) var code: OneTimeCode?
    /// The hash of the other code, which went to the phone: so the visit knows by which contact somebody came.
    package private(set) var phoneHash: String?
    /// By which contact it was proven; nil before.
    package private(set) var provenBy: Contacts.Way?
    /// The browser had a key to the claim before.
    package let isKnown: Bool
    package private(set) var proven: Instant?
    package private(set) var due: Instant

    package init(
        id: ID<ReturnVisit>, secret: String, claim: ID<Claim>?, code: OneTimeCode?, phoneHash: String? = nil, proven: Instant? = nil,
        provenBy: Contacts.Way? = nil, isKnown: Bool = false, due: Instant
    ) {
        self.id = id
        self.secret = secret
        self.claim = claim
        self.code = code
        (self.phoneHash, self.provenBy, self.isKnown) = (phoneHash, provenBy, isKnown)
        self.proven = proven
        self.due = due
    }

    /// Proves with the code's hash. A wrong one is counted: keep the visit although it refuses. A code that went to a contact which
    /// was replaced since is too old. The event is there the first time. From the proof on only `secret` (a hash) opens it: whoever knew
    /// the word before has nothing.
    package mutating func prove(
        codeHash: String, for contacts: Contacts?, secret: String, policy: Policy, at now: Instant
    ) throws(Refusal) -> Event? {
        guard now < due else { throw .codeExpired(after: policy.codeLasts) }
        guard proven == nil else { return nil }
        guard let asked = code else { throw .stepMissing }
        let way: Contacts.Way = codeHash == phoneHash ? .phone : .mail
        try code?.check(way == .phone ? asked.hash : codeHash, policy: policy, at: now)
        guard let claim else { throw .codeWrong(left: 0) }
        guard let since = contacts?[way].proven, since <= asked.sent else { throw .codeExpired(after: policy.codeLasts) }
        (proven, provenBy, code, phoneHash) = (now, way, nil, nil)
        self.secret = secret
        return .claim(.visited(claim: claim, by: way, known: isKnown))
    }

    /// Whether it came by a contact that was changed a moment ago.
    package func rests(_ contacts: Contacts, at now: Instant) -> Bool { provenBy.map { contacts.rests($0, at: now) } ?? false }

    /// Nothing is opened from now on.
    package mutating func end(at now: Instant) { due = min(due, now) }

    /// The claim, for as long as the proof lasts.
    package func provenClaim(at now: Instant) -> ID<Claim>? { proven != nil && now < due ? claim : nil }
}
