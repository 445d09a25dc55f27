package import LapakDomain

// The personal link to a claim's papers: exchanged once, sent again when asked.
extension Work {
    /// Exchanges the secret of a link (its hash) for a session (its hash); the same again changes nothing. Answers with the
    /// claim. Refuses with `linkGone` whatever is unknown or over, and with `linkUsed` a second device.
    package func exchangeLink(_ pass: Pass<UploadLink>, session: String) throws -> Claim {
        guard var link = try find(UploadLink.self, pass.id), let claim = try find(Claim.self, link.claim) else { throw Refusal.linkGone }
        try link.exchange(secret: pass.hash, session: session, for: claim, at: now)
        update(link)
        return claim
    }

    /// Gives the claim's link a new secret (its hash) and makes the letter that carries it. Refuses without a place,
    /// after the deadline, and within the pause between two messages.
    package func resendLink(to claim: Claim, secret: String) throws {
        guard claim.contacts[.mail].proven != nil else { throw Refusal.linkGone }
        guard claim.contacts.holdsKeys(.mail, at: now) else { throw Refusal.contactRests(policy.contactRest) }
        let id = UploadLink.identity(of: claim.id)
        if var link = try find(UploadLink.self, id) {
            try link.resend(secret: secret, for: claim, policy: policy, at: now)
            update(link)
        } else {
            insert(try UploadLink.issue(id, for: claim, secret: secret, at: now))
        }
        post(Notice.about(claim, source: "link:\(claim.id.rawValue):\(now.milliseconds)", kind: .link, only: .mail), reach: Reach())
    }
}
