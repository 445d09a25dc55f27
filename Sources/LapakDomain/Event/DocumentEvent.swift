/// What happened to an uploaded paper.
package enum DocumentEvent: EventNoun {
    case received(document: ID<Document>, claim: ID<Claim>, paper: Paper, version: Int)
    case checked(document: ID<Document>, claim: ID<Claim>, hints: [Hint])
    case refused(document: ID<Document>, claim: ID<Claim>, fault: FileFault)
    case accepted(document: ID<Document>, claim: ID<Claim>)
    case returned(document: ID<Document>, claim: ID<Claim>, reason: ReturnReason)
    case withdrawn(document: ID<Document>, claim: ID<Claim>)
    case viewed(document: ID<Document>, why: ViewPurpose)

    package enum CodingKeys: String, CodingKey, CaseIterable {
        case received = "documentReceived"
        case checked = "documentChecked"
        case refused = "documentRefused"
        case accepted = "documentAccepted"
        case returned = "documentReturned"
        case withdrawn = "documentWithdrawn"
        case viewed = "documentViewed"
    }
}
