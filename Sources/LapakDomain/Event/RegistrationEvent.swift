/// What happened before a claim was filed: places held for a while, contacts proven.
package enum RegistrationEvent: EventNoun {
    case held(booking: ID<Booking>, slot: ID<Slot>, proven: Bool)
    case holdProven(booking: ID<Booking>)
    case holdLapsed(booking: ID<Booking>, slot: ID<Slot>)
    case holdDropped(booking: ID<Booking>, slot: ID<Slot>)
    case contactProven(registration: ID<Registration>)
    case identityCompared(registration: ID<Registration>, matched: Bool)

    package enum CodingKeys: String, CodingKey, CaseIterable {
        case held
        case holdProven
        case holdLapsed
        case holdDropped
        case contactProven
        case identityCompared
    }
}
