/// What an answer of a bank's interface (SNAP BI) means for the attempt that was asked about or sent. Whatever is not listed is unknown,
/// and unknown is asked about, never sent again.
package enum SNAPAnswer: Hashable, Sendable {
    case heard(BankReport)
    /// It may have arrived: ask for the status, never send blindly.
    case unknown
    /// The bank never got it. Proof only when it is said twice, ten minutes apart, and no debit stands on the statement.
    case notFound

    /// The answer to a transfer: HTTP status, service and case as one number (`4031714`), nil for silence or an answer that cannot be read.
    package init(transfer code: String?) {
        guard let (http, answer) = SNAPAnswer.parts(code) else {
            self = .unknown
            return
        }
        switch (http, answer) {
        case (200, "00"), (202, "00"): self = .heard(.accepted)
        // The same reference with the same content arrived before; with other content the first one counts.
        case (404, "18"), (409, "01"): self = .heard(.accepted)
        case (403, "02"): self = .heard(.rejected(BankReason(code: "AM02")))
        case (403, "03"): self = .heard(.rejected(BankReason(code: "FF01")))
        case (403, "06"): self = .heard(.rejected(BankReason(code: "TM01")))
        case (403, "09"), (403, "18"): self = .heard(.rejected(BankReason(code: "AC06")))
        case (403, "14"): self = .heard(.rejected(BankReason(code: "AM04")))
        case (404, "11"): self = .heard(.rejected(BankReason(code: "AC01")))
        default: self = .unknown
        }
    }

    /// The answer to a question for the status: the service's own code and `latestTransactionStatus`.
    package init(status code: String?, latest: String?) {
        guard let (http, answer) = SNAPAnswer.parts(code) else {
            self = .unknown
            return
        }
        if http == 404, answer == "01" {
            self = .notFound
            return
        }
        guard http == 200 else {
            self = .unknown
            return
        }
        switch latest {
        case "00": self = .heard(.booked)
        case "01", "02", "03": self = .heard(.accepted)
        case "04": self = .heard(.returned(BankReason(code: "NARR")))
        case "05", "06": self = .heard(.rejected(BankReason(code: "NARR")))
        case "07": self = .notFound
        default: self = .unknown
        }
    }

    private static func parts(_ code: String?) -> (http: Int, answer: String)? {
        guard let code, code.count == 7, code.allSatisfy(\.isNumber), let http = Int(code.prefix(3)) else { return nil }
        return (http, String(code.suffix(2)))
    }
}
