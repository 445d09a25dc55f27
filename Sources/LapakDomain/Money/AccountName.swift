/// A name as banks and registries write it, read for comparing: capitals without titles, with short forms written out.
struct AccountName {
    /// The words as they stand, in capitals and without points.
    let written: [String]
    /// The words that count, short forms written out, without the father's name.
    let words: [String]
    /// The father's name after `bin` or `binti`.
    let father: [String]
    /// Characters as written, with single spaces: banks cut at the length of their field.
    let length: Int
    /// The words of a name with hidden letters, each `*` kept; empty without any.
    let masked: [String]

    init(_ text: String) {
        let shown = text.split { $0.isWhitespace }.joined(separator: " ")
        length = shown.count
        masked = shown.contains("*") ? shown.uppercased().split(separator: " ").map(String.init) : []
        written = AccountName.words(in: shown)
        let cut = written.dropFirst().firstIndex(where: Marks.child.contains) ?? written.endIndex
        words = AccountName.counting(written[..<cut])
        father = AccountName.counting(written[cut...].dropFirst())
    }

    var isMasked: Bool { !masked.isEmpty }

    /// A firm's or a shop's account; `PT` after `I` or `NI` is Putu, a name.
    var isBusiness: Bool {
        written.indices.contains { index in
            Marks.business.contains(written[index]) && !(written[index] == "PT" && index > 0 && Marks.balinese.contains(written[index - 1]))
        }
    }

    /// The words of a text; what follows a comma is a degree, points are dropped: `S.E.` is SE, `MUH.RIZAL` is two words.
    private static func words(in text: String) -> [String] {
        let name = text.split(separator: ",", omittingEmptySubsequences: false).first.map(String.init) ?? text
        var words: [String] = []
        for part in (name.allSatisfy { !$0.isLetter } ? text : name).split(whereSeparator: { $0 == " " || $0 == "-" || $0 == "," }) {
            if Marks.signs.contains(String(part)) { words.append("OR") }
            let pieces = part.split(separator: ".").map { $0.unicodeScalars.compactMap(Letters.folded).joined() }.filter { !$0.isEmpty }
            let joined = pieces.joined()
            words += Marks.degrees.contains(joined) ? [joined] : pieces
        }
        return words
    }

    /// Without titles, unless nothing else is there; short forms written out; `ABDURRAHMAN` is two words; a doubled single name is one.
    private static func counting(_ words: ArraySlice<String>) -> [String] {
        let named = words.enumerated().filter { index, word in
            !(Marks.titles.contains(word) || (index > 0 && Marks.degrees.contains(word)))
        }.map(\.element)
        let kept = named.isEmpty ? Array(words) : named
        let long = kept.indices.flatMap { Spelling.writtenOut(kept[$0], after: $0 > 0 ? kept[$0 - 1] : nil) }
        return long.count == 2 && long[0] == long[1] ? [long[0]] : long
    }
}

/// Words in the names of accounts that are no names.
enum Marks {
    /// Dropped wherever they stand.
    static let titles: Set = [
        "H", "HJ", "HAJI", "HAJJAH", "KH", "DR", "DRS", "DRA", "DRG", "IR", "PROF", "TN", "NY", "NN", "BPK", "BAPAK", "IBU", "SDR", "SDRI",
        "UST", "USTADZ", "RADEN", "RD", "RR", "ALM", "ALMH", "ALMARHUM", "ALMARHUMAH", "MR", "MRS", "MS", "AN",
    ]
    /// Dropped after the first word.
    static let degrees: Set = [
        "SE", "SH", "ST", "SP", "SS", "SI", "SPD", "SPDI", "SAG", "SHI", "SSI", "SSOS", "SKOM", "SKM", "SKEP", "SKED", "SIP", "SAK", "SPT",
        "STP", "SPSI", "SIKOM", "SHUT", "SFARM", "SST", "STRKEB", "AMD", "AMDKEB", "AMDKEP", "MM", "MH", "MT", "MSI", "MPD", "MPDI", "MAG",
        "MKOM", "MKES", "MSC", "MBA", "MHUM", "MAK", "PHD", "LC", "BSC", "NERS", "NS", "APT",
    ]
    /// Between a name and the father's.
    static let child: Set = ["BIN", "BINTI", "BINTE", "BTE"]
    /// Between the holders of an account.
    static let between: Set = ["QQ", "OR", "ATAU", "CQ"]
    static let signs: Set = ["/", "&"]
    static let balinese: Set = ["I", "NI"]
    static let business: Set = [
        "PT", "CV", "UD", "PD", "TOKO", "TB", "WARUNG", "YAYASAN", "KOPERASI", "KSP", "BUMDES", "BENGKEL", "APOTEK", "KLINIK", "MASJID",
        "SEKOLAH", "FIRMA", "SALON",
    ]
    /// How accounts of electronic money begin.
    static let wallets: Set = ["DNID", "DANA", "OVO", "GOPAY", "GOJEK", "GRAB", "SHOPEEPAY", "SHOPEE", "LINKAJA", "DOKU", "ISAKU", "VA"]
    /// Characters that banks' fields for names hold.
    static let fields: Set = [20, 25, 30, 35]
    /// Clan names for which an Indonesian name was often taken that contains them.
    static let clans: Set = ["TAN", "LIM", "LIEM", "LIE", "OEI", "OEY", "ONG", "THE", "TJAN", "TJIA", "KWEE", "LAUW", "GUNAWAN", "ANG"]
}
