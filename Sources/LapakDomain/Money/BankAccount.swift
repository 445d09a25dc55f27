/// A member's account as they typed it: where their money goes.
package struct BankAccount: Hashable, Codable, Sendable {
    /// The bank's clearing code.
    package let bank: String
    /// Digits as text: leading zeros are part of the number.
    package let number: String
    /// The owner's name as the member wrote it; the bank's own word decides.
    package let owner: String

    /// Digits that a number has at least and at most, over all banks.
    package static let lengths = 5...20

    package init(bank: String, number: String, owner: String) {
        self.bank = bank
        self.number = number
        self.owner = owner
    }

    /// What a person typed as the number: digits, with spaces, points and dashes between them.
    ///
    /// Nil with another sign or outside `lengths`. Zeros at the front stay.
    package static func digits(typed: String) -> String? {
        var digits = ""
        for scalar in typed.unicodeScalars {
            switch scalar {
            case "0"..."9": digits.unicodeScalars.append(scalar)
            case ".", "-": continue
            default:
                let category = scalar.properties.generalCategory
                guard category == .spaceSeparator || category == .format || category == .dashPunctuation else { return nil }
            }
        }
        return lengths.contains(digits.count) ? digits : nil
    }

    /// The last four digits behind dots: for every screen and letter.
    package var maskedNumber: String { "••••" + number.suffix(4) }

    /// What is worth a question before the account is kept; none of these refuses it.
    package func hints(in banks: [Bank], on day: Day) -> [BankAccountHint] {
        guard let bank = banks.bank(bank, on: day) else { return [] }
        var hints: [BankAccountHint] = []
        if !bank.digits.isEmpty, !bank.digits.contains(number.count) {
            hints.append(.unusualLength(typed: number.count, usual: bank.digits.sorted()))
        }
        if BankAccount.looksLikePhone(number) { hints.append(.looksLikePhone) }
        if BankAccount.looksLikeCard(number) { hints.append(.looksLikeCard) }
        return hints
    }

    /// Virtual accounts for electronic money are a prefix and a phone number; people also type the phone number alone.
    private static func looksLikePhone(_ number: String) -> Bool {
        guard let start = number.firstRange(of: "08")?.lowerBound, number.count <= 20 else { return false }
        let phone = number[start...]
        let prefix = number[..<start]
        return (10...13).contains(phone.count) && (prefix.isEmpty || walletPrefixes.contains(String(prefix)))
    }

    /// Sixteen digits of a card scheme with a right check digit: the number on the card is not the account's.
    private static func looksLikeCard(_ number: String) -> Bool {
        guard number.count == 16, "456".contains(number.first!) else { return false }
        var sum = 0
        for (index, digit) in number.reversed().compactMap(\.wholeNumberValue).enumerated() {
            let value = index % 2 == 1 ? digit * 2 : digit
            sum += value > 9 ? value - 9 : value
        }
        return sum % 10 == 0
    }

    /// The banks' prefixes for DANA, OVO, GoPay, ShopeePay and LinkAja, from the providers' own instructions (unconfirmed).
    private static let walletPrefixes: Set = ["3901", "8528", "8059", "39358", "70001", "112", "893", "911", "122", "8099"]
}

/// Something odd about an account's number that the member is asked about.
package enum BankAccountHint: Hashable, Sendable {
    case unusualLength(typed: Int, usual: [Int])
    case looksLikePhone
    case looksLikeCard

    package var words: Words {
        switch self {
        case .unusualLength(let typed, let usual):
            Words(
                "Nomor ini \(typed) angka. Rekening bank ini biasanya \(BankAccountHint.list(usual, .id)) angka. "
                    + "Periksa lagi di buku tabungan.",
                "This number has \(typed) digits. Accounts of this bank usually have \(BankAccountHint.list(usual, .en)). "
                    + "Check it in your bank book.")
        case .looksLikePhone:
            Words(
                "Nomor ini mirip nomor ponsel. Uang hanya dapat dikirim ke rekening bank, bukan dompet digital.",
                "This looks like a phone number. Money can only be sent to a bank account, not to an e-wallet.")
        case .looksLikeCard:
            Words(
                "Nomor ini mirip nomor kartu. Nomor rekening ada di buku tabungan atau aplikasi bank.",
                "This looks like the number of a card. The account's number is in the bank book or the bank's app.")
        }
    }

    private static func list(_ lengths: [Int], _ language: Language) -> String {
        lengths.map(String.init).joined(separator: language == .id ? " atau " : " or ")
    }
}
