/// A stretch of time in which members could not send papers and it was our fault.
package struct Outage: Hashable, Codable, Sendable {
    package enum Kind: String, Hashable, Codable, Sendable, CaseIterable {
        case storage, network
        /// The inspection or the antivirus stood still, so that nobody learned whether a file was fine.
        case checks

        package var words: Words {
            switch self {
            case .storage: Words("penyimpanan berkas", "file storage")
            case .network: Words("jaringan", "network")
            case .checks: Words("pemeriksaan berkas", "file checks")
            }
        }
    }

    /// An outage that ended longer ago moves no deadline that is still to come.
    package static let counts = Span.days(2)

    package let id: ID<Outage>
    package let kind: Kind
    package let from: Instant
    /// Nil while it lasts.
    package private(set) var until: Instant?

    package init(id: ID<Outage>, kind: Kind, from: Instant, until: Instant? = nil) {
        self.id = id
        self.kind = kind
        self.from = from
        self.until = until
    }

    /// It is over. The first end that was told stays.
    package mutating func end(at now: Instant) { until = until ?? max(from, now) }
}
