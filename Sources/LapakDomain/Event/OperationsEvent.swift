/// What staff and operators did to the application itself.
package enum OperationsEvent: EventNoun {
    case signedIn(staff: ID<Staff>)
    case branchChanged(branch: ID<Branch>)
    case checklistChanged(version: RuleVersion, rows: Int)
    case policyChanged
    /// An operator sends an undelivered message again; its number in the post.
    case messageResent(message: Int64)

    package enum CodingKeys: String, CodingKey, CaseIterable {
        case signedIn
        case branchChanged
        case checklistChanged
        case policyChanged
        case messageResent
    }
}
