import LapakDomain
import LapakStore
import Synchronization

/// Whether the database takes changes, found out by making one: that this process goes on with its number. Asked often, it looks once in
/// two seconds.
final class WriteProbe: Sendable {
    private let last = Mutex<(at: Instant, isWritable: Bool)?>(nil)
    static let holds = Span.seconds(2)

    func isWritable(_ app: App) async -> Bool {
        let now = app.clock.now
        if let last = last.withLock({ $0 }), now >= last.at, now - last.at < Self.holds { return last.isWritable }
        let isWritable = (try? await app.keepNode()) != nil
        last.withLock { $0 = (now, isWritable) }
        return isWritable
    }
}
