import LapakDomain
import Testing

/// Names on bank accounts beside the registry's: pairs `BANK/REGISTRY`, by what is decided about them.
@Suite struct AccountNameTests {
    @Test(arguments: [
        // Titles
        "H NUR AINI/NUR AINI", "HJ NUR AINI/NUR AINI", "DRS NUR AINI/NUR AINI", "IR NUR AINI/NUR AINI", "SDR NUR AINI/NUR AINI",
        "NY NUR AINI/NUR AINI", "AGUS SALIM SE/AGUS SALIM", "AGUS SALIM SPD/AGUS SALIM", "AGUS SALIM TN/AGUS SALIM",
        "AGUS SALIM/Agus Salim, S.E.", "AGUS SALIM/Agus Salim, S. Kom.", "Dr. Ir. AGUS SALIM, M.Sc./AGUS SALIM", "BPK SUHARTO/SUHARTO",
        "PROF DR H AGUS SALIM/AGUS SALIM", "AGUS SALIM SH MH/AGUS SALIM", "NUR AINI, AMD.KEB/NUR AINI", "AN AGUS SALIM/AGUS SALIM",
        // Short forms
        "M RIZKI/MUHAMMAD RIZKI", "MUH RIZKI/MUHAMMAD RIZKI", "MOH RIZKI/MUHAMMAD RIZKI", "MHD RIZKI/MUHAMMAD RIZKI",
        "MOCH RIZKI/MUHAMMAD RIZKI", "MOCHAMAD RIZKI/MUHAMMAD RIZKI", "ABD RAHMAN/ABDUL RAHMAN", "ABDURRAHMAN/ABDUL RAHMAN",
        "ABDULAZIZ/ABDUL AZIZ", "ABDUSSALAM/ABDUL SALAM", "ACH SUBHAN/AHMAD SUBHAN", "ST AMINAH/SITI AMINAH", "I MD OKA/I MADE OKA",
        "I GST NGR OKA/I GUSTI NGURAH OKA", "NI NYM SARI/NI NYOMAN SARI", "I KT RAI/I KETUT RAI", "I PT OKA/I PUTU OKA",
        "MD RIZKI/MUHAMMAD RIZKI", "MUH.RIZKI/MUHAMMAD RIZKI", "AKHMAD FAUZI/AHMAD FAUZI", "MUHAMAD RIZKI/MOHAMMAD RIZKI",
        "AGUS MUH RIZAL/AGUS MUHAMMAD RIZAL",
        // Spelling
        "SOEKARDI/SUKARDI", "DJOKO/JOKO", "SJAMSUL BACHRI/SYAMSUL BAHRI", "TJAHJONO/CAHYONO", "RACHMAT/RAHMAT", "SOEJONO/SUYONO",
        "SOEJONO/SUJONO", "NOERDIN/NURDIN", "CHAIRUL/KHAIRUL", "MOESTAFA/MUSTAFA", "DJUNAEDI/JUNAEDI", "SANJOTO/SANYOTO",
        "TJOKRO SOEPARDJO/COKRO SUPARJO",
        // Cut at the end of the field
        "DEWI LESTARI PUTRI H/DEWI LESTARI PUTRI HANDAYANI", "MUHAMMAD RIZAL ABDUL/MUHAMMAD RIZAL ABDULLAH",
        "SITI NURHALIMAH BINT/SITI NURHALIMAH BINTI YAKUB", "MARIA GORETTI KUSUMA DEWI/MARIA GORETTI KUSUMA DEWI LESTARI",
        "ANAK AGUNG GEDE PUTRA WIR/ANAK AGUNG GEDE PUTRA WIRAWAN", "SRI REJEKI HANDAYANI/SRI REJEKI HANDAYANINGSIH",
        // A father's name may miss
        "SITI AMINAH/SITI AMINAH BINTI YAKUB", "SITI AMINAH BINTI YAKUB/SITI AMINAH", "AGUS SALIM BIN UMAR/AGUS SALIM BIN OEMAR",
        // Order and form
        "WAHYU SETIAWAN/SETIAWAN WAHYU", "NUR AZIZAH SITI/SITI NUR AZIZAH", "SITORUS HOTMA/HOTMA SITORUS", "SUPRIYADI/SUPRIYADI",
        "SUPARMAN SUPARMAN/SUPARMAN", "PURWANTO ./PURWANTO", "SITIAMINAH/SITI AMINAH", "NUR'AINI/NURAINI", "NUR AINI/NURAINI",
        "nur aini/NUR AINI", "ANDRE MUNOZ/ANDRÉ MUÑOZ", "NUR-AINI/NUR AINI", " AGUS   SALIM /AGUS SALIM", "MA'RUF/MA’RUF",
        "SUPARMAN/SUPARMAN SUPARMAN", "DANA SAPUTRA/DANA SAPUTRA", "H/H",
    ])
    func `the same person`(pair: String) { #expect(match(pair) == .same) }

    @Test(
        arguments: [
            ("A SYAIFUL/ACHMAD SYAIFUL", .initial), ("MARIA L/MARIA LADJAR", .initial), ("AGUS S PUTRA/AGUS SALIM PUTRA", .initial),
            ("SITI N/SITI NURBAYA", .initial),
            ("YULIANTI/JULIANTI", .letter), ("SITI FATIMAH/SITI FATIMA", .letter), ("SUTRISNO/SUTRISNA", .letter),
            ("DWI CAHYO/DWI CAHYA", .letter),
            ("JUSUF HABIBI/YUSUF HABIBI", .letter), ("FAISAL/PAISAL", .letter), ("RAHMATT HIDAYAT/RAHMAT HIDAYAT", .letter),
            ("KHAIRIAH/KHAIRIYAH", .letter), ("JUANDA/JUWANDA", .letter), ("SOLEH UDIN/SULEH UDIN", .letter),
            ("KRISTIANTORO/KRISTANTORO", .letter), ("MUSTHOFA/MUSTOFA", .letter), ("RIZQI AMALIA/RIZKI AMALIA", .letter),
            ("SITI MARYAM/SITI MARIAM", .letter), ("HENDRAWAN ADI/HENRDAWAN ADI", .letter),
            ("KRISTIANTORO WIJAYA/KRISTIANTORO WIJAYAKUSUMA", .cut), ("MARIA MAGDALENA SUS/MARIA MAGDALENA SUSANTI", .cut),
            ("HASAN BIN UMAR/HASAN", .missingWord), ("HASAN/HASAN BIN UMAR", .missingWord), ("HOTMA/HOTMA SITORUS", .missingWord),
            ("SITI AISYAH/AISYAH", .missingWord), ("AGUS SALIM/AGUS SALIM PUTRA", .missingWord),
            ("AGUS SALIM PUTRA WIJAYA/AGUS SALIM", .missingWord), ("AISYAH/SITI AISYAH", .missingWord),
            ("TAN WEI LING/LINDA TANUWIJAYA", .alias), ("LIM SIOE LIONG/SUDONO SALIM", .alias), ("BUDI HALIM/LIM BOEN HWA", .alias),
            ("AGUS SALIM QQ RINA/AGUS SALIM", .heldFor), ("AGUS SALIM OR RINA/AGUS SALIM", .heldFor),
            ("RINA QQ AGUS SALIM/AGUS SALIM", .heldFor),
            ("AGUS SALIM ATAU RINA WATI/AGUS SALIM", .heldFor), ("AGUS SALIM & RINA/AGUS SALIM", .heldFor),
            ("AGUS S*L*M/AGUS SALIM", .masked), ("A*** S****/AGUS SALIM", .masked), ("AG** SA***/AGUS SALIM", .masked),
            ("SIT* AMINA*/SITI AMINAH", .masked),
            ("/AGUS SALIM", .unreadable), ("---/AGUS SALIM", .unreadable),
            ("HASAN BIN FAISAL/HASAN BIN PAISAL", .letter),
        ] as [(String, AccountNameMatch.Doubt)])
    func `an officer decides`(pair: String, doubt: AccountNameMatch.Doubt) { #expect(match(pair) == .officer(doubt)) }

    @Test(
        arguments: [
            ("HASAN BIN UMAR/HASAN BIN USMAN", .patronymic), ("SITI AMINAH BINTI YAKUB/SITI AMINAH BINTI HASAN", .patronymic),
            ("SUPRIYADI/SUPRIYANTO", .otherPerson), ("SUHARTI/SUHARTINI", .otherPerson), ("AGUS SALIM/AGUS SALAM", .ending),
            ("EKA PUTRI/EKA PUTRA", .ending), ("ANDI SAPUTRA/ANDI SAPUTRI", .ending), ("HOTMA SITORUS/HOTMA SINAGA", .otherWord),
            ("DWI HANDOKO/DWI HANDAYANI", .ending), ("RUDI HARTONO/RUDI HARTANTO", .ending), ("SRI WAHYUNI/SRI WAHYUNINGSIH", .ending),
            ("SITI NUR AZIZAH/SITI NUR HASANAH", .otherWord), ("AGUS SETIAWAN/AGUS SETIAWATI", .ending),
            ("TOKO MAJU/AGUS SALIM", .business), ("CV AGUS SALIM/AGUS SALIM", .business), ("PT AGUS SALIM/AGUS SALIM", .business),
            ("AGUS SALIM UD/AGUS SALIM", .business), ("KOPERASI MAJU JAYA/AGUS SALIM", .business),
            ("DNID AGUS SALIM/AGUS SALIM", .wallet), ("OVO AGUS SALIM/AGUS SALIM", .wallet), ("GOPAY AGUS SALIM/AGUS SALIM", .wallet),
            ("DANA AGUS SALIM/AGUS SALIM", .wallet), ("SHOPEEPAY AGUS/AGUS SALIM", .wallet),
            ("RINA WATI/AGUS SALIM", .otherPerson), ("A/AGUS SALIM", .otherPerson), ("A S/AGUS SALIM", .otherPerson),
            ("RINA QQ WATI/AGUS SALIM", .otherPerson), ("R*** W***/AGUS SALIM", .otherPerson), ("*** ***/AGUS SALIM", .otherPerson),
            ("BUDI/AGUS SALIM", .otherPerson), ("JAJA/YAYA", .otherPerson), ("HANDRA/CHANDRA", .otherPerson),
            ("SITI/SITI NUR AZIZAH", .otherWord),
            ("DIAN/DIANA", .otherPerson), ("ANI/ANA", .otherPerson), ("ENDANG/ENDRA", .otherPerson), ("YANTO/YANTI", .otherPerson),
            ("MUHAMMAD RIZKI/MUHAMMAD RIZAL", .ending), ("M RIZKI/MUHAMMAD FAUZI", .otherWord), ("SITI AMINAH/SITI MAIMUNAH", .otherWord),
            ("ABDULLAH/ABDUL", .otherPerson), ("I MADE OKA/I WAYAN OKA", .otherWord), ("I MADE OKA/NI MADE OKA", .otherWord),
        ] as [(String, AccountNameMatch.Clash)])
    func `somebody else`(pair: String, clash: AccountNameMatch.Clash) { #expect(match(pair) == .different(clash)) }

    @Test func `a cut counts only at the end of a field, after two whole words`() {
        // 19 characters, and 20 with one whole word before the cut.
        #expect(match("DEWI LESTARI PUTRIH/DEWI LESTARI PUTRIHANDAYANI") != .same)
        #expect(match("KRISTIANTORO WIJAYAK/KRISTIANTORO WIJAYAKUSUMA") != .same)
        // 20 characters, but another word.
        #expect(match("DEWI LESTARI PUTRI H/DEWI LESTARI PUTRI RAHAYU") != .same)
    }

    private func match(_ pair: String) -> AccountNameMatch {
        let cut = pair.lastIndex(of: "/")!
        return AccountNameMatch(bank: String(pair[..<cut]), registry: String(pair[pair.index(after: cut)...]))
    }
}
