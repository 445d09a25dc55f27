package import LapakDomain
import Synchronization

/// Whose page a request turned out to be about, once it is known: pages say it, forms carry its mark, and what they send is compared with
/// it. So a page that was left open for one person never acts on another's claim.
package struct Owner: Hashable, Sendable {
    /// The field of an address that carries the mark.
    package static let field = "untuk"

    /// Stable, and says nothing about anybody.
    package let mark: String
    /// The number and a short name, as the top of the page says it; nil where the page is known by other means.
    package let words: Words?

    package init(mark: String, words: Words? = nil) {
        self.mark = mark
        self.words = words
    }

    /// An address of this person's page, with the mark.
    package func address(_ path: String) -> String { "\(path)\(path.contains("?") ? "&" : "?")\(Self.field)=\(mark)" }
}

/// What one request found out about whose page it is.
package final class OwnerNote: Sendable {
    private let kept = Mutex<Owner?>(nil)

    package init() {}

    package var owner: Owner? {
        get { kept.withLock { $0 } }
        set { kept.withLock { $0 = newValue } }
    }
}
