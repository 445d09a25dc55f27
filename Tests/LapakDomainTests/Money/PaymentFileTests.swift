import LapakDomain
import Testing

/// The bank's file, byte for byte. That it meets the official schema is checked by the web tests, with a foreign reader.
@Suite struct PaymentFileTests {
    private let day = Day(year: 2026, month: 6, day: 2)!

    private func file(_ transfers: [PaymentFile.Transfer]) -> PaymentFile {
        PaymentFile(
            reference: "B1K", made: day.at(ClockTime(9, 0), in: .wib), day: day, rail: .biFast,
            payer: .init(name: "LAPAK ASIK", account: BankAccount(bank: "008", number: "0700001234567", owner: "LAPAK ASIK")),
            transfers: transfers)
    }

    private func transfer(_ name: String = "SITI AMINAH", amount: Int64 = 78_500_000) -> PaymentFile.Transfer {
        .init(
            reference: "PYA-1", uetr: "8f8c7b9e-3d52-4c1a-9f61-0f1f0f2a7c11", amount: Rupiah(amount),
            account: BankAccount(bank: "014", number: "0012345678", owner: name), purpose: "JHT SKQT-NVCK")
    }

    @Test func `a transfer has its references, bank, name, number and amount`() {
        let text = file([transfer()]).text
        for line in [
            "<MsgId>B1K</MsgId>", "<CreDtTm>2026-06-02T02:00:00Z</CreDtTm>", "<Prtry>BIFAST</Prtry>", "<Dt>2026-06-02</Dt>",
            "<InstrId>PYA-1</InstrId>", "<EndToEndId>PYA-1</EndToEndId>", "<UETR>8f8c7b9e-3d52-4c1a-9f61-0f1f0f2a7c11</UETR>",
            "<InstdAmt Ccy=\"IDR\">78500000.00</InstdAmt>", "<MmbId>014</MmbId>", "<Nm>SITI AMINAH</Nm>", "<Id>0012345678</Id>",
            "<Ustrd>JHT SKQT-NVCK</Ustrd>",
        ] {
            #expect(text.contains(line), "\(line)")
        }
        #expect(file([transfer()]).text == text)
    }

    @Test func `number and control sum stand on both levels`() {
        let text = file([transfer(amount: 1), transfer(amount: 9_007_199_254_740_993)]).text
        #expect(text.components(of: "<NbOfTxs>2</NbOfTxs>") == 2)
        #expect(text.components(of: "<CtrlSum>9007199254740994.00</CtrlSum>") == 2)
    }

    @Test(arguments: [
        ("André Muñoz", "Andre Munoz"), ("NUR'AINI", "NUR'AINI"), ("<b>&amp;", "b amp"), ("SITI\u{202E}AMINAH", "SITI AMINAH"),
        ("/SLASH/", "SLASH"), ("日本", "-"), ("", "-"), ("A\nB", "A B"), ("Ma\u{2019}ruf", "Ma ruf"),
    ])
    func `names come in the alphabet of the banks`(name: String, written: String) {
        #expect(name.bankSigns(most: 140) == written)
        #expect(file([transfer(name)]).text.contains("<Nm>\(written)</Nm>"))
    }

    @Test func `a name is cut at its field`() {
        #expect(String(repeating: "A", count: 200).bankSigns(most: 140).count == 140)
        #expect("AB CD".bankSigns(most: 3) == "AB")
    }
}

extension String {
    fileprivate func components(of part: String) -> Int { ranges(of: part).count }
}
