/// How one name is written in old and new spelling, short and in full.
enum Spelling {
    /// The full form of a short one: `MUH`, `ABD`, `GST`; `MD` is Made after I or Ni, otherwise Muhammad.
    static func writtenOut(_ word: String, after before: String?) -> [String] {
        let isBalinese = before.map { Marks.balinese.contains($0) || balinese.values.contains($0) } ?? false
        if isBalinese, let name = balinese[word] { return [name] }
        if before == nil, let name = beginning[word] { return [name] }
        if let name = anywhere[word] { return [name] }
        return word == "ABDULLAH" ? [word] : servant(word)
    }

    /// `ABDURRAHMAN`, `ABDULAZIZ`, `ABDUSSALAM`: the article takes the sound of the name that follows.
    private static func servant(_ word: String) -> [String] {
        guard word.hasPrefix("ABDU"), word.count > 7 else { return [word] }
        let rest = Array(word.dropFirst(4))
        guard rest[0] == "L" || rest[0] == rest[1] else { return [word] }
        return ["ABDUL", String(rest.dropFirst())]
    }

    private static let beginning = ["M": "MUHAMMAD", "ST": "SITI"]
    private static let anywhere: [String: String] = {
        var full = ["ABD": "ABDUL", "ACH": "AHMAD", "AKH": "AHMAD", "ACHMAD": "AHMAD", "AKHMAD": "AHMAD", "GST": "GUSTI", "NGR": "NGURAH"]
        let prophets = ["MUH", "MOH", "MHD", "MUHD", "MOHD", "MOCH", "MUCH", "MOCHAMAD", "MOCHAMMAD", "MUCHAMMAD", "MOHAMAD", "MOHAMMAD"]
        for short in prophets + ["MUHAMAD", "MUHAMMED", "MOHAMED", "MOHAMMED", "MD"] { full[short] = "MUHAMMAD" }
        return full
    }()
    private static let balinese = [
        "MD": "MADE", "NYM": "NYOMAN", "KT": "KETUT", "WY": "WAYAN", "PT": "PUTU", "GD": "GEDE", "KD": "KADEK", "KM": "KOMANG",
        "GST": "GUSTI", "NGR": "NGURAH", "BGS": "BAGUS", "DW": "DEWA",
    ]

    /// True for one name in old and new spelling: `TJAHJONO` and `CAHYONO`.
    static func agree(_ a: String, _ b: String) -> Bool { a == b || !forms(of: a).isDisjoint(with: forms(of: b)) }

    /// The forms that a written word can stand for: oe, dj, tj, nj, sj and ch are old; a plain j is y only beside one of them.
    private static func forms(of word: String) -> Set<String> {
        var forms = [""]
        var isOld = false
        var rest = Substring(word)
        while let letter = rest.first {
            if let (sign, modern) = old.first(where: { rest.hasPrefix($0.0) }) {
                isOld = true
                let isFirst = rest.startIndex == word.startIndex
                forms = forms.flatMap { form in (isFirst && sign == "CH" ? ["KH"] : modern).map { form + $0 } }
                rest = rest.dropFirst(sign.count)
            } else {
                // A small letter waits until the whole word was read.
                forms = forms.map { $0 + (letter == "J" ? "j" : String(letter)) }
                rest = rest.dropFirst()
            }
        }
        var found = Set(forms.map { $0.uppercased() })
        if isOld { found.formUnion(forms.map { String($0.map { $0 == "j" ? "Y" : $0 }) }) }
        return found.union([word])
    }

    private static let old = [("OE", ["U"]), ("DJ", ["J"]), ("TJ", ["C"]), ("NJ", ["NY"]), ("SJ", ["SY"]), ("CH", ["H", "KH"])]

    /// True where two words differ by one letter and sound alike, or are long enough for a slip of the pen.
    static func soundAlike(_ a: String, _ b: String) -> Bool {
        let (short, long) = a.count <= b.count ? (Array(a), Array(b)) : (Array(b), Array(a))
        guard long.count - short.count <= 1, long.count >= 4, short != long else { return false }
        let same = zip(short, long).prefix { $0 == $1 }.count
        let isLongWord = short.count >= 8 && same < short.count - 2
        if short.count < long.count {
            guard short[same...] == long[(same + 1)...] else { return false }
            return isLongWord || "HYW".contains(long[same]) || (same > 0 && long[same] == long[same - 1])
        }
        if short[(same + 1)...] == long[(same + 1)...] {
            let pair = Set([short[same], long[same]])
            return isLongWord || sounds.contains(pair) || (same == short.count - 1 && pair == ["O", "A"])
        }
        return isLongWord && short[same] == long[same + 1] && short[same + 1] == long[same] && short[(same + 2)...] == long[(same + 2)...]
    }

    private static let sounds: Set<Set<Character>> = [
        ["J", "Y"], ["I", "Y"], ["F", "P"], ["F", "V"], ["P", "V"], ["Z", "J"], ["Z", "S"], ["K", "Q"], ["U", "O"], ["E", "I"],
    ]
}
