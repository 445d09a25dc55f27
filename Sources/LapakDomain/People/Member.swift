/// A worker with JHT savings, as the member registry (the agency's core system) knows them.
///
/// Read through a port and never computed here; the balance in particular is the registry's word.
package struct Member: Hashable, Codable, Sendable {
    package let id: ID<Member>
    package let nik: NIK
    package let name: String
    package let birth: Day
    /// The mother's name before marriage, which the policy may ask for.
    package let mother: String
    package let memberships: [Membership]
    /// Partial claims that were paid before; each kind is possible once in a lifetime.
    package let partials: [PartialClaim]

    package init(
        id: ID<Member>, nik: NIK, name: String, birth: Day, mother: String, memberships: [Membership], partials: [PartialClaim] = []
    ) {
        self.id = id
        self.nik = nik
        self.name = name
        self.birth = birth
        self.mother = mother
        self.memberships = memberships
        self.partials = partials
    }

    /// What the registry holds on all cards that were not paid out.
    package var balance: Rupiah { memberships.filter { $0.status != .paid }.reduce(Rupiah(0)) { $0 + $1.balance } }
}

/// One membership card (kepesertaan): an employer, a period, a balance.
package struct Membership: Hashable, Codable, Sendable {
    package enum Status: String, Hashable, Codable, Sendable, CaseIterable {
        /// Contributions run: the employer has not reported an exit.
        case active
        /// The exit was reported; `end` says when.
        case ended
        /// Paid out before.
        case paid
    }
    package let kpj: KPJ
    /// The employer's registration number (NPP).
    package let npp: String
    package let employer: String
    package let start: Day
    package let end: Day?
    package let status: Status
    package let balance: Rupiah

    package init(kpj: KPJ, npp: String, employer: String, start: Day, end: Day?, status: Status, balance: Rupiah) {
        self.kpj = kpj
        self.npp = npp
        self.employer = employer
        self.start = start
        self.end = end
        self.status = status
        self.balance = balance
    }
}

/// A partial claim that was paid before.
package struct PartialClaim: Hashable, Codable, Sendable {
    package let reason: ClaimReason
    package let paid: Day
    package init(reason: ClaimReason, paid: Day) { self.reason = reason; self.paid = paid }
}
