/// The accounts of the service's own ledger.
package enum LedgerAccount: Int, Hashable, Codable, Sendable, CaseIterable {
    /// What the statement of the paying account says.
    case bank = 1100
    /// Sent to the bank, not yet booked by it.
    case inTransit = 1200
    /// Owed to members.
    case payable = 2100
    /// Tax withheld and not yet handed over.
    case tax = 2200
    /// Came back, or was refused: owed to members again.
    case returned = 2300
    /// On the statement without a payment that explains it.
    case unexplained = 2900
    /// The savings from which benefits are paid.
    case fund = 3100
    /// The banks' fees, which the agency bears.
    case fees = 5100
}

/// One line of the ledger: `amount` from `credit` to `debit`, never changed and never deleted. A mistake gets its mirror.
package struct Posting: Hashable, Codable, Sendable {
    package let debit: LedgerAccount
    package let credit: LedgerAccount
    /// Above zero.
    package let amount: Rupiah

    package init(debit: LedgerAccount, credit: LedgerAccount, amount: Rupiah) {
        self.debit = debit
        self.credit = credit
        self.amount = amount
    }

    /// The line that takes this one back.
    package var mirror: Posting { Posting(debit: credit, credit: debit, amount: amount) }
}

extension [Posting] {
    /// What stands on `account` after these lines: debit less credit.
    package func balance(of account: LedgerAccount) -> Rupiah {
        reduce(Rupiah(0)) { sum, line in
            sum + Rupiah((line.debit == account ? line.amount.amount : 0) - (line.credit == account ? line.amount.amount : 0))
        }
    }

    /// Lines without an amount do not belong in a ledger.
    var real: [Posting] { filter { $0.amount > Rupiah(0) } }
}

extension Withholding {
    /// The order's lines: what the fund owes to the member and to the tax office.
    package var ordered: [Posting] {
        [Posting(debit: .fund, credit: .payable, amount: net), Posting(debit: .fund, credit: .tax, amount: tax)].real
    }
}
