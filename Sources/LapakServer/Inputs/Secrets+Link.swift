import LapakDomain

extension Secrets {
    /// The secret of a claim's personal link, derived from the moment it was sent: whoever writes the letter can make it again.
    func linkSecret(_ claim: ID<Claim>, sent: Instant) -> String {
        String(derived("link:\(claim.rawValue):\(sent.milliseconds)").prefix(32))
    }
}
