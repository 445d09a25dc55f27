import LapakDomain
import LapakStore
import Synchronization

/// Who looked at what in the last minutes, so that turning pages is one look and not one for every picture.
///
/// Only in memory: after a restart a look may be told twice, never not at all.
final class RecentLooks: Sendable {
    private struct Look: Hashable {
        let staff: ID<Staff>
        let document: ID<Document>
    }
    private let known = Mutex<[Look: Instant]>([:])
    /// A look lasts this long from its first picture.
    static let lasts = Span.minutes(10)
    private static let most = 10_000

    func isKnown(_ staff: ID<Staff>, _ document: ID<Document>, at now: Instant) -> Bool {
        known.withLock { $0[Look(staff: staff, document: document)].map { now < $0 + Self.lasts } ?? false }
    }

    func remember(_ staff: ID<Staff>, _ document: ID<Document>, at now: Instant) {
        known.withLock { known in
            if known.count >= Self.most { known = known.filter { now < $0.value + Self.lasts } }
            if known.count >= Self.most { known.removeAll() }
            known[Look(staff: staff, document: document)] = now
        }
    }
}

extension Call {
    /// Tells the journal that this person looks at the document, before anything of it is shown; not again within one look.
    /// A document that this person may not see, or that nobody can see, is not looked at.
    func look(at document: Document, _ desk: Desk, _ looks: RecentLooks) async throws {
        guard desk.staff.maySee(document, at: now), document.isVisible else { return }
        guard !looks.isKnown(desk.staff.id, document.id, at: now) else { return }
        let (id, author, now) = (document.id, desk.author, now)
        _ = try await house.store.write { try $0.view(id, .precheck, by: author, at: now) }
        looks.remember(desk.staff.id, id, at: now)
    }
}

extension Document {
    /// There is something that can be shown: our own checks are done and found nothing.
    var isVisible: Bool { (try? view(.precheck)) != nil }
}
