/// The papers of one claim: the checklist's rows in order, each with what was sent for it.
package struct Dossier: Hashable, Sendable {
    /// What the checklist depends on; kept with the claim when it is filed, so that the list does not change under way.
    package struct Facts: Hashable, Codable, Sendable {
        package let reason: ClaimReason
        package let rules: RuleVersion
        package let balance: Rupiah
        /// A partial claim was paid before.
        package let partialBefore: Bool
        /// The checklist as it was when the claim was filed; nil for claims from before it was kept: the version's own table.
        package let items: [ChecklistItem]?

        package init(reason: ClaimReason, rules: RuleVersion, balance: Rupiah, partialBefore: Bool, items: [ChecklistItem]? = nil) {
            self.reason = reason
            self.rules = rules
            self.balance = balance
            self.partialBefore = partialBefore
            self.items = items
        }

        /// With the checklist that the policy has in force now.
        package init(reason: ClaimReason, balance: Rupiah, partialBefore: Bool, under policy: Policy) {
            self.init(
                reason: reason, rules: policy.rules, balance: balance, partialBefore: partialBefore,
                items: policy.checklists[policy.rules].map {
                    Checklist.items(for: reason, balance: balance, partialBefore: partialBefore, version: policy.rules, rows: $0)
                })
        }
    }

    package enum State: String, Hashable, Codable, Sendable, CaseIterable {
        case missing, checking, refused, waiting, accepted, returned
        /// Another paper of the one-of group is there.
        case notNeeded = "not_needed"
        /// Nothing was sent and nothing has to be.
        case optional
    }

    /// One paper of a row. Most rows have one; a one-of group has several.
    package struct Option: Hashable, Sendable {
        package let paper: Paper
        package let state: State
        /// The document that gives the state: the accepted one, else the one furthest on, the newest of equals.
        package let document: Document?
        /// The newest one, which may have been refused while an older one still counts.
        package let newest: Document?
    }

    /// One thing to prepare, with the state of the best of its papers.
    package struct Row: Hashable, Sendable {
        package let item: ChecklistItem
        package let state: State
        package let options: [Option]

        /// The document that gives the row its state.
        package var document: Document? { options.first { $0.state == state }?.document }
        package var isRequired: Bool { !item.optional }
        /// Something arrived in time: accepted, waiting, or still in our own checks.
        package var isSent: Bool { isWhole || state == .checking }
        /// Something is there and whole.
        package var isWhole: Bool { state == .waiting || state == .accepted }
    }

    package let rows: [Row]

    /// `documents` are the claim's, in any order; those superseded or withdrawn count for nothing.
    package init(_ facts: Facts, documents: [Document]) {
        let live = Dictionary(grouping: documents.filter(\.phase.isLive), by: \.paper)
        let items =
            facts.items
            ?? Checklist.items(
                for: facts.reason, balance: facts.balance, partialBefore: facts.partialBefore, version: facts.rules)
        rows = items.map { Row(item: $0, live: live) }
    }
}

extension Dossier {
    /// Rows that must be there.
    package var required: [Row] { rows.filter(\.isRequired) }

    /// Required rows for which the member still has to send something.
    package var missing: [Row] { required.filter { !$0.isSent } }

    /// Required rows that an officer accepted.
    package var accepted: [Row] { required.filter { $0.state == .accepted } }

    /// Every required row was sent: accepted, waiting, or still in our own checks. In time, but not yet complete.
    package var isSent: Bool { required.allSatisfy(\.isSent) }

    /// Every required row has a document that is whole, waiting or accepted.
    package var isComplete: Bool { required.allSatisfy(\.isWhole) }

    /// Every required row is accepted.
    package var isReady: Bool { accepted.count == required.count }

    /// `2 dari 5 wajib diterima`.
    package var progress: Words {
        Words(
            "\(accepted.count) dari \(required.count) wajib diterima", "\(accepted.count) of \(required.count) required papers accepted")
    }

    /// Whether the checklist asks for `paper`, optional or one of several included.
    package func asks(for paper: Paper) -> Bool { rows.contains { $0.item.papers.contains(paper) } }

    /// The paper's document that was accepted, if any: no other is taken then.
    package func isAccepted(_ paper: Paper) -> Bool { rows.contains { $0.options.contains { $0.paper == paper && $0.state == .accepted } } }
}

extension Dossier.Row {
    fileprivate init(item: ChecklistItem, live: [Paper: [Document]]) {
        let found = item.papers.map { paper in
            let documents = (live[paper] ?? []).sorted { $0.version > $1.version }
            return (paper: paper, document: documents.max { $0.phase.standing < $1.phase.standing }, newest: documents.first)
        }
        let best = found.compactMap(\.document).max { $0.phase.standing < $1.phase.standing }
        let nothing: Dossier.State = item.optional ? .optional : .missing
        let state = best?.phase.state ?? nothing
        let others: Dossier.State = state == .waiting || state == .accepted || state == .checking ? .notNeeded : nothing
        self.init(
            item: item, state: state,
            options: found.map {
                Dossier.Option(paper: $0.paper, state: $0.document?.phase.state ?? others, document: $0.document, newest: $0.newest)
            })
    }
}

extension Document.Phase {
    /// How far on a live document is; of several the furthest counts.
    fileprivate var standing: Int {
        switch self {
        case .accepted: 5
        case .waiting: 4
        case .checking: 3
        case .returned: 2
        case .refused: 1
        case .superseded, .withdrawn: 0
        }
    }

    fileprivate var state: Dossier.State? {
        switch self {
        case .accepted: .accepted
        case .waiting: .waiting
        case .checking: .checking
        case .returned: .returned
        case .refused: .refused
        case .superseded, .withdrawn: nil
        }
    }
}
