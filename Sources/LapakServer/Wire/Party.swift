import LapakDomain

/// One end of the live wire: an officer's console or a member's page, with all its tabs.
///
/// The numbers are the identities in the database; who belongs to whom is the database's business.
package enum Party: Hashable, Sendable {
    /// The console of the officer who holds this session.
    case session(Int64)
    /// The page of the member of this interview.
    case interview(Int64)
    /// The screens of a branch's hall, by the branch.
    case hall(Int64)
    /// The page in a booth.
    case booth(Int64)
    /// The phone that follows a visit.
    case walkIn(Int64)

    /// As events and signals name it: an identity as text, because it may be larger than 2^53.
    package var id: String {
        switch self {
        case .session(let id), .interview(let id), .hall(let id), .booth(let id), .walkIn(let id): String(id)
        }
    }

    /// A name for a relay's quota: of the kind and the number only, nothing about a person.
    package var name: String {
        switch self {
        case .session(let id): "s\(id)"
        case .interview(let id): "i\(id)"
        case .hall(let id): "h\(id)"
        case .booth(let id): "b\(id)"
        case .walkIn(let id): "v\(id)"
        }
    }
}
