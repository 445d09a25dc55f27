extension PersonName {
    /// The name for comparing, never for showing: capitals, no diacritics (Latin-1), points or titles, and the
    /// usual short forms written out: `H. Moh. Ma'ruf Amin, S.E.` becomes `MUHAMMAD MARUF AMIN`.
    ///
    /// What stands behind a comma is a degree, whatever it is. Letters of other scripts stay as they are. A name of nothing but
    /// titles keeps them.
    package var folded: String { tokens(expanded: true).joined(separator: " ") }

    /// The words that count, with short forms written out or as they stand.
    func tokens(expanded: Bool) -> [String] {
        let parts = PersonName.parts(of: value)
        let named = parts.map { PersonName.withoutTitles($0, isBeforeComma: parts.count > 1) }
        // `Dr., Joko Prasetyo`: the first part that is more than titles.
        let kept = named.first { !$0.isEmpty } ?? parts.flatMap { $0.map(\.text) }
        return expanded ? kept.enumerated().map { Titles.writtenOut($1, first: $0 == 0) } : kept
    }

    /// The same where a comma parts nothing: some people write one between their names.
    func tokensAcrossCommas(expanded: Bool) -> [String]? {
        let parts = PersonName.parts(of: value)
        guard parts.count > 1 else { return nil }
        let kept = PersonName.withoutTitles(Array(parts.joined()), isBeforeComma: true)
        return expanded ? kept.enumerated().map { Titles.writtenOut($1, first: $0 == 0) } : kept
    }

    /// A run of letters: `S.Kom` has the pieces S and KOM.
    private struct Piece {
        var text = ""
        /// A point stands in its word: `S.Kom`, `SE.`
        var hasPoint = false
    }

    /// Without titles before the name and degrees behind it.
    private static func withoutTitles(_ pieces: [Piece], isBeforeComma: Bool) -> [String] {
        var rest = pieces.filter { !Titles.anywhere.contains($0.text) }[...]
        while let first = rest.first, Titles.before.contains(first.text) || first.hasPoint && Titles.beforeWithPoint.contains(first.text) {
            rest = rest.dropFirst()
        }
        while let count = degree(endingIn: rest, isBeforeComma) { rest = rest.dropLast(count) }
        return rest.map(\.text)
    }

    /// How many pieces at the end are one degree: `S.Pd.I` three, `S. Kom.` two, `MM` one; nil for none.
    ///
    /// Short degrees could be names, so they need a sign: `SE` alone stays, `S.E.`, `SE.` and `SE` before a comma go.
    private static func degree(endingIn pieces: ArraySlice<Piece>, _ isBeforeComma: Bool) -> Int? {
        (1...4).reversed().first { count in
            guard pieces.count > count else { return false }
            let last = pieces.suffix(count)
            let whole = last.map(\.text).joined()
            let isPlain = whole.utf8.count > 3 && !Titles.alsoNames.contains(whole)
            return Titles.degrees.contains(whole) && (isBeforeComma || last.contains(where: \.hasPoint) || isPlain)
        }
    }

    /// What stands between commas, in pieces.
    private static func parts(of value: String) -> [[Piece]] {
        var parts: [[Piece]] = [[]]
        var word = [Piece()]
        func finish() {
            let hasPoint = word.contains(where: \.hasPoint)
            parts[parts.count - 1] += word.filter { !$0.text.isEmpty }.map { Piece(text: $0.text, hasPoint: hasPoint) }
            word = [Piece()]
        }
        for scalar in value.unicodeScalars where !isMark(scalar) {
            if let letters = Letters.folded(scalar) {
                word[word.count - 1].text += letters
            } else if scalar == "." {
                word[word.count - 1].hasPoint = true
                word.append(Piece())
            } else if !Letters.apostrophes.contains(scalar) {
                finish()
                if Letters.commas.contains(scalar) { parts.append([]) }
            }
        }
        finish()
        let written = parts.filter { !$0.isEmpty }
        return written.isEmpty ? [[]] : written
    }
}

/// Letters as names are compared by.
enum Letters {
    /// `Ma'ruf` is one word, however its apostrophe is written.
    static let apostrophes: Set<Unicode.Scalar> = ["'", "`", "\u{B4}", "\u{2BC}", "\u{2018}", "\u{2019}"]

    /// What parts a name from its degrees; a semicolon is a slip for it.
    static let commas: Set<Unicode.Scalar> = [",", ";", "\u{3001}", "\u{201A}"]

    /// Capital ASCII for a letter of Latin-1 or an ASCII digit, the capital of any other letter; nil for what is no letter.
    static func folded(_ scalar: Unicode.Scalar) -> String? {
        switch scalar {
        case "a"..."z": String(Unicode.Scalar(UInt8(scalar.value) - 32))
        case "A"..."Z", "0"..."9": String(scalar)
        case "À"..."Å", "à"..."å": "A"
        case "Æ", "æ": "AE"
        case "Ç", "ç": "C"
        case "È"..."Ë", "è"..."ë": "E"
        case "Ì"..."Ï", "ì"..."ï": "I"
        case "Ð", "ð": "D"
        case "Ñ", "ñ": "N"
        case "Ò"..."Ö", "Ø", "ò"..."ö", "ø": "O"
        case "Ù"..."Ü", "ù"..."ü": "U"
        case "Ý", "ý", "ÿ": "Y"
        case "Þ", "þ": "TH"
        case "ß": "SS"
        default: scalar.properties.isAlphabetic && !apostrophes.contains(scalar) ? scalar.properties.uppercaseMapping : nil
        }
    }
}

/// Titles and short forms in Indonesian names, written without points.
private enum Titles {
    /// Dropped only before a name: `H` at the end is an initial.
    static let before: Set = [
        "H", "HAJI", "HAJJAH", "KH", "KYAI", "KIAI", "UST", "USTADZ", "USTAZ", "USTADZAH", "DR", "DRG", "DRH", "IR", "PROF", "PDT", "TN",
        "NY", "NN", "NYONYA", "BPK", "BAPAK", "IBU", "SDR", "SDRI", "RADEN", "RR",
    ]
    /// The same, but only with a point: `R. Joko` is Raden Joko, `R Joko` may be Rudi Joko.
    static let beforeWithPoint: Set = ["R", "RA", "RM", "RNG"]
    static let anywhere: Set = ["HJ", "DRS", "DRA", "ALM", "ALMH", "ALMARHUM", "ALMARHUMAH"]
    /// Dropped only after a name: `St.` before one is Siti.
    static let degrees: Set = [
        "SE", "SH", "ST", "SP", "SS", "SI", "SPD", "SPDI", "SPDK", "SPDB", "SPDH", "SPDSD", "SAG", "SHI", "SEI", "SSI", "SSN", "SSOS",
        "SSOSI", "SKOM", "SKOMI", "SKM", "SKEP", "SKED", "SKH", "SKG", "SIP", "SAK", "SPT", "SPI", "STH", "STHI", "STP", "STRKEB",
        "STRKES", "STRAK", "STRT", "STRKOM", "SPSI", "SIKOM", "SIPEM", "SAP", "SAB", "SMB", "SBA", "SHUM", "SHUT", "SFARM", "SFIL",
        "SARS", "SGZ", "SST", "SSTP", "SSTPI", "SDS", "SMN", "SIQ", "SPTK", "SPPAR", "STRPAR", "AMD", "AMDKEB", "AMDKEP",
        "AMDKOM", "AMDAK", "AMDKES", "AMDT", "AMDFARM", "AMK", "AMKEB", "AMP", "MM", "MH", "MT", "MSI", "MSN", "MPD", "MPDI",
        "MAG", "MKOM", "MKES", "MKEP", "MKN", "MSC", "MA", "MBA", "MHUM", "MHI", "MAK", "MAP", "MIP", "MIKOM", "MPSI", "MENG", "MTI",
        "MPH", "MARS", "MEI", "MESY", "MPAR", "MSM", "MFARM", "MGZ", "MKM", "PHD", "LC", "BA", "BSC", "BE", "BENG", "BBA", "NERS", "NS",
        "NERSSKEP", "APT", "AK", "CA", "CPA", "SPA", "SPB", "SPOG", "SPPD", "SPKJ", "SPJP", "SPM", "SPS", "SPRAD",
    ]

    /// Long degrees that are names as well: they too need a sign.
    static let alsoNames: Set = ["MENG", "BENG", "MARS"]

    /// The long form of `Muh`, `Abd`, `Gst` and the like; of `M` and `St` only where a name begins.
    static func writtenOut(_ short: String, first: Bool) -> String {
        switch short {
        case "M" where first: "MUHAMMAD"
        case "ST" where first: "SITI"
        case "MUH", "MOH", "MOCH", "MHD", "MOHD", "MUHD": "MUHAMMAD"
        case "ABD": "ABDUL"
        case "ACH": "ACHMAD"
        case "GST": "GUSTI"
        case "NGR": "NGURAH"
        case "NYM": "NYOMAN"
        case "KT": "KETUT"
        case "WY": "WAYAN"
        default: short
        }
    }
}
