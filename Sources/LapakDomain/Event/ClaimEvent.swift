/// What happened to a claim and its appointment.
package enum ClaimEvent: EventNoun {
    case booked(claim: ID<Claim>, booking: ID<Booking>, slot: ID<Slot>)
    case moved(claim: ID<Claim>, from: ID<Booking>, to: ID<Booking>, slot: ID<Slot>, freed: ID<Slot>)
    case cancelled(claim: ID<Claim>, slot: ID<Slot>?, ticket: ID<Ticket>?)
    /// No longer written since `papersReminder`; old journals have it.
    case reminderDue(claim: ID<Claim>)
    case papersComplete(claim: ID<Claim>)
    case papersMissed(claim: ID<Claim>, booking: ID<Booking>, slot: ID<Slot>, ticket: ID<Ticket>)
    case deadlineMoved(claim: ID<Claim>, from: Instant, to: Instant)
    case papersReminder(claim: ID<Claim>, daysBefore: Int)
    case interviewMissed(claim: ID<Claim>, booking: ID<Booking>, ticket: ID<Ticket>)
    /// Was in the lobby in time, and did not answer when called.
    case interviewUnreached(claim: ID<Claim>, booking: ID<Booking>, ticket: ID<Ticket>)
    case decided(claim: ID<Claim>, decision: Decision.Told, ticket: ID<Ticket>?)
    case numberGivenUp(claim: ID<Claim>, booking: ID<Booking>, ticket: ID<Ticket>)
    /// A contact was proven with its own code; `changed` where it took the place of another one.
    case contactProven(claim: ID<Claim>, contact: Contacts.Way, changed: Bool)
    /// Somebody came back with a code to this contact; `known` where the browser had a key to the claim before.
    case visited(claim: ID<Claim>, by: Contacts.Way, known: Bool)

    package enum CodingKeys: String, CodingKey, CaseIterable {
        case booked
        case moved
        case cancelled
        case reminderDue
        case papersComplete
        case papersMissed
        case deadlineMoved
        case papersReminder
        case interviewMissed
        case interviewUnreached
        case decided
        case numberGivenUp
        case contactProven = "claimContactProven"
        case visited = "claimVisited"
    }
}
