package import LapakDomain

/// Someone who works for the agency and signs in with a user name.
package struct StaffMember: Hashable, Sendable {
    package enum Role: String, Hashable, Sendable, CaseIterable {
        /// Interviews and verifies (petugas, CSO).
        case officer
        /// Leads one branch.
        case manager
        /// Watches the whole nation.
        case national
    }
    /// Unique in the nation, in lower case: `manajer.jakarta-salemba`, `petugas1.jakarta-salemba`, `nasional1`.
    package let username: String
    package let name: String
    package let role: Role
    /// Nil for the national role.
    package let branch: ID<Branch>?
}
