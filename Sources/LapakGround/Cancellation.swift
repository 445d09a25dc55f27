import Synchronization

/// Whether whoever asked for some work still waits for it; work that takes long looks at it now and then.
package final class Cancellation: Sendable {
    private let cancelled = Atomic(false)

    package init() {}

    package var isCancelled: Bool { cancelled.load(ordering: .acquiring) }
    package func cancel() { cancelled.store(true, ordering: .releasing) }
}
