/// What a person has filled in so far, on the way from choosing a time to a filed claim.
///
/// Time first, person after (screens.md 2.1): choose a slot → NIK → membership → contact → code → reason → check → filed.
/// Nothing about the member is looked up, and nothing revealed, before the contact is proven.
package struct Registration: Hashable, Sendable {
    package let id: ID<Registration>
    /// The hash of the secret in the person's cookie or bearer token; another one after each proof.
    package private(set) var secret: String
    package var language: Language
    /// The slot that was chosen, whether or not a place in it could be held before the proof.
    package private(set) var slot: ID<Slot>?
    package private(set) var booking: ID<Booking>?
    /// The person asked for the waiting list instead of a slot; `wish` is their answer to its question.
    package private(set) var queues: Bool
    package private(set) var wish: Wish?
    package private(set) var nik: NIK?
    package private(set) var kpj: KPJ?
    package private(set) var name: String?
    package private(set) var birth: Day?
    package private(set) var mother: String?
    package private(set) var email: EmailAddress?
    package private(set) var phone: PhoneNumber?
    package private(set) var code: OneTimeCode?
    package private(set) var codes: Int
    package private(set) var proven: Instant?
    package private(set) var reason: ClaimReason?
    /// Who the registry says this is, known after the proof.
    package private(set) var member: ID<Member>?
    /// What the latest comparison with the registry found; nil before the first, and after any of what was compared changed.
    package private(set) var comparison: Comparison?
    /// What the checklist depends on, as the registry said when the reason was given.
    package private(set) var facts: Dossier.Facts?
    /// The first day on which the reason allows the claim, where that lies ahead.
    package private(set) var earliest: Day?
    package private(set) var claim: ID<Claim>?
    /// Forgotten after this moment.
    package private(set) var due: Instant

    package init(id: ID<Registration>, secret: String, language: Language, policy: Policy, at now: Instant) {
        self.init(id: id, secret: secret, language: language, due: now + policy.registrationLasts)
    }

    package init(
        id: ID<Registration>, secret: String, language: Language, slot: ID<Slot>? = nil, booking: ID<Booking>? = nil, queues: Bool = false,
        wish: Wish? = nil, nik: NIK? = nil, kpj: KPJ? = nil, name: String? = nil, birth: Day? = nil, mother: String? = nil,
        email: EmailAddress? = nil,
        phone: PhoneNumber? = nil, code: OneTimeCode? = nil, codes: Int = 0, proven: Instant? = nil, reason: ClaimReason? = nil,
        member: ID<Member>? = nil, facts: Dossier.Facts? = nil, earliest: Day? = nil, claim: ID<Claim>? = nil,
        comparison: Comparison? = nil,
        due: Instant
    ) {
        self.id = id
        self.secret = secret
        self.language = language
        self.slot = slot
        self.booking = booking
        self.queues = queues
        self.wish = wish
        self.nik = nik
        self.kpj = kpj
        self.name = name
        self.birth = birth
        self.mother = mother
        self.email = email
        self.phone = phone
        self.code = code
        self.codes = codes
        self.proven = proven
        self.reason = reason
        self.member = member
        self.facts = facts
        self.earliest = earliest
        self.claim = claim
        self.comparison = comparison
        self.due = due
    }

    /// What the person says of themselves, once all of it is there.
    package var identity: Identity? {
        guard let nik, let kpj, let name else { return nil }
        return Identity(nik: nik, kpj: kpj, name: name, birth: birth, mother: mother)
    }
}

extension Registration {
    /// The next thing to fill in, which is also the page to show.
    package enum Step: String, Codable, Sendable, CaseIterable { case slot, nik, membership, contact, code, reason, wish, check, filed }

    package var step: Step {
        if claim != nil { return .filed }
        if slot == nil && !queues { return .slot }
        if nik == nil { return .nik }
        if kpj == nil || name == nil { return .membership }
        if email == nil || phone == nil { return .contact }
        if proven == nil { return .code }
        if reason == nil { return .reason }
        return queues && wish == nil ? .wish : .check
    }

    /// Chooses a slot, with the hold if one could be had; any older choice is forgotten.
    package mutating func choose(_ slot: ID<Slot>, holding booking: ID<Booking>?) throws(Refusal) {
        try open()
        self.slot = slot
        self.booking = booking
        queues = false
        wish = nil
    }

    /// A place in the chosen slot is held now, after the proof.
    package mutating func hold(_ booking: ID<Booking>?) { self.booking = booking }

    /// Asks for the waiting list instead of a slot.
    package mutating func queue() throws(Refusal) {
        try open()
        queues = true
        slot = nil
        booking = nil
    }

    /// Says which branches, days and times would suit.
    package mutating func want(_ wish: Wish, policy: Policy) throws(Refusal) {
        try open()
        guard wish.branches.count <= policy.wishes else { throw .tooManyWishes(policy.wishes) }
        self.wish = wish
    }

    /// States the NIK. Another NIK needs another proof.
    package mutating func state(nik: NIK) throws(Refusal) {
        try open()
        if self.nik != nik {
            forgetProof()
            forgetComparison()
        }
        self.nik = nik
    }

    /// States the membership and what the policy asks beside it.
    package mutating func state(kpj: KPJ, name: String, birth: Day?, mother: String?) throws(Refusal) {
        try open()
        self.kpj = kpj
        self.name = name
        self.birth = birth
        self.mother = mother
        forgetComparison()
    }

    /// Keeps what comparing this registration's identity with the registry found. Refuses before the proof of the contact.
    package mutating func compare(_ comparison: Comparison, with record: Member?) throws(Refusal) -> Event {
        try open()
        guard proven != nil else { throw .proofFirst }
        forgetComparison()
        self.comparison = comparison
        if comparison.finding == .matched { member = record?.id }
        return .registration(.identityCompared(registration: id, matched: comparison.finding == .matched))
    }

    /// Whether contact and identity are proven: the registry knows this person, as they typed themselves.
    package var isMatched: Bool { proven != nil && member != nil }

    /// Gives the contact and gets a code sent to it; the code's hash comes in.
    package mutating func reach(
        email: EmailAddress, phone: PhoneNumber, codeHash: String, policy: Policy, at now: Instant
    ) throws(Refusal) {
        try open()
        if self.email != email { forgetProof() }
        self.email = email
        self.phone = phone
        try send(codeHash: codeHash, policy: policy, at: now)
    }

    /// Mends the phone alone: it is not what the code proves.
    package mutating func correct(phone: PhoneNumber) throws(Refusal) {
        try open()
        self.phone = phone
    }

    /// Another code, after a pause; the older one stops working.
    package mutating func resend(codeHash: String, policy: Policy, at now: Instant) throws(Refusal) {
        try open()
        guard email != nil else { throw .stepMissing }
        if let code, now < code.sent + policy.codePause { throw .notYet(code.sent + policy.codePause) }
        try send(codeHash: codeHash, policy: policy, at: now)
    }

    /// Proves the contact with the code's hash. A wrong one is counted: keep the registration although it refuses. From the proof on only
    /// `secret` (a hash) opens it.
    package mutating func prove(codeHash: String, secret: String, policy: Policy, at now: Instant) throws(Refusal) -> Event? {
        try open()
        if proven != nil { return nil }
        guard code != nil else { throw .stepMissing }
        try code?.check(codeHash, policy: policy, at: now)
        self.secret = secret
        proven = now
        code = nil
        return .registration(.contactProven(registration: id))
    }

    /// Gives the reason for the claim, with what the registry and `Eligibility` said about it: who the member is, and
    /// the first day where it lies ahead. The checklist in force is kept with what it depends on. Refuses what is not
    /// possible at all.
    package mutating func give(
        reason: ClaimReason, of member: Member, finding: IdentityFinding, verdict: EligibilityVerdict, under policy: Policy
    ) throws(Refusal) {
        try open()
        guard proven != nil else { throw .proofFirst }
        guard case .matched = finding else { throw .identity(finding) }
        switch verdict {
        case .eligible: earliest = nil
        case .notBefore(let first): earliest = first
        case .refused(let why): throw .ineligible(why)
        }
        self.reason = reason
        self.member = member.id
        facts = Dossier.Facts(
            reason: reason, balance: member.balance, partialBefore: !member.partials.isEmpty, under: policy)
    }

    /// The claim is filed; everything after this shows the same one.
    package mutating func file(_ claim: ID<Claim>) { self.claim = claim }

    /// Nothing is opened from now on, by whoever holds its secret.
    package mutating func end(at now: Instant) { due = min(due, now) }

    /// A sign of life keeps the draft.
    package mutating func touch(policy: Policy, at now: Instant) { due = now + policy.registrationLasts }

    private mutating func forgetProof() {
        proven = nil
        code = nil
        reason = nil
    }

    private mutating func forgetComparison() {
        comparison = nil
        member = nil
        reason = nil
    }

    private func open() throws(Refusal) { if claim != nil { throw .alreadyFiled } }

    private mutating func send(codeHash: String, policy: Policy, at now: Instant) throws(Refusal) {
        guard codes < policy.codesPerRegistration else { throw .tooManyCodes }
        codes += 1
        code = OneTimeCode(hash: codeHash, sent: now, until: now + policy.codeLasts)
    }
}

/// A code of six digits on its way to someone, known here only by its hash.
package struct OneTimeCode: Hashable, Sendable {
    package let hash: String
    package let sent: Instant
    package let until: Instant
    package private(set) var tries: Int

    package init(hash: String, sent: Instant, until: Instant, tries: Int = 0) {
        self.hash = hash
        self.sent = sent
        self.until = until
        self.tries = tries
    }

    /// Compares, counting every attempt. Refuses a wrong, an old, and a too often tried code.
    package mutating func check(_ hash: String, policy: Policy, at now: Instant) throws(Refusal) {
        guard now < until else { throw .codeExpired(after: policy.codeLasts) }
        guard tries < policy.codeTries else { throw .codeSpent }
        tries += 1
        guard Array(hash.utf8) == Array(self.hash.utf8) else { throw .codeWrong(left: policy.codeTries - tries) }
    }
}
