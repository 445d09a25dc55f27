import LapakDomain
import LapakWeb

/// What a page had read of something that several people may change.
///
/// Whoever saves sends it along; it is compared with what is kept in the transaction that would change it. Where somebody else was
/// faster nothing is saved: the page comes again (409) with what is kept now, what was typed, and what it has read this time.
struct Basis: Hashable, Sendable {
    let parts: [String]
    static let field = "dasar"
    private static let sign: Character = "|"

    /// Of these values in their order; none of something that is not there.
    init(_ parts: [String] = []) { self.parts = parts.map { $0.replacing("|", with: "/") } }

    /// As a form sent it, under the name of the one thing it is about where a page has many.
    init(_ form: Form, of name: String? = nil) {
        let sent = form[Basis.name(name)]
        parts = sent.isEmpty ? [] : sent.split(separator: Basis.sign, omittingEmptySubsequences: false).map(String.init)
    }

    /// Refuses with `changedMeanwhile` when something else is kept now.
    func holds(_ kept: Basis) throws(Refusal) { if kept != self { throw .changedMeanwhile } }

    /// For the form that saves.
    func input(of name: String? = nil) -> HTML { hidden(Basis.name(name), parts.map { "\($0)" }.joined(separator: "\(Basis.sign)")) }

    private static func name(_ name: String?) -> String { name.map { "\(field)-\($0)" } ?? field }
}
