/// One row of a checklist: which papers, for which reasons, under which conditions.
package struct Requirement: Hashable, Codable, Sendable {
    /// What makes a conditional paper necessary.
    package enum Condition: Hashable, Codable, Sendable {
        /// The balance is larger than this; equal is not larger.
        case balanceOver(Rupiah)
        case partialBefore

        /// True when the condition holds for someone with `balance`.
        package func holds(balance: Rupiah, partialBefore taken: Bool) -> Bool {
            switch self {
            case .balanceOver(let limit): balance > limit
            case .partialBefore: taken
            }
        }
    }

    /// One of these is enough; usually there is only one.
    package let papers: [Paper]
    /// Nil means every reason.
    package let reasons: Set<ClaimReason>?
    /// Any of these makes it necessary; empty means always.
    package let conditions: [Condition]
    /// Asked only of some people, as `note` says; nobody is refused for leaving it out at first.
    package let optional: Bool
    /// When or why it is needed.
    package let note: Words?

    package init(
        _ paper: Paper, for reasons: Set<ClaimReason>? = nil, when conditions: [Condition] = [], optional: Bool = false, note: Words? = nil
    ) {
        self.init(oneOf: [paper], for: reasons, when: conditions, optional: optional, note: note)
    }

    package init(
        oneOf papers: [Paper], for reasons: Set<ClaimReason>? = nil, when conditions: [Condition] = [], optional: Bool = false,
        note: Words? = nil
    ) {
        self.papers = papers
        self.reasons = reasons
        self.conditions = conditions
        self.optional = optional
        self.note = note
    }
}
