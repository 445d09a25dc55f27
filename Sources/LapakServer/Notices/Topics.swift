import LapakDomain
import LapakStore

/// What is looked up for a message beside its claim and the appointment.
struct Topics: OptionSet, Sendable {
    let rawValue: Int
    static let offer = Topics(rawValue: 1)
    static let dossier = Topics(rawValue: 2)
    static let document = Topics(rawValue: 4)
    static let link = Topics(rawValue: 8)
    static let officer = Topics(rawValue: 16)
    static let walkIn = Topics(rawValue: 32)
    static let forecast = Topics(rawValue: 64)
    /// The appointment that was lost, which the message's details name.
    static let former = Topics(rawValue: 128)
}

extension Message {
    /// A phone gets number and time: of what only the letter says nothing is looked up.
    var topics: Topics { channel == .mail ? kind.topics : kind.topics.intersection(kind.deciding) }
}

extension Message.Kind {
    /// What the letter says.
    fileprivate var topics: Topics {
        switch self {
        case .code, .proof, .contactChanged, .visited, .cancelled, .papersComplete, .decided: []
        case .interviewMissed: .former
        case .confirmed, .moved, .reminder, .deadlineMoved: [.dossier, .link]
        case .papersMissed: [.dossier, .former]
        case .returned, .refusedFile: [.document, .link]
        case .link: .link
        case .queued: [.forecast, .former]
        case .offer, .offerLapsed: .offer
        case .called: .officer
        case .number, .soon, .comeIn, .numberMissed: .walkIn
        case .papersToBring: [.walkIn, .dossier]
        }
    }

    /// What decides whether there is anything to say, and what the short form names.
    fileprivate var deciding: Topics {
        switch self {
        case .confirmed, .moved, .reminder, .deadlineMoved, .papersMissed, .interviewMissed: []
        case .queued: .forecast
        case .returned, .refusedFile: .document
        default: topics
        }
    }
}

extension SQLConnection {
    /// The name of the officer in whose session the claim's interview sits; nil where there is none.
    func officer(of claim: ID<Claim>) throws -> String? {
        guard let session = try interview(of: claim)?.session, let staff = try find(OfficerSession.self, session)?.staff else { return nil }
        return try find(Staff.self, staff)?.name
    }
}
