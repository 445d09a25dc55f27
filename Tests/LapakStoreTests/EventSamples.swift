import LapakDomain

/// The names of everything that was ever written into a journal. A new event needs its name here, or this does not compile;
/// and a name needs its sample, or the test fails.
enum EventName: String, CaseIterable {
    case slotsOpened, slotReplanned, branchChanged, held, holdProven, holdLapsed, holdDropped, contactProven, booked, queued, offered
    case offerAccepted, offerDeclined, offerLapsed, moved, cancelled, reminderDue, placesReturned, drawAnnounced, drawn, signedIn

    init(_ event: Event) {
        self =
            switch event {
            case .slotsOpened: .slotsOpened
            case .slotReplanned: .slotReplanned
            case .branchChanged: .branchChanged
            case .held: .held
            case .holdProven: .holdProven
            case .holdLapsed: .holdLapsed
            case .holdDropped: .holdDropped
            case .contactProven: .contactProven
            case .booked: .booked
            case .queued: .queued
            case .offered: .offered
            case .offerAccepted: .offerAccepted
            case .offerDeclined: .offerDeclined
            case .offerLapsed: .offerLapsed
            case .moved: .moved
            case .cancelled: .cancelled
            case .reminderDue: .reminderDue
            case .placesReturned: .placesReturned
            case .drawAnnounced: .drawAnnounced
            case .drawn: .drawn
            case .signedIn: .signedIn
            }
    }

    /// As they stand in journals that exist. Lines are added here and never changed: old journals do not change either.
    static let samples = [
        #"{"slotsOpened":{"branch":3,"day":{"number":20641},"places":72}}"#,
        #"{"slotReplanned":{"gained":0,"planned":4,"slot":25769803777}}"#,
        #"{"branchChanged":{"branch":3}}"#,
        #"{"held":{"booking":9223372036854775807,"proven":false,"slot":25769803777}}"#,
        #"{"holdProven":{"booking":11}}"#,
        #"{"holdLapsed":{"booking":11,"slot":25769803777}}"#,
        #"{"holdDropped":{"booking":11,"slot":25769803777}}"#,
        #"{"contactProven":{"registration":12}}"#,
        #"{"booked":{"booking":11,"claim":13,"slot":25769803777}}"#,
        #"{"queued":{"claim":13,"ticket":14}}"#,
        #"{"offered":{"booking":15,"claim":13,"slot":25769803777,"ticket":14,"until":1783299600000}}"#,
        #"{"offerAccepted":{"booking":15,"claim":13,"slot":25769803777,"ticket":14}}"#,
        #"{"offerDeclined":{"booking":15,"claim":13,"slot":25769803777,"ticket":14}}"#,
        #"{"offerLapsed":{"booking":15,"claim":13,"slot":25769803777,"ticket":14}}"#,
        #"{"moved":{"claim":13,"freed":25769803777,"from":11,"slot":25769803779,"to":16}}"#,
        #"{"cancelled":{"claim":13,"slot":25769803777,"ticket":14}}"#,
        #"{"cancelled":{"claim":13}}"#,
        #"{"reminderDue":{"claim":13}}"#,
        #"{"placesReturned":{"places":2,"slot":25769803777}}"#,
        #"{"drawAnnounced":{"day":{"number":20641},"seedHash":"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"}}"#,
        #"{"drawn":{"day":{"number":20641},"seed":"74657374","tickets":812}}"#,
        #"{"signedIn":{"staff":17}}"#,
    ]
}
