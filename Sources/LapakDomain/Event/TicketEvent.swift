/// What happened on the waiting list.
package enum TicketEvent: EventNoun {
    case queued(claim: ID<Claim>, ticket: ID<Ticket>)
    case offered(ticket: ID<Ticket>, claim: ID<Claim>, booking: ID<Booking>, slot: ID<Slot>, until: Instant)
    case accepted(ticket: ID<Ticket>, claim: ID<Claim>, booking: ID<Booking>, slot: ID<Slot>)
    case declined(ticket: ID<Ticket>, claim: ID<Claim>, booking: ID<Booking>, slot: ID<Slot>)
    case lapsed(ticket: ID<Ticket>, claim: ID<Claim>, booking: ID<Booking>, slot: ID<Slot>)

    package enum CodingKeys: String, CodingKey, CaseIterable {
        case queued
        case offered
        case accepted = "offerAccepted"
        case declined = "offerDeclined"
        case lapsed = "offerLapsed"
    }
}
