/// An honest guess of how long a place in the line takes, and what it rests on.
///
/// People ahead who compete for the same branches, over the places that those branches give to the line on a
/// working day. The range spans from every place going to the line to six in ten doing so.
package struct WaitForecast: Hashable, Sendable {
    /// People ahead who want at least one of the same branches.
    package let ahead: Int
    /// Places of one working day at those branches.
    package let placesPerDay: Int
    /// Working days until the horizon opens the first day that is not yet given away.
    package let openDays: Int

    package init(ahead: Int, placesPerDay: Int, openDays: Int) {
        self.ahead = ahead
        self.placesPerDay = placesPerDay
        self.openDays = openDays
    }

    /// Working days from now, fewest and most; nil when those branches give no places at all.
    package var workingDays: ClosedRange<Int>? {
        guard placesPerDay > 0 else { return nil }
        let best = ahead / placesPerDay + 1
        let worst = (ahead * 10 + placesPerDay * 6 - 1) / (placesPerDay * 6) + 1
        return best...max(best, worst) + openDays
    }

    package func text(_ language: Language) -> String {
        guard let days = workingDays else {
            return Words("Kantor pilihan Anda belum membuka tempat.", "The branches you chose have opened no places yet.")[language]
        }
        return Words(
            "Perkiraan \(days.lowerBound) sampai \(days.upperBound) hari kerja.",
            "Expected in \(days.lowerBound) to \(days.upperBound) working days.")[language]
    }

    /// The basis of the range, in words.
    package func basis(_ language: Language) -> String {
        Words(
            "Dasar: \(ahead) orang di depan Anda untuk kantor yang sama, dan \(placesPerDay) tempat per hari kerja di kantor itu.",
            "Basis: \(ahead) people ahead of you for the same branches, and \(placesPerDay) places per working day at those branches.")[
                language]
    }
}
