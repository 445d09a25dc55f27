package import LapakDomain
package import LapakStore

extension Secrets {
    /// New identities for one filing.
    package func fresh(_ policy: Policy, at now: Instant) -> Work.Fresh {
        Work.Fresh(
            claim: id(at: now), booking: id(at: now), ticket: id(at: now), walkIn: id(at: now), numbers: [number(), number(), number()],
            quiet: quiet(policy))
    }

    /// New identities for one visit to a branch.
    package func freshWalkIn(_ policy: Policy, at now: Instant) -> Work.FreshWalkIn {
        Work.FreshWalkIn(
            walkIn: id(at: now), claim: id(at: now), booking: id(at: now), ticket: id(at: now),
            numbers: [number(), number(), number()], quiet: quiet(policy))
    }

    /// The secret of a claim's personal link, derived from the moment it was sent: whoever writes the letter can make it again.
    func linkSecret(_ claim: ID<Claim>, sent: Instant) -> String {
        String(derived("link:\(claim.rawValue):\(sent.milliseconds)").prefix(32))
    }
}
