/// What happened in an interview, from the lobby to its last step.
package enum InterviewEvent: EventNoun {
    case entered(interview: ID<Interview>, claim: ID<Claim>, booking: ID<Booking>, consent: String)
    case called(interview: ID<Interview>, claim: ID<Claim>, session: ID<OfficerSession>, seat: Int, time: Int)
    case moved(interview: ID<Interview>, claim: ID<Claim>, session: ID<OfficerSession>?, from: Interview.Phase, to: Interview.Phase)
    case stuck(interview: ID<Interview>, claim: ID<Claim>, why: Interview.Stuck)
    case relieved(interview: ID<Interview>, by: ID<Staff>)
    case rowMarked(interview: ID<Interview>, subject: InterviewCheck.Subject, fits: Bool, by: ID<Staff>)
    case paused(interview: ID<Interview>, claim: ID<Claim>, session: ID<OfficerSession>?, why: Interview.Pause)
    case givenBack(interview: ID<Interview>, subject: InterviewCheck.Subject, reason: ReturnReason, by: ID<Staff>)
    case told(interview: ID<Interview>, message: Telling)
    case done(interview: ID<Interview>, claim: ID<Claim>, by: ID<Staff>, milliseconds: Int64, touches: Int)
    /// The words themselves are kept apart, sealed.
    case written(interview: ID<Interview>, claim: ID<Claim>, writing: ID<Writing>, by: ID<Staff>?)
    case rungChanged(interview: ID<Interview>, to: Interview.Rung)
    case questionsAsked(interview: ID<Interview>, by: ID<Staff>, questions: [InterviewQuestion])
    case stepUndone(interview: ID<Interview>, from: Interview.Phase, to: Interview.Phase, by: ID<Staff>)
    case takeOverOffered(interview: ID<Interview>, from: ID<OfficerSession>, to: ID<OfficerSession>?)
    case takenOver(interview: ID<Interview>, from: ID<OfficerSession>, to: ID<OfficerSession>, seat: Int, by: ID<Staff>)
    case consented(interview: ID<Interview>, consent: String)
    case boothChanged(interview: ID<Interview>, from: ID<Booth>, to: ID<Booth>)

    package enum CodingKeys: String, CodingKey, CaseIterable {
        case entered = "interviewEntered"
        case called = "interviewCalled"
        case moved = "interviewMoved"
        case stuck = "interviewStuck"
        case relieved = "interviewRelieved"
        case rowMarked
        case paused = "interviewPaused"
        case givenBack = "interviewGivenBack"
        case told = "interviewTold"
        case done = "interviewDone"
        case written
        case rungChanged
        case questionsAsked
        case stepUndone
        case takeOverOffered
        case takenOver
        case consented
        case boothChanged
    }

    /// The interview that it is about.
    package var interview: ID<Interview> {
        switch self {
        case .entered(let id, _, _, _), .called(let id, _, _, _, _), .moved(let id, _, _, _, _), .stuck(let id, _, _),
            .relieved(let id, _), .rowMarked(let id, _, _, _), .paused(let id, _, _, _), .givenBack(let id, _, _, _),
            .told(let id, _), .done(let id, _, _, _, _), .written(let id, _, _, _), .rungChanged(let id, _),
            .questionsAsked(let id, _, _), .stepUndone(let id, _, _, _), .takeOverOffered(let id, _, _),
            .takenOver(let id, _, _, _, _), .consented(let id, _), .boothChanged(let id, _, _):
            id
        }
    }
}
