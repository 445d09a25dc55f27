import LapakDomain
import Testing

@Suite struct PersonNameTests {
    @Test(arguments: [
        ("Siti Aminah", "Siti Aminah"), ("  SITI   AMINAH ", "SITI AMINAH"), ("Suharto", "Suharto"), ("I\u{A0}Made", "I Made"), ("A", "A"),
        ("Siti\tAminah", "Siti Aminah"), ("Siti\nAminah\r\n", "Siti Aminah"), ("Siti\u{2028}Aminah", "Siti Aminah"),
        ("\u{202A}Siti\u{202F}Aminah\u{202C}", "Siti Aminah"), ("\u{FEFF}Siti\u{200B} Ami\u{AD}nah\u{FE0F}", "Siti Aminah"),
        ("Siti\u{3164}Aminah", "Siti Aminah"), ("Ｓｉｔｉ　Ａｍｉｎａｈ", "Siti Aminah"), ("Nur\u{2011}Aini", "Nur-Aini"),
    ])
    func `one name is enough and blanks collapse`(typed: String, value: String) { #expect(PersonName(typed)?.value == value) }

    @Test(arguments: [
        "", "   ", "123", "...", "Siti\0", "\u{200B}\u{2060}\u{FEFF}", "\u{3164}", "Siti\u{1B}[2J", "\u{7F}Siti",
        "S\u{301}\u{301}\u{301}iti", "\u{E000}Siti", String(repeating: "a", count: 101),
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
        ("Ma’ruf", "MARUF"), ("Joko Prasetyo, S. Kom.", "JOKO PRASETYO"), ("Joko Prasetyo SE.MM", "JOKO PRASETYO"),
        ("Joko Prasetyo, sarjana apa pun", "JOKO PRASETYO"), ("Joko Prasetyo S. Pd. I.", "JOKO PRASETYO"),
        ("Joko Prasetyo S.E., M.M., Ph.D", "JOKO PRASETYO"), ("Joko Prasetyo SE, MM", "JOKO PRASETYO"),
        ("Prof. Dr. dr. Ir. H. R. Joko Prasetyo Sp.OG", "JOKO PRASETYO"), ("Dr., Joko Prasetyo", "JOKO PRASETYO"),
        ("KH. Joko Prasetyo ; Lc", "JOKO PRASETYO"), ("Ny. Rr. Sri Utami A.Md.Keb", "SRI UTAMI"), ("Joko S Kom", "JOKO"),
        ("Tan Meng", "TAN MENG"), ("Siti Dea.", "SITI DEA"), ("Joko SE", "JOKO SE"), ("S. Kom.", "S KOM"), ("R Joko", "R JOKO"),
    ])
    func `folding drops what spellings differ in`(typed: String, folded: String) { #expect(PersonName(typed)?.folded == folded) }
}
