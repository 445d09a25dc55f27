/// One entry of the paying account's statement (camt.053, camt.054), as the bank wrote it.
package struct StatementEntry: Hashable, Codable, Sendable {
    package enum Side: String, Hashable, Codable, Sendable, CaseIterable { case debit, credit }

    package let account: String
    package let day: Day
    package let amount: Rupiah
    package let side: Side
    /// The servicer's own reference; nil where the bank gives none.
    package let servicer: String?
    /// The reference that we gave the attempt (EndToEndId), its UETR, or the batch's (PmtInfId).
    package let endToEnd: String?
    package let uetr: String?
    package let batch: String?
    /// A credit that takes an earlier debit back.
    package let isReturn: Bool
    package let reason: String?

    package init(
        account: String, day: Day, amount: Rupiah, side: Side, servicer: String? = nil, endToEnd: String? = nil, uetr: String? = nil,
        batch: String? = nil, isReturn: Bool = false, reason: String? = nil
    ) {
        self.account = account
        self.day = day
        self.amount = amount
        self.side = side
        self.servicer = servicer
        self.endToEnd = endToEnd
        self.uetr = uetr
        self.batch = batch
        self.isReturn = isReturn
        self.reason = reason
    }

    /// By what an entry is known again when statements overlap or come twice, without its occurrence number.
    package struct Key: Hashable, Codable, Sendable {
        package let account: String
        package let day: Day
        package let amount: Rupiah
        package let side: Side
        package let references: [String]

        /// One text, for a unique column.
        package var text: String {
            ([account, String(day.number), String(amount.amount), side.rawValue] + references).joined(separator: "|")
        }
    }

    package var key: Key {
        Key(account: account, day: day, amount: amount, side: side, references: [servicer ?? "", endToEnd ?? "", uetr ?? "", batch ?? ""])
    }

    /// What it says about the attempt that it names.
    package var report: BankReport? {
        switch (side, isReturn) {
        case (.debit, false): .booked
        case (.credit, true): .returned(BankReason(code: reason ?? "NARR"))
        default: nil
        }
    }
}

extension [StatementEntry] {
    /// Each entry with its occurrence number among equal ones of the same statement: two equal debits on one day are two, and the same
    /// statement imported again has the same numbers.
    package var numbered: [(entry: StatementEntry, key: String)] {
        var seen: [StatementEntry.Key: Int] = [:]
        return map { entry in
            seen[entry.key, default: 0] += 1
            return (entry, entry.key.text + "|\(seen[entry.key]!)")
        }
    }
}

/// The frame of one statement: what it begins and ends with.
package struct StatementFrame: Hashable, Codable, Sendable {
    package let opening: Rupiah
    package let closing: Rupiah

    package init(opening: Rupiah, closing: Rupiah) {
        self.opening = opening
        self.closing = closing
    }

    /// Why a statement with these entries cannot follow one that closed at `last`; nil when it can. A gap stops the closing of the day, not
    /// the import.
    package func fault(entries: [StatementEntry], after last: Rupiah?) -> StatementFault? {
        if let last, opening != last { return .gap(expected: last, found: opening) }
        let moved = entries.reduce(Rupiah(0)) { $1.side == .credit ? $0 + $1.amount : $0 - $1.amount }
        return opening + moved == closing ? nil : .sum(expected: opening + moved, found: closing)
    }
}

/// What is wrong with a statement.
package enum StatementFault: Hashable, Codable, Sendable {
    /// It does not begin where the last one ended.
    case gap(expected: Rupiah, found: Rupiah)
    /// Its entries do not lead from its opening to its closing balance.
    case sum(expected: Rupiah, found: Rupiah)
}
