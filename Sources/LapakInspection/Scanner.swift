/// Looks for known malware.
package protocol Scanner: Sendable {
    /// Throws `ScannerUnavailable` when there is no answer: the file is kept waiting and asked again, and never passes meanwhile.
    /// Also throws `Crowded` and `CancellationError`.
    func scan(_ bytes: [UInt8]) async throws -> ScanVerdict
}

/// What a scanner says of a file.
package enum ScanVerdict: Sendable, Equatable {
    case clean
    /// With the scanner's name for it, for the journal.
    case found(String)
}

/// No answer from the scanner, for whatever reason.
package struct ScannerUnavailable: Error, CustomStringConvertible {
    /// For the log; without anything of the file.
    package let description: String

    init(_ description: String) { self.description = description }
}
