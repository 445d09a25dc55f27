import LapakDomain
import LapakStore
import Logging
import ServiceLifecycle

/// Reads the journal in order from its own saved place, at least once; its effects and its place are kept in one
/// transaction, so in the books they happen exactly once, whichever process does it.
protocol Follower: Sendable {
    var name: String { get }
    /// What the event leads to. Only looks rows up by key and saves: no questions, no effects outside.
    func follow(_ line: Journal.Line, _ work: Work) throws
}

struct FollowerService: Service {
    let follower: any Follower
    let house: House

    func run() async throws {
        let bells = house.store.bells()
        await withTaskGroup(of: Void.self) { group in
            group.addTask {
                for await _ in bells.cancelOnGracefulShutdown() { await catchUp() }
            }
            group.addTask {
                for await _ in every(.seconds(2)).cancelOnGracefulShutdown() { await catchUp() }
            }
        }
    }

    private func catchUp() async {
        do { while try await step() {} } catch {
            house.log.error("follower stands still", metadata: ["follower": "\(follower.name)", "error": "\(error)"])
        }
    }

    /// One batch; false when there was nothing new, or another process was faster.
    func step() async throws -> Bool {
        let name = follower.name
        let (from, lines, head) = try await house.store.read { connection in
            let from = try connection.find(FollowerPosition.self, name)?.position ?? 0
            return (from, try Journal.lines(after: from, limit: 200, connection), try Journal.head(connection).position)
        }
        house.figures.set("lapak_journal_lag{follower=\"\(name)\"}", Double(head - from))
        guard let last = lines.last else { return false }
        let follower = follower
        return try await house.store.write(.row(FollowerPosition.self, name)) { work in
            var place = try work.find(FollowerPosition.self, name) ?? FollowerPosition(name: name, position: 0)
            guard place.position == from else { return false }
            for line in lines { try follower.follow(line, work) }
            place.position = last.position
            work.upsert(place)
            return true
        }
    }
}

/// A tick, first at once and then every `interval`, until nobody listens.
func every(_ interval: Duration) -> AsyncStream<Void> {
    AsyncStream(bufferingPolicy: .bufferingNewest(1)) { continuation in
        let task = Task {
            while !Task.isCancelled {
                continuation.yield()
                try? await Task.sleep(for: interval)
            }
            continuation.finish()
        }
        continuation.onTermination = { _ in task.cancel() }
    }
}
