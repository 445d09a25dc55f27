import LapakDomain
import Testing

@Suite struct TypedTests {
    @Test(arguments: [
        ("siti", "siti"), ("  siti aminah ", "siti aminah"), ("\u{202D}3174\u{202C}", "3174"), ("20492\u{A0}149506", "20492 149506"),
        ("\u{FEFF}a\u{200B}b\u{AD}c\u{2060}d\u{FE0F}", "abcd"), ("\u{2067}a\u{2069}\u{61C}\u{200E}", "a"), ("a\tb\nc\u{3000}d", "a b c d"),
        ("1\u{2010}2\u{2011}3\u{2013}4\u{2014}5\u{2212}6\u{FE63}7", "1-2-3-4-5-6-7"), ("٠١٢۳۴၅६７𝟖", "012345678"), ("Ａ－１＠", "A-1@"),
        ("\u{3164}\u{2800}\u{200D}", ""), ("é ß ²", "é ß ²"), ("\u{1B}[2J", "\u{1B}[2J"), ("\u{E0101}x\u{E0067}", "x"),
    ])
    func `one line is what a person sees`(typed: String, line: String) { #expect(Typed.line(typed) == line) }

    @Test(arguments: [
        ("Siti\u{202E}gpj", "Sitigpj"), ("satu\ndua – tiga", "satu\ndua – tiga"), ("👨\u{200D}👩 ❤\u{FE0F}", "👨\u{200D}👩 ❤\u{FE0F}"),
        ("\u{FEFF}a\u{200B}", "a"),
    ])
    func `free text keeps its lines, dashes and emoji`(typed: String, text: String) { #expect(Typed.text(typed) == text) }

    @Test func `nothing that can be seen is nothing`() {
        #expect(Typed.isBlank("\u{200B} \u{2060}\n\u{3164}") && !Typed.isBlank(" . "))
        #expect(throws: Refusal.self) { try Writing.words("\u{200D}\u{FE0F}\u{200B}") }
    }

    @Test(arguments: [
        "3174096112900001", "\u{202D}3174096112900001\u{202C}", "3174\u{A0}0961\u{2009}1290\u{3000}0001", "3174‑0961–1290−0001",
        "\u{FEFF}3174.0961.1290.0001\u{200B}", "３１７４０９６１１２９００００１", "۳۱۷۴۰۹۶۱۱۲۹۰۰۰۰۱", "3174\t0961\n1290 0001", "31740961\u{AD}12900001",
    ])
    func `a NIK however it is pasted`(typed: String) { #expect(NIK(typed)?.digits == "3174096112900001") }

    @Test(arguments: [
        "20492\u{A0}149506", "\u{2066}20492149506\u{2069}", "20492\u{200B}149506", "2\u{202F}0492-149\u{2011}506", "2049214950６",
    ])
    func `a card's number however it is pasted`(typed: String) { #expect(KPJ(typed)?.digits == "20492149506") }

    @Test(arguments: ["3174O96112900001", "317409611290000²", "3174096112900001\0", "NIK 3174096112900001", "3174/0961/1290/0001"])
    func `what can be seen and is no digit is not passed over`(typed: String) { #expect(NIK(typed) == nil) }

    @Test(arguments: [
        ("\u{202D}31740961129000\u{A0}0\u{202C}", "NIK harus 16 angka. Anda mengetik 15 angka."),
        ("٣١٧٤", "NIK harus 16 angka. Anda mengetik 4 angka."), ("\u{200B}", "NIK harus 16 angka. Anda mengetik 0 angka."),
        ("3174O96112900001", "NIK harus 16 angka saja. Tanda “O” bukan angka: hapus atau ganti dengan angkanya."),
    ])
    func `the sentence counts what a person sees`(typed: String, words: String) {
        #expect(Digits.fault(typed, of: NIK.subject, length: NIK.length).id == words)
    }

    @Test func `a claim number however it is pasted`() {
        let number = ClaimNumber(chance: 0x1_2345_6789)
        let (first, last) = (number.value.prefix(4), number.value.suffix(4))
        let wide = String(String.UnicodeScalarView(number.value.unicodeScalars.compactMap { Unicode.Scalar($0.value + 0xFEE0) }))
        for typed in ["\(first)\u{A0}\(last)", "\u{200E}\(first)\u{2011}\(last)\u{200B}", "\(first) – \(last).", wide] {
            #expect(ClaimNumber(typed) == number, "\(typed)")
        }
    }

    @Test(arguments: ["A\u{A0}017", "a–17", "\u{202A}A-017\u{202C}", "Ａ０１７", "A-٠١٧"])
    func `a queue number however it is pasted`(typed: String) { #expect(QueueNumber(typed)?.text == "A-017") }

    @Test(arguments: [
        "15\u{2011}06\u{2011}1987", "15\u{A0}6\u{A0}1987", "\u{202D}15/06/1987\u{202C}", "１５０６１９８７", "15\u{2212}6\u{2212}1987",
    ])
    func `a birth date however it is pasted`(typed: String) { #expect(Day(typed: typed)?.iso == "1987-06-15") }

    @Test(arguments: ["\u{A0}08.00", "０８：００", "08:00\u{200B}", "٨.٠٠"])
    func `a time of day however it is pasted`(typed: String) { #expect(ClockTime(typed: typed) == ClockTime(8, 0)) }
}
