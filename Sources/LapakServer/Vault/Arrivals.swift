import LapakDomain
import LapakVault
import Synchronization

/// The uploads that requests are at in this process, so that all of them use one file.
final class Arrivals: Sendable {
    private let open = Mutex<[ID<Upload>: (arrival: Arrival, users: Int)]>([:])

    /// How many there are at this moment.
    var count: Int { open.withLock { $0.count } }

    /// Runs `work` with the upload's place; the last one to leave closes its file.
    func with<Value>(_ id: ID<Upload>, _ work: (Arrival) async throws -> Value) async rethrows -> Value {
        let arrival = open.withLock { open in
            let found = open[id] ?? (Arrival(), 0)
            open[id] = (found.arrival, found.users + 1)
            return found.arrival
        }
        defer {
            open.withLock { open in
                guard let found = open[id] else { return }
                open[id] = found.users > 1 ? (found.arrival, found.users - 1) : nil
                if found.users == 1 { found.arrival.close() }
            }
        }
        return try await work(arrival)
    }
}
