import LapakStore
import Synchronization

/// Takes a follower along the journal, batch by batch.
package final class FollowerService: Rounds {
    let follower: any Follower
    package let app: App
    /// Of a follower that keeps none; nil until it looked where the journal ends.
    private let place = Mutex<Int64?>(nil)
    private static let most = 200

    package init(follower: any Follower, app: App) {
        self.follower = follower
        self.app = app
    }

    package var name: String { "follower.\(follower.name)" }
    package var pace: Pace { .changes(orEvery: .seconds(2)) }
    package func tick() async throws { while try await step() {} }

    /// One batch; false when there was nothing new, or another process was faster.
    package func step() async throws -> Bool {
        let (name, most, known, keeps) = (follower.name, Self.most, place.withLock { $0 }, follower.keepsPlace)
        let (from, lines, head) = try await app.store.read { connection in
            let head = try Journal.head(connection).position
            let from = keeps ? try connection.find(FollowerPosition.self, name)?.position ?? 0 : known ?? head
            return (from, try Journal.lines(after: from, limit: most, connection), head)
        }
        app.figures.set("lapak_journal_lag{follower=\"\(name)\"}", Double(head - from))
        if !keeps { place.withLock { $0 = from } }
        guard let last = lines.last?.position else { return false }
        try await follower.act(on: lines)
        guard keeps else {
            place.withLock { $0 = last }
            return true
        }
        let follower = follower
        return try await app.store.write(in: app.context(), .row(FollowerPosition.self, name)) { work in
            var place = try work.find(FollowerPosition.self, name) ?? FollowerPosition(name: name, position: 0)
            guard place.position == from else { return false }
            for line in lines { try follower.follow(line, work) }
            place.position = last
            work.upsert(place)
            return true
        }
    }
}
