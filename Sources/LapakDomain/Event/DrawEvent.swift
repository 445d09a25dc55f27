/// What happened to the public draw of a day.
package enum DrawEvent: EventNoun {
    case announced(day: Day, seedHash: String)
    case drawn(day: Day, tickets: Int, seed: String)

    package enum CodingKeys: String, CodingKey, CaseIterable {
        case announced = "drawAnnounced"
        case drawn
    }
}
