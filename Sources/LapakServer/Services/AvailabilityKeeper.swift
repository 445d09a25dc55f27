import LapakStore

/// Redraws the picture of free places when something changed, and every 15 seconds anyway: at most five times a second, and
/// resting nine times as long as drawing took, so that drawing never takes more than a tenth of one core.
struct AvailabilityKeeper: Rounds {
    let app: App
    let name = "availability"
    let pace = Pace.changes(orEvery: .seconds(15))

    func tick() async throws {
        let begun = ContinuousClock.now
        try await app.redrawAvailability()
        let spent = begun.duration(to: .now)
        let availability = app.availability
        app.figures.set("lapak_database_seconds{question=\"availability\"}", Double(spent.components.attoseconds) / 1e18)
        app.figures.set("lapak_free_places", Double(availability.free()))
        app.figures.set("lapak_waiting", Double(availability.waiting.values.reduce(0, +)))
    }

    func rest(after spent: Duration) -> Duration { max(.milliseconds(200), spent * 9) }
}
