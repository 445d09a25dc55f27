import LapakStore
import Logging
package import ServiceLifecycle

/// A service that does one thing again and again, until the server ends. A round that fails is logged, and the next one comes.
package protocol Rounds: Service {
    var app: App { get }
    /// What the log calls it: `clock.tick failed`.
    var name: String { get }
    var pace: Pace { get }
    /// One round. A test calls it without the loop.
    func tick() async throws
    /// How long to rest after a round that took so long; nothing unless said.
    func rest(after spent: Duration) -> Duration
}

/// When the rounds of a service come; the first one comes at once.
package enum Pace: Sendable {
    case every(Duration)
    /// After every change of the database, and every so often anyway; changes during a round are one.
    case changes(orEvery: Duration)
}

extension Rounds {
    package func run() async throws { await rounds() }
    package func rest(after spent: Duration) -> Duration { .zero }

    /// The loop, for services that do something beside it.
    func rounds() async {
        let ticks: AsyncStream<Void> =
            switch pace {
            case .every(let interval): .ticks(every: interval)
            case .changes(let interval): app.store.wakes(orEvery: interval)
            }
        for await _ in ticks.cancelOnGracefulShutdown() {
            let begun = ContinuousClock.now
            do { try await tick() } catch { app.log.error("\(name).tick failed", metadata: ["error": "\(error.logged)"]) }
            let rest = rest(after: begun.duration(to: .now))
            if rest > .zero { try? await Task.sleep(for: rest) }
        }
    }
}
