/// One of the eleven regional offices (kantor wilayah).
package struct Region: Hashable, Codable, Sendable {
    package let id: ID<Region>
    package let name: String
    package init(id: ID<Region>, name: String) { self.id = id; self.name = name }
}

/// A branch (kantor cabang): where it is, when it is open, and how many people it can interview.
///
/// Any branch may serve any member; the nearest is advised (domain.md, "Channels").
package struct Branch: Hashable, Codable, Sendable {
    package let id: ID<Branch>
    /// Short and stable, as in addresses and calendar files: `salemba`.
    package let code: String
    package let name: String
    package let region: ID<Region>
    package let zone: Zone
    package let city: String
    /// Degrees; enough to find the nearest branch, not to navigate.
    package let latitude: Double
    package let longitude: Double
    package var hours: OpeningHours
    /// Officers on an ordinary day.
    package var officers: Int
    /// One to Many: people that one officer serves at the same time, 1...6.
    package var ratio: Int
    /// Minutes that one claim takes at a seat.
    package var minutesPerClaim: Int
    /// Percent of the capacity that the online channel gets, 0...100; the rest is for people who walk in.
    package var onlineShare: Int
    /// People who may be inside at the same time; nil stands for two to a seat and five.
    package var room: Int?

    package init(
        id: ID<Branch>, code: String, name: String, region: ID<Region>, zone: Zone, city: String, latitude: Double,
        longitude: Double, hours: OpeningHours = .ordinary, officers: Int, ratio: Int, minutesPerClaim: Int = 30, onlineShare: Int = 80,
        room: Int? = nil
    ) {
        self.id = id
        self.code = code
        self.name = name
        self.region = region
        self.zone = zone
        self.city = city
        self.latitude = latitude
        self.longitude = longitude
        self.hours = hours
        self.officers = officers
        self.ratio = ratio
        self.minutesPerClaim = minutesPerClaim
        self.onlineShare = onlineShare
        self.room = room
    }

    /// The hard limit of people inside: Denpasar's 4 officers with 4 seats each had 37 (domain.md, "Channels").
    package var roomLimit: Int { room ?? officers * ratio * Self.insidePerSeat + Self.insideBesides }
    /// Where no limit is set: so many people to a seat, and so many besides.
    package static let insidePerSeat = 2
    package static let insideBesides = 5
}

/// When a branch is open on a working day, with its lunch break.
package struct OpeningHours: Hashable, Codable, Sendable {
    package var opens: ClockTime
    package var closes: ClockTime
    package var lunchFrom: ClockTime
    package var lunchUntil: ClockTime

    package init(opens: ClockTime, closes: ClockTime, lunchFrom: ClockTime, lunchUntil: ClockTime) {
        self.opens = opens
        self.closes = closes
        self.lunchFrom = lunchFrom
        self.lunchUntil = lunchUntil
    }

    /// 08.00-15.00 with lunch 12.00-13.00: the default where nothing else is known (domain.md, "Ours to decide").
    package static let ordinary = OpeningHours(
        opens: ClockTime(8, 0), closes: ClockTime(15, 0), lunchFrom: ClockTime(12, 0), lunchUntil: ClockTime(13, 0))
}

/// A day on which every branch is closed.
package struct Holiday: Hashable, Codable, Sendable {
    package let day: Day
    package let name: String
    /// The decree or rule that the date comes from.
    package let source: String
    /// False while the decree is not known: shown as "to be confirmed".
    package let confirmed: Bool
    package init(day: Day, name: String, source: String, confirmed: Bool) {
        self.day = day
        self.name = name
        self.source = source
        self.confirmed = confirmed
    }
}
