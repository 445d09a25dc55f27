import LapakStore

/// Forgets what is old, a few rows at a time, and leaves the writer nine tenths of the time meanwhile: after a busy week there are
/// millions.
struct ForgettingService: Rounds {
    let app: App
    let name = "forgetting"
    let pace = Pace.every(.seconds(60))
    /// Portions of a round; what is left waits for the next one.
    static let portions = 200

    func tick() async throws {
        let now = app.clock.now
        for _ in 0..<Self.portions {
            let begun = ContinuousClock.now
            guard try await app.store.maintain({ try Due.forget($0, at: now) }) else { return }
            try await Task.sleep(for: max(.milliseconds(5), begun.duration(to: .now) * 9))
        }
    }
}
