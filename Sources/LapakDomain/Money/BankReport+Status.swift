extension BankReport {
    /// A status of an item in a pain.002 file (ISO 20022 TransactionIndividualStatus): nil for one that says nothing about the item
    /// (PART) or that is not known here.
    ///
    /// ACSC and ACCC say that the bank is done; paid is only what its statement books, so they count as accepted.
    package init?(status: String, reason: String?) {
        switch status {
        case "RCVD", "ACTC", "ACCP", "ACSP", "ACWC", "ACWP", "PDNG", "ACSC", "ACCC": self = .accepted
        case "RJCT": self = .rejected(BankReason(code: reason ?? "NARR"))
        default: return nil
        }
    }
}
