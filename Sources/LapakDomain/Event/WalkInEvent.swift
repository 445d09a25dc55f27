/// What happened to somebody who came to a branch.
package enum WalkInEvent: EventNoun {
    case numberTaken(walkIn: ID<WalkIn>, claim: ID<Claim>?, branch: ID<Branch>, number: QueueNumber, origin: WalkIn.Origin)
    case numbersReserved(branch: ID<Branch>, day: Day, first: QueueNumber, count: Int)
    case prechecked(walkIn: ID<WalkIn>, claim: ID<Claim>?, seen: [Paper], missing: [Paper], by: ID<Staff>)
    case comesSoon(walkIn: ID<WalkIn>, claim: ID<Claim>?)
    case admitted(walkIn: ID<WalkIn>, claim: ID<Claim>?)
    case setBack(walkIn: ID<WalkIn>, claim: ID<Claim>?, order: Instant)
    case missed(walkIn: ID<WalkIn>, claim: ID<Claim>?)
    case cameBack(walkIn: ID<WalkIn>, claim: ID<Claim>?)
    case over(walkIn: ID<WalkIn>, claim: ID<Claim>?, phase: WalkIn.Phase)
    case orderAsked(walkIn: ID<WalkIn>, to: Instant, by: ID<Staff>)
    /// Today's places were used up, and one was made beyond the quota.
    case placeMade(walkIn: ID<WalkIn>, slot: ID<Slot>, why: WalkIn.Made, by: ID<Staff>)
    /// Got a place of today by being there, while `ticket`, whom it suited, waited at home.
    case cameBeforeLine(walkIn: ID<WalkIn>, ticket: ID<Ticket>, by: ID<Staff>)
    case orderAnswered(walkIn: ID<WalkIn>, from: Instant, to: Instant, by: ID<Staff>, second: ID<Staff>, agreed: Bool)

    package enum CodingKeys: String, CodingKey, CaseIterable {
        case numberTaken
        case numbersReserved
        case prechecked
        case comesSoon
        case admitted
        case setBack
        case missed = "walkInMissed"
        case cameBack
        case over = "walkInOver"
        case orderAsked
        case placeMade
        case cameBeforeLine
        case orderAnswered
    }

    /// The person who came; nil where nobody is meant yet.
    package var walkIn: ID<WalkIn>? {
        switch self {
        case .numberTaken(let id, _, _, _, _), .prechecked(let id, _, _, _, _), .comesSoon(let id, _), .admitted(let id, _),
            .setBack(let id, _, _), .missed(let id, _), .cameBack(let id, _), .over(let id, _, _), .orderAsked(let id, _, _),
            .orderAnswered(let id, _, _, _, _, _), .placeMade(let id, _, _, _), .cameBeforeLine(let id, _, _):
            id
        case .numbersReserved: nil
        }
    }
}
