package import LapakDomain

/// The agency's core system, which knows who is a member and what was saved. Only read, never written.
package protocol MemberRegistry: Sendable {
    /// The member with this NIK, or nil if nobody has it.
    func member(nik: NIK) async throws(RegistryTrouble) -> Member?
}

/// Why the registry did not say whether there is such a member. The texts hold nothing about the member.
package enum RegistryTrouble: Error, Hashable, Sendable {
    /// No answer in time, or none at all. Worth trying again.
    case unreachable(String)
    /// An answer with a status that says neither "here" nor "nobody".
    case refused(status: Int)
    /// An answer that is not a member: names the part that is wrong.
    case unreadable(String)
}
