import LapakDomain
import Testing

/// Accounts as people type them, and the rail that carries an amount.
@Suite struct BankAccountTests {
    private let day = Day(year: 2026, month: 6, day: 1)!

    @Test(arguments: [
        ("0012345678", "0012345678"), (" 0012 345-678 ", "0012345678"), ("1.234.567.890", "1234567890"),
        ("1234\u{A0}5678\u{202F}90", "1234567890"), ("\u{202D}1234567890\u{202C}", "1234567890"), ("1234–567–890", "1234567890"),
        ("12345", "12345"),
    ])
    func `a number keeps its zeros and loses its spaces`(typed: String, digits: String) {
        #expect(BankAccount.digits(typed: typed) == digits)
    }

    @Test(arguments: ["", "1234", "123456789012345678901", "12345a7890", "1,234,567,890", "+6281234567", "12345\n67890"])
    func `what is no number is not kept`(typed: String) { #expect(BankAccount.digits(typed: typed) == nil) }

    @Test func `a screen shows four digits`() {
        #expect(BankAccount(bank: "014", number: "0012345678", owner: "SITI").maskedNumber == "••••5678")
    }

    @Test(
        arguments: [
            ("014", "1234567890", []), ("014", "123456789", [.unusualLength(typed: 9, usual: [10])]), ("002", "1234567890", []),
            ("002", "123456789012", [.unusualLength(typed: 12, usual: [10, 15])]),
            ("014", "081234567890", [.unusualLength(typed: 12, usual: [10]), .looksLikePhone]),
            ("014", "3901081234567890", [.unusualLength(typed: 16, usual: [10]), .looksLikePhone]),
            ("200", "4111111111111111", [.looksLikeCard]), ("200", "4111111111111112", []), ("777", "1", []),
        ] as [(String, String, [BankAccountHint])])
    func `odd numbers are asked about and never refused`(bank: String, number: String, hints: [BankAccountHint]) {
        #expect(BankAccount(bank: bank, number: number, owner: "SITI").hints(in: Bank.known, on: day) == hints)
    }

    @Test func `a bank is known from its first day on`() {
        #expect(Bank.known.bank("451", on: Day(year: 2021, month: 1, day: 31)!) == nil)
        #expect(Bank.known.bank("451", on: day)?.name == "BSI")
        #expect(Bank.known.bank("999", on: day) == nil)
        #expect(Set(Bank.known.map(\.code)).count == Bank.known.count)
    }

    @Test(
        arguments: [
            (250_000_000, false, .biFast), (250_000_001, false, .sknbi), (250_000_001, true, .rtgs), (1_000_000_000, false, .sknbi),
            (1_000_000_001, false, .rtgs), (1, true, .biFast), (100_000_000, true, .biFast),
        ] as [(Int64, Bool, Rail)])
    func `the whole amount takes one rail`(net: Int64, isUrgent: Bool, rail: Rail) {
        let table = RailTable(from: day)
        #expect(table.rail(for: Rupiah(net), from: "008", to: "014", isUrgent: isUrgent) == rail)
        #expect(table.rail(for: Rupiah(net), from: "014", to: "014", isUrgent: isUrgent) == .intrabank)
    }

    @Test func `two rails keep bank hours`() {
        let table = RailTable(from: day)
        func takes(_ rail: Rail, _ day: Day, _ hour: Int, _ minute: Int, holidays: Set<Day> = []) -> Bool {
            table.takes(rail, at: day.at(ClockTime(hour, minute), in: .wib), holidays: holidays)
        }
        for rail in [Rail.sknbi, .rtgs] {
            #expect(takes(rail, day, 6, 30) && takes(rail, day, 16, 29))
            #expect(!takes(rail, day, 6, 29) && !takes(rail, day, 16, 30))
            #expect(!takes(rail, day, 10, 0, holidays: [day]) && !takes(rail, day + 5, 10, 0))
        }
        for rail in [Rail.biFast, .intrabank] { #expect(takes(rail, day + 5, 3, 0, holidays: [day + 5])) }
    }

    @Test(
        arguments: [("AC01", .member), ("AM04", .later), ("AM05", .freeze), ("MD07", .heirs), ("BE01", .officer), ("ZZ99", .officer)]
            as [(String, BankReason.Turn)])
    func `a bank's reason says whose turn it is`(code: String, turn: BankReason.Turn) { #expect(BankReason(code: code).turn == turn) }
}
