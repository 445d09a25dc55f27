/// What happened in an officer's session.
package enum SessionEvent: EventNoun {
    case opened(session: ID<Session>, staff: ID<Staff>, branch: ID<Branch>, seats: Int)
    case seatsChanged(session: ID<Session>, seats: Int, by: ID<Staff>)
    case closing(session: ID<Session>, sitting: Int)
    case announced(session: ID<Session>, message: Telling)
    case attended(interview: ID<Interview>, session: ID<Session>, milliseconds: Int64)

    package enum CodingKeys: String, CodingKey, CaseIterable {
        case opened = "sessionOpened"
        case seatsChanged
        case closing = "sessionClosing"
        case announced
        case attended
    }
}
