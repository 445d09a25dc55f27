import LapakStore
import Synchronization

/// Takes a follower along the journal, batch by batch.
package final class FollowerService: Rounds {
    let follower: any Follower
    package let app: App
    /// How far it is known to have come; nil until it looked. Another process may be further with a place that is kept.
    private let place = Mutex<Int64?>(nil)
    private static let most = 200

    package init(follower: any Follower, app: App) {
        self.follower = follower
        self.app = app
    }

    package var name: String { "follower.\(follower.name)" }
    package var pace: Pace { .changes(orEvery: .seconds(2)) }

    package func tick() async throws {
        // Whoever writes the next line rings the bell after it, so a batch that ends with the last known line ends the round, too.
        while let batch = try await next(), try await take(batch) { if batch.isRecent && batch.isLast { return } }
    }

    /// One batch; false when there was nothing new, or another process was faster.
    package func step() async throws -> Bool {
        guard let batch = try await next() else { return false }
        return try await take(batch)
    }

    /// Lines that the follower has not seen, and where it stands before them.
    private struct Batch {
        let from: Int64
        let lines: [Journal.Line]
        let head: Int64
        /// From memory, where lines of another process may be missing at the end, never in between.
        let isRecent: Bool
        var isLast: Bool { lines.last?.position == head }
    }

    /// What comes next: from memory where this process wrote it, else from the database. Nil when there is nothing.
    private func next() async throws -> Batch? {
        let (name, most, known, keeps) = (follower.name, Self.most, place.withLock { $0 }, follower.keepsPlace)
        if let known, let (lines, last) = app.store.recentLines(after: known, limit: most) {
            app.figures.set("lapak_journal_lag{follower=\"\(name)\"}", Double(last - known))
            return Batch(from: known, lines: lines, head: last, isRecent: true)
        }
        let batch = try await app.store.read { connection in
            let head = try Journal.head(connection).position
            let from = keeps ? try connection.find(FollowerPosition.self, name)?.position ?? 0 : known ?? head
            return Batch(from: from, lines: try Journal.lines(after: from, limit: most, connection), head: head, isRecent: false)
        }
        app.figures.set("lapak_journal_lag{follower=\"\(name)\"}", Double(batch.head - batch.from))
        place.withLock { $0 = batch.from }
        return batch.lines.isEmpty ? nil : batch
    }

    /// Lets the follower act, and moves its place. False when another process was faster: the place is looked up anew.
    private func take(_ batch: Batch) async throws -> Bool {
        guard let last = batch.lines.last?.position else { return false }
        try await follower.act(on: batch.lines)
        guard follower.keepsPlace else {
            place.withLock { $0 = last }
            return true
        }
        let (follower, from, lines) = (follower, batch.from, batch.lines)
        let name = follower.name
        let needs = [.row(FollowerPosition.self, name)] + lines.flatMap { follower.needs(of: $0) }
        let moved = try await app.store.write(in: app.context(), needing: needs) { work in
            var place = try work.find(FollowerPosition.self, name) ?? FollowerPosition(name: name, position: 0)
            guard place.position == from else { return false }
            for line in lines { try follower.follow(line, work) }
            place.position = last
            work.upsert(place)
            return true
        }
        place.withLock { $0 = moved ? last : nil }
        return moved
    }
}
