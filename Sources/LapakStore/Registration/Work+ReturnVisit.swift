package import LapakDomain

// Coming back to a claim with its number and a one-time code.
extension Work {
    /// Begins a visit. For an unknown number it looks the same, and no code is sent. Codes per number are budgeted.
    package func begin(
        _ visit: Pass<ReturnVisit>, to claim: ID<Claim>?, code: String, codeHash: String, number: ClaimNumber, reach: Reach
    ) throws {
        try spend("visit:\(number.value)", most: ReturnVisit.mostCodes, per: ReturnVisit.mostCodesWithin)
        let kept = OneTimeCode(hash: codeHash, sent: now, until: now + policy.codeLasts)
        insert(ReturnVisit(id: visit.id, secret: visit.hash, claim: claim, code: kept, due: now + policy.visitLasts))
        guard let claim = try claim.flatMap({ try find(Claim.self, $0) }) else { return }
        let notice = Notice(
            source: "visit:\(visit.id.rawValue)", kind: .code, mail: claim.email, phone: claim.phone, language: claim.language,
            details: code)
        post(notice, reach: reach)
    }

    /// Proves a visit. A wrong code is answered with its refusal and still counted.
    package func prove(_ pass: Pass<ReturnVisit>, codeHash: String) throws -> Refusal? {
        guard var visit = try find(ReturnVisit.self, pass.id), visit.secret == pass.hash else { throw Refusal.notYours }
        defer { update(visit) }
        do throws(Refusal) { _ = try visit.prove(codeHash: codeHash, policy: policy, at: now) } catch { return error }
        return nil
    }

    /// The claim that this browser may see: its proven visit's, or the one that its own registration became;
    /// its member is the change's author then.
    package func claim(of visit: Pass<ReturnVisit>?, or registration: Pass<Registration>?) throws -> Claim {
        if let visit, let claim = try? claim(of: visit) { return claim }
        guard let registration, let found = try find(Registration.self, registration.id), found.secret == registration.hash,
            now < found.due,
            let claim = found.claim
        else { throw Refusal.notYours }
        act(as: .member(claim))
        return try get(Claim.self, claim)
    }

    /// The claim behind a proven visit; its member is the change's author then.
    package func claim(of pass: Pass<ReturnVisit>) throws -> Claim {
        guard let visit = try find(ReturnVisit.self, pass.id), visit.secret == pass.hash, let id = visit.provenClaim(at: now) else {
            throw Refusal.notYours
        }
        act(as: .member(id))
        return try get(Claim.self, id)
    }
}
