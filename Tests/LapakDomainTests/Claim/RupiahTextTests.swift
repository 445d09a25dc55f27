import LapakDomain
import Testing

@Suite struct RupiahTextTests {
    @Test(arguments: [
        (0, "Rp0"), (999, "Rp999"), (1000, "Rp1.000"), (14_250_000, "Rp14.250.000"), (1_234_567, "Rp1.234.567"), (-1234, "-Rp1.234"),
        (Int64.max, "Rp9.223.372.036.854.775.807"), (Int64.min, "-Rp9.223.372.036.854.775.808"),
    ])
    func `money is spelled without a space and with points`(amount: Int64, text: String) {
        #expect(Rupiah(amount).text == text)
    }

    @Test(arguments: [
        (11_900_000_000_000, "Rp11,9 triliun", "Rp11.9 trillion"), (12_000_000_000_000, "Rp12 triliun", "Rp12 trillion"),
        (1_250_000_000, "Rp1,3 miliar", "Rp1.3 billion"), (-1_500_000, "-Rp1,5 juta", "-Rp1.5 million"),
        (960_000_000, "Rp960 juta", "Rp960 million"), (999_949_999, "Rp999,9 juta", "Rp999.9 million"),
        (999_950_000, "Rp1 miliar", "Rp1 billion"), (1_000_000, "Rp1 juta", "Rp1 million"), (999_999, "Rp999.999", "Rp999,999"),
        (2_345_600_000_000_000, "Rp2.345,6 triliun", "Rp2,345.6 trillion"), (Int64.max, "Rp9.223.372 triliun", "Rp9,223,372 trillion"),
    ])
    func `large money is rounded to one decimal and a word`(amount: Int64, indonesian: String, english: String) {
        #expect(Rupiah(amount).textShort(.id) == indonesian)
        #expect(Rupiah(amount).textShort(.en) == english)
    }

    @Test func `counts are grouped by the language`() {
        #expect(8371.grouped(.id) == "8.371")
        #expect(8371.grouped(.en) == "8,371")
        #expect((-123_456).grouped(.id) == "-123.456")
        #expect(7.grouped(.id) == "7")
    }
}
