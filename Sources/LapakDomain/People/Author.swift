/// Who made a change, as every event in the journal says.
package enum Author: Hashable, Codable, Sendable {
    /// Somebody who fills in a registration and has no claim yet.
    case visitor(ID<Registration>)
    /// The person of a claim.
    case member(ID<Claim>)
    /// Somebody who works here and is signed in.
    case staff(ID<Staff>)
    /// The application itself, when something is due.
    case clock
    /// Whoever runs a command on the machine.
    case operations

    /// How the journal writes it: `member:123`.
    package var text: String {
        switch self {
        case .visitor(let id): "visitor:\(id.rawValue)"
        case .member(let id): "member:\(id.rawValue)"
        case .staff(let id): "staff:\(id.rawValue)"
        case .clock: "clock"
        case .operations: "operations"
        }
    }
}
