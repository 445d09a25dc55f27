extension PersonName {
    /// The name for comparing, never for showing: capitals, no diacritics (Latin-1), points or titles, and the
    /// usual short forms written out: `H. Moh. Ma'ruf Amin, S.E.` becomes `MUHAMMAD MARUF AMIN`.
    ///
    /// Letters of other scripts stay as they are. A name of nothing but titles keeps them.
    package var folded: String { tokens(expanded: true).joined(separator: " ") }

    /// The words that count, with short forms written out or as they stand.
    func tokens(expanded: Bool) -> [String] {
        let words = PersonName.words(in: value)
        var kept: [String] = []
        for word in words where !(word.isDegree && !kept.isEmpty) {
            for piece in word.pieces where !Titles.anywhere.contains(piece) && !(kept.isEmpty && Titles.before.contains(piece)) {
                kept.append(expanded ? Titles.writtenOut(piece, first: kept.isEmpty) : piece)
            }
        }
        return kept.isEmpty ? words.flatMap(\.pieces) : kept
    }

    /// One written word: `S.Kom` has the pieces S and KOM.
    private struct Word {
        var pieces: [String] = [""]
        var hasPoint = false
        let isAfterComma: Bool

        /// Short degrees could be names, so they need a sign: `SE` alone stays, `S.E.` and `, SE` go.
        var isDegree: Bool {
            let whole = pieces.joined()
            return Titles.degrees.contains(whole) && (hasPoint || isAfterComma || whole.count > 3)
        }
    }

    private static func words(in value: String) -> [Word] {
        var words: [Word] = []
        var word = Word(isAfterComma: false)
        func finish(comma: Bool) {
            word.pieces.removeAll { $0.isEmpty }
            if !word.pieces.isEmpty { words.append(word) }
            word = Word(isAfterComma: comma)
        }
        for scalar in value.unicodeScalars where !isMark(scalar) {
            if let letters = Letters.folded(scalar) {
                word.pieces[word.pieces.count - 1] += letters
            } else if scalar == "." {
                word.hasPoint = true
                word.pieces.append("")
            } else if !Letters.apostrophes.contains(scalar) {
                finish(comma: scalar == "," || word.isAfterComma)
            }
        }
        finish(comma: false)
        return words
    }
}

/// Letters as names are compared by.
private enum Letters {
    /// `Ma'ruf` is one word, however its apostrophe is written.
    static let apostrophes: Set<Unicode.Scalar> = ["'", "`", "\u{B4}", "\u{2BC}", "\u{2018}", "\u{2019}"]

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
        "H", "HAJI", "HAJJAH", "KH", "DR", "IR", "PROF", "TN", "NY", "NN", "BPK", "BAPAK", "IBU", "SDR", "SDRI",
    ]
    static let anywhere: Set = ["HJ", "DRS", "DRA", "ALM", "ALMH", "ALMARHUM", "ALMARHUMAH"]
    /// Dropped only after a name: `St.` before one is Siti.
    static let degrees: Set = [
        "SE", "SH", "ST", "SP", "SS", "SI", "SPD", "SPDI", "SAG", "SHI", "SSI", "SSOS", "SKOM", "SKM", "SKEP", "SKED", "SIP", "SAK", "SPT",
        "STP", "SPSI", "SIKOM", "SHUT", "SFARM", "SST", "STRKEB", "AMD", "AMDKEB", "AMDKEP", "MM", "MH", "MT", "MSI", "MPD", "MPDI", "MAG",
        "MKOM", "MKES", "MSC", "MA", "MBA", "MHUM", "MAK", "PHD", "LC", "BA", "BSC", "NERS", "NS", "APT",
    ]

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
