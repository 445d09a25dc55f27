/// What happened to the times of a branch.
package enum SlotEvent: EventNoun {
    case opened(branch: ID<Branch>, day: Day, places: Int)
    case replanned(slot: ID<Slot>, planned: Int, gained: Int)
    case returned(slot: ID<Slot>, places: Int)

    package enum CodingKeys: String, CodingKey, CaseIterable {
        case opened = "slotsOpened"
        case replanned = "slotReplanned"
        case returned = "placesReturned"
    }
}
