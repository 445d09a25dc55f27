/// Why work for `BlockingThreads` was not begun.
package enum NotDone: Error, Hashable, Sendable {
    /// As much work as may waits already; trying again in a while is right.
    case crowded
    /// The threads have been stopped.
    case stopped
    /// The caller's task was cancelled while the work waited.
    case cancelled
    /// The deadline passed while the work waited.
    case late
}
