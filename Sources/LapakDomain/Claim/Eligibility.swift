/// What the rules say about one reason on one day.
package enum EligibilityVerdict: Hashable, Sendable {
    /// Possible: the cards that the claim covers, and the registry's balances on them added up, before tax and before
    /// the share of a partial claim.
    case eligible(memberships: [KPJ], balance: Rupiah)
    /// Too early. Nothing but time is missing: on this day, and not a day before, the same record is eligible.
    case notBefore(Day)
    /// Time alone does not help.
    case refused(Ineligibility)
}

/// Who may claim for which reason from which day on (domain.md, "Reasons and documents").
///
/// - A full claim covers every unpaid card; a reason that needs an exit covers the ended ones and leaves running ones alone.
/// - Ended cards are paid together, so time counts from the *last* exit among them: possible at the earliest on the day
///   after it, for reasons that wait after `waitingMonths` calendar months (exit 31 January, possible 28 February).
/// - A 29 February becomes 28 February in a year that has none.
/// - Years of membership: see `MembershipYears`.
/// - A refusal goes before a date, so that a date that is shown is true.
package enum Eligibility {
    /// The verdict for an appointment on the day `interview`.
    package static func verdict(
        for reason: ClaimReason, of member: Member, at interview: Day, under policy: EligibilityPolicy
    ) -> EligibilityVerdict {
        do throws(Ineligibility) {
            let cards = try cards(for: reason, of: member, under: policy)
            try checkPartials(for: reason, of: member, under: policy)
            let balance = cards.reduce(Rupiah(0)) { $0 + $1.balance }
            guard balance > Rupiah(0) else { throw .noBalance }
            if let first = try firstDay(for: reason, of: member, holding: cards, under: policy), interview < first {
                return .notBefore(first)
            }
            return .eligible(memberships: cards.map(\.kpj), balance: balance)
        } catch {
            return .refused(error)
        }
    }

    /// The verdicts for all eleven reasons in their official order, for showing which ones are possible.
    package static func outlook(
        of member: Member, at day: Day, under policy: EligibilityPolicy
    ) -> [(reason: ClaimReason, verdict: EligibilityVerdict)] {
        ClaimReason.allCases.map { ($0, verdict(for: $0, of: member, at: day, under: policy)) }
    }

    private static func cards(
        for reason: ClaimReason, of member: Member, under policy: EligibilityPolicy
    ) throws(Ineligibility) -> [Membership] {
        if member.memberships.isEmpty { throw .noMembership }
        let unpaid = member.memberships.filter { $0.status != .paid }
        if unpaid.isEmpty { throw .alreadyPaid }
        guard policy.needsExit.contains(reason) else { return unpaid }
        let ended = unpaid.filter { $0.status == .ended }
        let running = unpaid.filter { $0.status == .active }.max { $0.start < $1.start }
        // Empty ended cards beside a running one: the money waits behind the exit that nobody has reported.
        if let running, !ended.contains(where: { $0.balance > Rupiah(0) }) {
            throw reason == .selfEmployedStop ? .stopNotReported : .membershipStillActive(employer: running.employer)
        }
        return ended
    }

    private static func checkPartials(for reason: ClaimReason, of member: Member, under policy: EligibilityPolicy) throws(Ineligibility) {
        guard reason.isPartial else { return }
        let spent = member.partials.first { $0.reason == reason || (policy.partialsExclude && $0.reason.isPartial) }
        if let spent { throw .partialTaken(spent.reason, spent.paid) }
    }

    /// The first day on which age, exit and years allow `reason`; nil where no date matters.
    private static func firstDay(
        for reason: ClaimReason, of member: Member, holding cards: [Membership], under policy: EligibilityPolicy
    ) throws(Ineligibility) -> Day? {
        var days: [Day] = []
        if let age = policy.age(for: reason) { days.append(member.birth.adding(years: age)) }
        if let years = policy.years(for: reason) {
            guard let day = MembershipYears(of: cards).completion(of: years) else { throw .tooFewYears(years) }
            days.append(day)
        }
        if policy.needsExit.contains(reason), let exit = cards.compactMap(\.end).max() { days.append(exit + 1) }
        if policy.waits.contains(reason) { days.append(try lastExit(of: cards).adding(months: policy.waitingMonths)) }
        return days.max()
    }

    /// The last exit; refused when the card that ended last has no exit date.
    private static func lastExit(of cards: [Membership]) throws(Ineligibility) -> Day {
        guard let last = cards.max(by: { ($0.end ?? $0.start) < ($1.end ?? $1.start) }) else { throw .noMembership }
        guard let exit = last.end else { throw .exitDateUnknown(employer: last.employer) }
        return exit
    }
}
