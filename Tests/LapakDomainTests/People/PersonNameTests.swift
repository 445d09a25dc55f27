import LapakDomain
import Testing

@Suite struct PersonNameTests {
    @Test(arguments: [
        ("Siti Aminah", "Siti Aminah"), ("  SITI   AMINAH ", "SITI AMINAH"), ("Suharto", "Suharto"), ("I\u{A0}Made", "I Made"), ("A", "A"),
    ])
    func `one name is enough and spaces collapse`(typed: String, value: String) { #expect(PersonName(typed)?.value == value) }

    @Test(arguments: [
        "", "   ", "123", "...", "Siti\0", "Siti\tAminah", "Siti\nAminah", "Siti\u{202E}Aminah", "Siti\u{200B}", "Siti\u{2028}Aminah",
        "\u{7F}Siti", "S\u{301}\u{301}\u{301}iti", "\u{E000}Siti", String(repeating: "a", count: 101),
        String(repeating: " ", count: 100_000),
    ])
    func `a name that hides something or is none is refused`(typed: String) { #expect(PersonName(typed) == nil) }

    @Test func `a hundred characters are taken`() {
        #expect(PersonName(String(repeating: "a", count: 100)) != nil)
        #expect(PersonName(String(repeating: "é", count: 100)) != nil)
        #expect(PersonName("Nguy\u{65}\u{302}\u{303}n") != nil)
    }

    @Test(arguments: [
        ("Siti Aminah", "S*** A*****"), ("Suharto", "S******"), ("M. Yusuf", "M* Y****"), ("É Li", "É L*"),
    ])
    func `screens that others see get initials`(typed: String, masked: String) throws {
        let name = try #require(PersonName(typed))
        #expect(name.masked == masked)
        #expect("\(name)" == masked)
    }

    @Test(arguments: [
        ("Siti Aminah", "SITI AMINAH"), ("H. Moh. Ma'ruf Amin, S.E.", "MUHAMMAD MARUF AMIN"), ("Drs. H. M. Yusuf, M.M.", "MUHAMMAD YUSUF"),
        ("MUH.RIZAL", "MUHAMMAD RIZAL"), ("Hj. St. Aminah", "SITI AMINAH"), ("Ahmad Fauzi S.Kom", "AHMAD FAUZI"),
        ("Ahmad Fauzi SKom MKes", "AHMAD FAUZI"), ("Budi Santoso (Alm)", "BUDI SANTOSO"), ("dr. Rina, SH, MH", "RINA"),
        ("André Muñoz", "ANDRE MUNOZ"),
        ("Andre\u{301}", "ANDRE"), ("Nur-Aini", "NUR AINI"), ("I Gst. Ngr. Putu", "I GUSTI NGURAH PUTU"), ("Ahmad H", "AHMAD H"),
        ("Ahmad SE", "AHMAD SE"), ("H.", "H"), ("Weiß", "WEISS"), ("Abd. Rahman", "ABDUL RAHMAN"), ("Ahmad M. Yusuf", "AHMAD M YUSUF"),
        ("Ma’ruf", "MARUF"),
    ])
    func `folding drops what spellings differ in`(typed: String, folded: String) { #expect(PersonName(typed)?.folded == folded) }
}
