/// A bank that can take a transfer, as one dated row: banks merge and change their names.
package struct Bank: Hashable, Codable, Sendable {
    /// The clearing code of three digits, as people know it from machines: `002`.
    package let code: String
    package let name: String
    /// The code of ISO 9362; nil where it is not known.
    package let bic: String?
    /// How many digits an account's number usually has. Another length is asked about and never refused: sources differ.
    package let digits: Set<Int>
    /// Days on which the row holds; nil has no end.
    package let from: Day?
    package let until: Day?
    /// False where the figures come from one source only (marked so until finance has confirmed them).
    package let isConfirmed: Bool

    package init(
        code: String, name: String, bic: String?, digits: Set<Int>, from: Day? = nil, until: Day? = nil, isConfirmed: Bool = true
    ) {
        self.code = code
        self.name = name
        self.bic = bic
        self.digits = digits
        self.from = from
        self.until = until
        self.isConfirmed = isConfirmed
    }

    /// True where the row holds on `day`.
    package func holds(on day: Day) -> Bool { (from ?? day) <= day && day <= (until ?? day) }
}

extension [Bank] {
    /// The bank with this code on `day`, or nil.
    package func bank(_ code: String, on day: Day) -> Bank? { first { $0.code == code && $0.holds(on: day) } }
}

extension Bank {
    /// The banks that members of the demonstration have, with the figures of public tables; finance keeps its own.
    package static let known: [Bank] = [
        Bank(code: "002", name: "BRI", bic: "BRINIDJA", digits: [15, 10]),
        Bank(code: "008", name: "Mandiri", bic: "BMRIIDJA", digits: [13]),
        Bank(code: "009", name: "BNI", bic: "BNINIDJA", digits: [10]),
        Bank(code: "011", name: "Danamon", bic: "BDINIDJA", digits: [10]),
        Bank(code: "013", name: "Permata", bic: "BBBAIDJA", digits: [10], isConfirmed: false),
        Bank(code: "014", name: "BCA", bic: "CENAIDJA", digits: [10]),
        Bank(code: "016", name: "Maybank", bic: "IBBKIDJA", digits: [10], isConfirmed: false),
        Bank(code: "019", name: "Panin", bic: "PINBIDJA", digits: [10], isConfirmed: false),
        Bank(code: "022", name: "CIMB Niaga", bic: "BNIAIDJA", digits: [13]),
        Bank(code: "023", name: "UOB", bic: "BBIJIDJA", digits: [10], isConfirmed: false),
        Bank(code: "028", name: "OCBC", bic: "NISPIDJA", digits: [12]),
        Bank(code: "046", name: "DBS", bic: "DBSBIDJA", digits: [10], isConfirmed: false),
        Bank(code: "110", name: "Bank BJB", bic: "PDJBIDJA", digits: [13], isConfirmed: false),
        Bank(code: "111", name: "Bank DKI", bic: "BDKIIDJ1", digits: [11], isConfirmed: false),
        Bank(code: "113", name: "Bank Jateng", bic: "PDJGIDJ1", digits: [10], isConfirmed: false),
        Bank(code: "114", name: "Bank Jatim", bic: "PDJTIDJ1", digits: [10], isConfirmed: false),
        Bank(code: "147", name: "Muamalat", bic: "MUABIDJA", digits: [10]),
        Bank(code: "153", name: "Sinarmas", bic: "SBJKIDJA", digits: [10], isConfirmed: false),
        Bank(code: "200", name: "BTN", bic: "BTANIDJA", digits: [16]),
        Bank(code: "213", name: "SMBC Indonesia (BTPN)", bic: "SUNIIDJA", digits: [11], isConfirmed: false),
        Bank(code: "426", name: "Mega", bic: "MEGAIDJA", digits: [15], isConfirmed: false),
        Bank(code: "441", name: "KB Bukopin", bic: "BBUKIDJA", digits: [10]),
        Bank(code: "451", name: "BSI", bic: "BSMDIDJA", digits: [10], from: Day(year: 2021, month: 2, day: 1)),
        Bank(code: "501", name: "blu by BCA Digital", bic: nil, digits: [12], isConfirmed: false),
        Bank(code: "535", name: "SeaBank", bic: nil, digits: [12], isConfirmed: false),
        Bank(code: "536", name: "BCA Syariah", bic: "SYCAIDJ1", digits: [10], isConfirmed: false),
        Bank(code: "542", name: "Bank Jago", bic: "JAGBIDJA", digits: [12], isConfirmed: false),
    ]
}
