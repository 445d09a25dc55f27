/// What happened to the pictures that an interview keeps.
package enum EvidenceEvent: EventNoun {
    case kept(interview: ID<Interview>, claim: ID<Claim>, evidence: ID<Evidence>, sha256: String)
    case viewed(evidence: ID<Evidence>)

    package enum CodingKeys: String, CodingKey, CaseIterable {
        case kept = "evidenceKept"
        case viewed = "evidenceViewed"
    }
}
