package import LapakDomain

// A contact of a claim is proven with its own code: the one that stands there, or another one that takes its place.
extension Work {
    /// Sends a code to the address that shall be the claim's; its hash comes in. Nothing changes before it comes back. Refuses within
    /// the pause between two codes, when a day's codes are used up, and when that address got too many.
    package func askProof(of address: ContactAddress, for claim: Claim, code: String, codeHash: String, reach: Reach) throws {
        guard claim.phase.isLive else { throw Refusal.wrongPhase(claim.phase) }
        let known = try find(ContactProof.self, ContactProof.identity(of: claim.id, address.way))
        var proof = known ?? ContactProof.begin(for: claim.id, address, policy: policy, at: now)
        try proof.send(to: address, codeHash: codeHash, policy: policy, at: now)
        try spendCode(to: address)
        upsert(proof)
        let source = "proof:\(proof.id):\(now.milliseconds)"
        post(Notice.to(address, source: source, kind: .proof, language: claim.language, details: code), reach: reach)
    }

    /// One address or number gets so many codes an hour, whoever asks. Refuses with `spent`.
    package func spendCode(to address: ContactAddress) throws {
        try spend("code:\(address.value)", most: ContactProof.mostCodes, per: ContactProof.mostCodesWithin)
    }

    /// Proves a claim's contact with the code's hash. A wrong code is answered with its refusal and still counted. Where it takes the
    /// place of another one, that one is told, and a link to papers that lies there stops working: `linkSecret` is the next one's hash.
    package func proveContact(
        _ way: Contacts.Way, of claim: inout Claim, codeHash: String, linkSecret: String, reach: Reach
    ) throws -> Refusal? {
        guard var proof = try find(ContactProof.self, ContactProof.identity(of: claim.id, way)) else { return .stepMissing }
        // Sent twice, it is proven once.
        if proof.code == nil, claim.contacts.proven.contains(proof.address) { return nil }
        let former = claim.contacts.proven.first { $0.way == way }
        do throws(Refusal) {
            defer { update(proof) }
            let address = try proof.check(codeHash: codeHash, policy: policy, at: now)
            note(try claim.prove(address, policy: policy, at: now))
            update(claim)
            guard let former, former != address else { return nil }
            let source = "contact:\(claim.id.rawValue):\(now.milliseconds)"
            post(
                Notice.to(former, source: source, kind: .contactChanged, language: claim.language, details: way.rawValue), reach: reach)
        } catch { return error }
        guard way == .mail, var link = try find(UploadLink.self, UploadLink.identity(of: claim.id)) else { return nil }
        link.renew(secret: linkSecret, at: now)
        update(link)
        return nil
    }
}

extension SQLConnection {
    /// The proof that a claim's contact waits for; nil where none is on its way.
    package func proof(of way: Contacts.Way, for claim: ID<Claim>, at now: Instant) throws -> ContactProof? {
        try find(ContactProof.self, ContactProof.identity(of: claim, way)).flatMap { $0.code != nil && now < $0.due ? $0 : nil }
    }

    /// Whether the person of a claim is at this branch now: in its yard or hall, at a seat of one of its sessions, or put into its
    /// waiting list today by its yard, with no contact proven yet.
    package func isHere(_ claim: Claim, at branch: Branch, on day: Day) throws -> Bool {
        if let walkIn = try walkIn(of: claim.id), walkIn.branch == branch.id, walkIn.day == day, walkIn.hasCome {
            return true
        }
        if let seat = try interview(of: claim.id)?.session, try find(OfficerSession.self, seat)?.branch == branch.id { return true }
        guard claim.contacts.proven.isEmpty, branch.zone.day(of: claim.filed) == day, let id = claim.ticket else { return false }
        return try find(Ticket.self, id)?.wish.branches.contains(branch.id) ?? false
    }
}
