import LapakDomain

extension Event {
    /// The interview that it is about.
    var interview: ID<Interview>? {
        switch self {
        case .interviewEntered(let id, _, _, _), .interviewCalled(let id, _, _, _, _), .interviewMoved(let id, _, _, _, _),
            .interviewStuck(let id, _, _), .interviewRelieved(let id, _), .interviewPaused(let id, _, _, _),
            .interviewGivenBack(let id, _, _, _), .interviewTold(let id, _), .interviewDone(let id, _, _, _, _), .rungChanged(let id, _),
            .evidenceKept(let id, _, _, _), .stepUndone(let id, _, _, _), .takeOverOffered(let id, _, _), .takenOver(let id, _, _, _, _),
            .consented(let id, _), .boothChanged(let id, _, _), .rowMarked(let id, _, _, _), .written(let id, _, _, _):
            id
        default: nil
        }
    }

    /// The visit that it is about.
    var visit: ID<WalkIn>? {
        switch self {
        case .numberTaken(let id, _, _, _, _), .prechecked(let id, _, _, _, _), .comesSoon(let id, _), .admitted(let id, _),
            .setBack(let id, _, _),
            .walkInMissed(let id, _), .cameBack(let id, _), .walkInOver(let id, _, _), .orderAsked(let id, _, _),
            .orderAnswered(let id, _, _, _, _, _):
            id
        default: nil
        }
    }

    /// Screens in a branch that it is about, beside those of the interview and the visit.
    var screens: [Party] {
        switch self {
        case .boothPaired(let booth, let branch, _), .boothTrouble(let booth, let branch, _, _):
            [.booth(booth.rawValue), .hall(branch.rawValue)]
        case .boothChanged(_, let from, let to): [.booth(from.rawValue), .booth(to.rawValue)]
        case .sessionOpened(_, _, let branch, _): [.hall(branch.rawValue)]
        default: []
        }
    }

    /// Sessions that it is about, beside the one where the interview sits now.
    var sessions: [ID<Session>?] {
        switch self {
        case .sessionOpened(let id, _, _, _), .seatsChanged(let id, _, _), .sessionClosing(let id, _), .announced(let id, _): [id]
        case .interviewMoved(_, _, let id, _, _), .interviewPaused(_, _, let id, _): [id]
        case .takeOverOffered(_, let from, let to): [from, to]
        case .takenOver(_, let from, let to, _, _): [from, to]
        default: []
        }
    }
}
