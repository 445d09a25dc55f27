/// The personal link to a claim's papers, and nothing else. One per claim; it ends with the papers' deadline.
///
/// Opening it (GET) changes nothing, so that a mail scanner cannot burn it; a button (POST) exchanges its secret, once,
/// for a session in a cookie. It can be sent again: the new secret replaces the old one.
package struct UploadLink: Hashable, Sendable {
    package let id: ID<UploadLink>
    package let claim: ID<Claim>
    /// The hash of the secret in the address.
    package private(set) var secret: String
    package private(set) var sent: Instant
    /// When the secret was exchanged; nil before.
    package private(set) var exchanged: Instant?
    /// The hash of the session's secret in the cookie. It outlives a link that is sent again, until that one is exchanged.
    package private(set) var session: String?

    package init(
        id: ID<UploadLink>, claim: ID<Claim>, secret: String, sent: Instant, exchanged: Instant? = nil, session: String? = nil
    ) {
        self.id = id
        self.claim = claim
        self.secret = secret
        self.sent = sent
        self.exchanged = exchanged
        self.session = session
    }
}

extension UploadLink {
    /// A link for a claim that has its appointment. Refuses when papers are no longer taken.
    package static func issue(_ id: ID<UploadLink>, for claim: Claim, secret: String, at now: Instant) throws(Refusal) -> UploadLink {
        try lasts(for: claim, at: now)
        return UploadLink(id: id, claim: claim.id, secret: secret, sent: now)
    }

    /// Sends it again with another secret, after the same pause as between codes; the old secret stops working.
    package mutating func resend(secret: String, for claim: Claim, policy: Policy, at now: Instant) throws(Refusal) {
        guard claim.id == self.claim else { throw .linkGone }
        try Self.lasts(for: claim, at: now)
        guard now >= sent + policy.codePause else { throw .notYet(sent + policy.codePause) }
        self.secret = secret
        sent = now
        exchanged = nil
    }

    /// The mailbox that has it is the claim's no more: its secret stops working. What it opened before stays open.
    package mutating func renew(secret: String, at now: Instant) {
        self.secret = secret
        sent = now
        exchanged = nil
    }

    /// Whether the link may be shown its page. Changes nothing.
    package func open(secret: String, for claim: Claim, at now: Instant) throws(Refusal) {
        guard claim.id == self.claim, secret == self.secret else { throw .linkGone }
        try Self.lasts(for: claim, at: now)
        guard exchanged == nil else { throw .linkUsed }
    }

    /// Exchanges the secret for a session, once; an older session ends. The same session again changes nothing.
    package mutating func exchange(secret: String, session: String, for claim: Claim, at now: Instant) throws(Refusal) {
        if exchanged != nil, session == self.session, secret == self.secret { return try admit(session: session, for: claim, at: now) }
        try open(secret: secret, for: claim, at: now)
        exchanged = now
        self.session = session
    }

    /// Whether a session may go on: until the deadline, and not a moment longer for being used.
    package func admit(session: String, for claim: Claim, at now: Instant) throws(Refusal) {
        guard claim.id == self.claim, session == self.session else { throw .linkGone }
        try Self.lasts(for: claim, at: now)
    }

    /// Ends the session, or nothing when another one came after it. The link itself stays used.
    package mutating func close(session: String) { if self.session == session { self.session = nil } }

    /// Ends whichever session there is.
    package mutating func close() { session = nil }

    /// The link follows the claim's deadline wherever it moves.
    private static func lasts(for claim: Claim, at now: Instant) throws(Refusal) {
        guard claim.phase.hasPlace, let due = claim.papersDue, now < due else { throw .linkGone }
    }
}
