/// How many may come at once and in an hour: a bucket that refills evenly.
package struct SourceRate: Hashable, Codable, Sendable {
    /// So many at once.
    package var burst: Int
    package var perHour: Int

    package init(burst: Int, perHour: Int) {
        self.burst = burst
        self.perHour = perHour
    }

    /// How long one takes to come back.
    package var pause: Span { Span(milliseconds: 3_600_000 / Int64(max(1, perHour))) }
}

/// How much strangers of one place in the network may ask for, before anything is written for them.
///
/// A place is no person: mobile carriers put thousands of phones behind one address, and a branch all its desks. The numbers leave each of
/// them what its people need on the worst day, and a single machine next to nothing: it made 374 requests in a second.
package struct SourcePolicy: Hashable, Codable, Sendable {
    /// New registrations. The nation files some 1,800 claims in an hour; no address of a carrier carries all of them.
    package var registrations = SourceRate(burst: 300, perHour: 1_800)
    /// Codes by mail or phone for browsers that nobody was proven on.
    package var codes = SourceRate(burst: 150, perHour: 1_200)
    /// Codes for one claim or one address from one place: a person asks twice or three times.
    package var codesForOne = SourceRate(burst: 5, perHour: 8)
    /// Signing in on devices where nobody has signed in: a branch of fifty on the morning of its new machines.
    package var signIns = SourceRate(burst: 60, perHour: 240)
    /// Codes that pair a booth: a branch sets up all its booths from one address.
    package var pairings = SourceRate(burst: 30, perHour: 60)

    package init() {}
}
