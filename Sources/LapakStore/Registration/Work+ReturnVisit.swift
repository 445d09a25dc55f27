package import LapakDomain

// Coming back to a claim with its number and a one-time code.
extension Work {
    /// Begins a visit. Each contact that was proven gets a code of its own, and no other contact gets any. For an unknown number it
    /// looks the same, and no code is sent. Codes per number are budgeted. `isKnown`: the browser has a key to the
    /// claim already; `isOwn`: it proved the claim before, which counts for the budget alone.
    package func begin(
        _ visit: Pass<ReturnVisit>, to claim: ID<Claim>?, codes: VisitCodes, isKnown: Bool = false, number: ClaimNumber, reach: Reach,
        isOwn: Bool = false
    ) throws {
        try payForCode(to: "klaim:\(number.value)", isKnown: isOwn || isKnown)
        let kept = OneTimeCode(hash: codes.mail.hash, sent: now, until: now + policy.codeLasts)
        insert(
            ReturnVisit(
                id: visit.id, secret: visit.hash, claim: claim, code: kept, phoneHash: codes.phone.hash, isKnown: isKnown,
                due: now + policy.visitLasts))
        guard let claim = try claim.flatMap({ try find(Claim.self, $0) }) else { return }
        for address in claim.contacts.proven {
            let code = address.way == .mail ? codes.mail : codes.phone
            post(
                Notice.to(
                    address, source: "visit:\(visit.id.rawValue)", kind: .code, language: claim.language, details: code.digits),
                reach: reach)
        }
    }

    /// Pays for a code, so that nobody's mailbox is flooded. Browsers that proved this claim or address before have a budget of their own,
    /// which strangers cannot use up.
    package func payForCode(to whom: String, isKnown: Bool) throws {
        try spend(
            isKnown ? "kode:kenal:\(whom)" : "kode:\(whom)", most: isKnown ? ReturnVisit.mostCodes : ReturnVisit.mostCodesForStrangers,
            per: ReturnVisit.mostCodesWithin)
    }

    /// Proves a visit. A wrong code is answered with its refusal and still counted. From the proof on only `secret` (a hash) opens it, and
    /// the other keys of the browser end where they are other people's.
    package func prove(_ pass: Pass<ReturnVisit>, codeHash: String, secret: String, ending others: BrowserKeys) throws -> Refusal? {
        guard var visit = try find(ReturnVisit.self, pass.id), visit.secret == pass.hash else { throw Refusal.notYours }
        let claim = try visit.claim.flatMap { try find(Claim.self, $0) }
        defer { update(visit) }
        do throws(Refusal) {
            let event = try visit.prove(codeHash: codeHash, for: claim?.contacts, secret: secret, policy: policy, at: now)
            note(event, by: visit.claim.map { .member($0) })
        } catch { return error }
        try end(others, but: visit.claim, keepingDraft: true)
        return nil
    }

    /// The claim behind a proven visit; its member is the change's author then. `asOwner`: for what must not follow from a contact that
    /// was changed a moment ago; refuses with `contactRests` then.
    package func claim(of pass: Pass<ReturnVisit>, asOwner: Bool = false) throws -> Claim {
        guard let visit = try find(ReturnVisit.self, pass.id), visit.secret == pass.hash, let id = visit.provenClaim(at: now) else {
            throw Refusal.notYours
        }
        act(as: .member(id))
        let claim = try get(Claim.self, id)
        if asOwner, visit.rests(claim.contacts, at: now) { throw Refusal.contactRests(policy.contactRest) }
        return claim
    }
}

/// The codes of one visit: each contact has one of its own, so that the visit knows by which somebody came.
package struct VisitCodes: Sendable {
    /// Six digits, and the hash that is kept of them.
    package typealias Code = (digits: String, hash: String)
    package let mail: Code
    package let phone: Code

    package init(mail: Code, phone: Code) { (self.mail, self.phone) = (mail, phone) }
}
