import LapakDomain

extension Event {
    /// The interview that it is about.
    var interview: ID<Interview>? {
        switch self {
        case .interview(let event): event.interview
        case .evidence(.kept(let id, _, _, _)): id
        default: nil
        }
    }

    /// The visit that it is about.
    var walkIn: ID<WalkIn>? { if case .walkIn(let event) = self { event.walkIn } else { nil } }

    /// Screens in a branch that it is about, beside those of the interview and the visit.
    var screens: [Party] {
        switch self {
        case .booth(.paired(let booth, let branch, _)), .booth(.trouble(let booth, let branch, _, _)):
            [.booth(booth.rawValue), .hall(branch.rawValue)]
        case .interview(.boothChanged(_, let from, let to)): [.booth(from.rawValue), .booth(to.rawValue)]
        case .session(.opened(_, _, let branch, _)): [.hall(branch.rawValue)]
        default: []
        }
    }

    /// Sessions that it is about, beside the one where the interview sits now.
    var sessions: [ID<OfficerSession>?] {
        switch self {
        case .session(.opened(let id, _, _, _)), .session(.seatsChanged(let id, _, _)), .session(.closing(let id, _)),
            .session(.announced(let id, _)):
            [id]
        case .interview(.moved(_, _, let id, _, _)), .interview(.paused(_, _, let id, _)): [id]
        case .interview(.takeOverOffered(_, let from, let to)): [from, to]
        case .interview(.takenOver(_, let from, let to, _, _)): [from, to]
        default: []
        }
    }
}
