package import LapakDomain

/// Someone who works for the agency and signs in with a user name.
package struct StaffMember: Hashable, Sendable {
    /// Unique in the nation, in lower case: `manajer.jakarta-salemba`, `petugas1.jakarta-salemba`, `nasional1`.
    package let username: String
    package let name: String
    package let role: Staff.Role
    /// Nil for a role whose scope is the nation.
    package let branch: ID<Branch>?
}
