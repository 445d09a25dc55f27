/// What happened in an officer's session.
package enum SessionEvent: EventNoun {
    case opened(session: ID<OfficerSession>, staff: ID<Staff>, branch: ID<Branch>, seats: Int)
    case seatsChanged(session: ID<OfficerSession>, seats: Int, by: ID<Staff>)
    case closing(session: ID<OfficerSession>, sitting: Int)
    case announced(session: ID<OfficerSession>, message: Telling)
    case attended(interview: ID<Interview>, session: ID<OfficerSession>, milliseconds: Int64)

    package enum CodingKeys: String, CodingKey, CaseIterable {
        case opened = "sessionOpened"
        case seatsChanged
        case closing = "sessionClosing"
        case announced
        case attended
    }
}
