/// Failures of a disk on request, for tests: makes chosen calls of a `DiskFile` fail as a real disk would.
package struct DiskFaults: Sendable {
    package enum Act: Hashable, Sendable { case read, write, cut, sync }

    /// Asked before each call: nil lets it pass, a number makes it fail; of a write that many bytes are written first.
    package let strike: @Sendable (Act) -> Int?

    package init(strike: @escaping @Sendable (Act) -> Int?) { self.strike = strike }
}
