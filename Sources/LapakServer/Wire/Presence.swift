package import LapakDomain

/// Whether somebody is there, and on which page.
package struct Presence: Equatable, Sendable {
    /// The newest of the party's open pages; nil while there is none.
    package var inst: String?
    /// Since when there is none; nil while there is one, and for a party that never was here.
    package var gone: Instant?

    package var isOnline: Bool { inst != nil }

    package init(inst: String? = nil, gone: Instant? = nil) {
        self.inst = inst
        self.gone = gone
    }
}
