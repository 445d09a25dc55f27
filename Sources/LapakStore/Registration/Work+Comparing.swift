package import LapakDomain

/// One look at the member registry that was paid for from the budgets that guard it: the registry answers nobody's typing without one.
package struct PaidLook: Sendable {
    package let nik: NIK
    /// Which wrong try this one would be, of this person or of anybody for this NIK within a day.
    package let tries: Int
    /// The budgets that paid.
    var paid: [String] = []
}

// Comparing what people type with the registry: paid first, then compared, then kept; and paid back when it was right.
extension Work {
    /// Pays for comparing this registration, for its NIK, its proven mailbox and itself. Refuses before the proof of the contact, and with
    /// `spent` whatever the answer would be.
    package func payForComparison(of registration: Registration) throws -> PaidLook {
        guard registration.claim == nil else { throw Refusal.alreadyFiled }
        guard registration.proven != nil, let identity = registration.identity else { throw Refusal.stepMissing }
        let rules = policy.identity
        try spend("lihat:\(registration.id.rawValue)", most: rules.looksPerRegistration, per: .days(1))
        let guards = guards(of: identity.nik, registration.email)
        let tries = try guards.map { try spend($0.name, most: $0.most, per: .days(1)) }
        // A domain's budget is shared by many people: it counts, and says nothing about this one.
        return PaidLook(
            nik: identity.nik, tries: tries.prefix(2).max() ?? 1, paid: guards.map(\.name) + ["lihat:\(registration.id.rawValue)"])
    }

    /// Gives back what was paid for a look that could not be made.
    package func payBack(_ look: PaidLook) throws { for name in look.paid { try payBack(name) } }

    /// Pays for a look by staff who have the person before them.
    package func payForLook(at nik: NIK, by staff: ID<Staff>) throws -> PaidLook {
        try spend("halaman:\(staff.rawValue)", most: 900, per: .hours(1))
        return PaidLook(nik: nik, tries: try spend("halaman:nik:\(nik.digits)", most: 60, per: .days(1)))
    }

    /// Keeps what the paid look found, if the registration still says the same. Whoever is right gets the tries back: only mistakes use
    /// them up.
    package func keep(_ look: PaidLook, of identity: Identity, found record: Member?, for registration: inout Registration) throws {
        guard registration.identity == identity, identity.nik == look.nik else { throw Refusal.stepMissing }
        let comparison = Comparison(
            of: identity, with: record, tries: look.tries, on: try interviewDay(of: registration), under: policy, at: now)
        note(try registration.compare(comparison, with: record))
        if comparison.finding == .matched {
            for spent in guards(of: identity.nik, registration.email) { try payBack(spent.name) }
            try secureHold(for: &registration)
        }
        update(registration)
    }

    /// Gives the reason for the claim, judged by the registry's record for the day of the chosen slot.
    package func give(_ reason: ClaimReason, of member: Member, to registration: inout Registration) throws {
        guard let identity = registration.identity else { throw Refusal.stepMissing }
        try registration.give(
            reason: reason, of: member, finding: identity.finding(in: member),
            verdict: Eligibility.verdict(
                for: reason, of: member, at: try interviewDay(of: registration), under: EligibilityPolicy(policy.rules)),
            under: policy)
        update(registration)
    }

    /// The day of the chosen slot, else tomorrow.
    package func interviewDay(of registration: Registration) throws -> Day {
        let slot = try registration.slot.flatMap { try find(Slot.self, $0) }
        return try slot.map { try nation.branch(of: $0).zone.day(of: $0.start) } ?? Zone.wib.day(of: now) + 1
    }

    /// The budgets of wrong tries: the NIK's, the mailbox's, and the domain's where one person can have all its addresses.
    private func guards(of nik: NIK, _ email: EmailAddress?) -> [(name: String, most: Int)] {
        let rules = policy.identity
        var guards: [(name: String, most: Int)] = [("cocok:nik:\(nik.digits)", rules.triesPerNIK)]
        guard let email else { return guards }
        guards.append(("cocok:surel:\(email.mailbox)", rules.triesPerMailbox))
        if !email.isOfPublicProvider { guards.append(("cocok:domain:\(email.domain)", rules.triesPerDomain)) }
        return guards
    }
}
