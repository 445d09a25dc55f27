package import LapakDomain

/// What a change happens in: the moment, who does it, the nation with its policy, and where new identities and chance come from.
///
/// All of it is a value of the caller. A change that is done again, or waits for others in its batch, sees the same moment and nation.
package struct Context: Sendable {
    package let now: Instant
    package let author: Author
    package let nation: Nation
    package let fresh: Fresh

    package init(at now: Instant, by author: Author, in nation: Nation, fresh: Fresh) {
        self.now = now
        self.author = author
        self.nation = nation
        self.fresh = fresh
    }

    /// For rows that keep no moment, author or rule: wrapped keys, positions in the journal, bulk loading.
    package static let bookkeeping = Context(
        at: Instant(milliseconds: 0), by: .operations, in: Nation(branches: []),
        fresh: Fresh(
            id: { _ in preconditionFailure("bookkeeping makes no identities") }, number: { ClaimNumber(chance: 0) },
            quiet: { $0.quietAtLeast }))
}

/// Where new identities and chance come from, so that the rules get them as values and a test's are its own.
package struct Fresh: Sendable {
    /// A new identity, made in this moment; never the same twice.
    package let id: @Sendable (Instant) -> Int64
    /// A claim's number by chance; another claim may have it.
    package let number: @Sendable () -> ClaimNumber
    /// How long a freed place stays quiet: a chance span within the policy's bounds.
    package let quiet: @Sendable (Policy) -> Span

    package init(
        id: @escaping @Sendable (Instant) -> Int64, number: @escaping @Sendable () -> ClaimNumber,
        quiet: @escaping @Sendable (Policy) -> Span
    ) {
        self.id = id
        self.number = number
        self.quiet = quiet
    }
}

extension Work {
    package var now: Instant { context.now }
    package var author: Author { context.author }
    package var nation: Nation { context.nation }
    package var policy: Policy { context.nation.policy }
    func newID<Noun>() -> ID<Noun> { ID(context.fresh.id(now)) }
    func newNumber() -> ClaimNumber { context.fresh.number() }
}
