/// Swift with comments and the letters of strings taken away; what strings interpolate stays, because it is code.
struct SwiftText {
    let code: String

    init(_ text: String) {
        var reader = Reader(bytes: Array(text.utf8))
        reader.code(isInterpolated: false)
        code = String(decoding: reader.out, as: UTF8.self)
    }

    /// Types declared at the left edge.
    var declared: Set<String> {
        let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "actor", "typealias"]
        return names { words in
            guard let place = words.firstIndex(where: kinds.contains), place + 1 < words.count else { return nil }
            guard words[..<place].allSatisfy({ $0.hasPrefix("@") || Self.modifiers.contains($0) }) else { return nil }
            return words[place + 1]
        }
    }

    /// Types that an extension at the left edge speaks of, by the first part of their names; `Array` for `[Element]`.
    var extended: Set<String> {
        names { words in
            guard let place = words.firstIndex(of: "extension"), place + 1 < words.count else { return nil }
            guard words[..<place].allSatisfy({ $0.hasPrefix("@") || Self.modifiers.contains($0) }) else { return nil }
            return words[place + 1].hasPrefix("[") ? "Array" : words[place + 1]
        }
    }

    /// Every capitalised word that does not follow a dot: the types that are used, and some more.
    var used: Set<String> {
        var found: Set<String> = []
        var before: Character = "\n"
        var word = ""
        for sign in code + "\n" {
            if sign.isLetter || sign.isNumber || sign == "_" {
                word.append(sign)
                continue
            }
            if let first = word.first, first.isUppercase, before != "." { found.insert(word) }
            (word, before) = ("", sign)
        }
        return found
    }

    private static let modifiers: Set<Substring> = [
        "package", "public", "internal", "private", "fileprivate", "final", "indirect", "nonisolated",
    ]

    private func names(_ name: ([Substring]) -> Substring?) -> Set<String> {
        let lines = code.split(separator: "\n").filter { $0.first.map { !$0.isWhitespace } ?? false }
        return Set(
            lines.compactMap { line in
                name(line.split { $0 == " " || $0 == "<" || $0 == ":" || $0 == "{" || $0 == "(" }).map { word in
                    String(word.split(separator: ".").first ?? word)
                }
            })
    }
}

/// Walks once over the text.
private struct Reader {
    let bytes: [UInt8]
    var out: [UInt8] = []
    private var index = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    private func begins(_ text: StaticString) -> Bool { text.withUTF8Buffer { bytes[index...].starts(with: $0) } }
    private func sign(_ offset: Int = 0) -> UInt8 { index + offset < bytes.count ? bytes[index + offset] : 0 }

    mutating func code(isInterpolated: Bool) {
        var depth = 0
        while index < bytes.count {
            if begins("//") {
                while index < bytes.count, sign() != UInt8(ascii: "\n") { index += 1 }
            } else if begins("/*") {
                while index < bytes.count, !begins("*/") { index += 1 }
                index += 2
            } else if let marks = stringBegins() {
                string(marks: marks)
            } else {
                if isInterpolated, sign() == UInt8(ascii: "(") { depth += 1 }
                if isInterpolated, sign() == UInt8(ascii: ")") {
                    index += 1
                    if depth == 0 { return }
                    depth -= 1
                    out.append(UInt8(ascii: ")"))
                    continue
                }
                out.append(sign())
                index += 1
            }
        }
    }

    /// How many `#` stand before the quote of a string that begins here; nil where none does.
    private func stringBegins() -> Int? {
        var marks = 0
        while sign(marks) == UInt8(ascii: "#") { marks += 1 }
        return sign(marks) == UInt8(ascii: "\"") ? marks : nil
    }

    private mutating func string(marks: Int) {
        index += marks
        let quotes = begins("\"\"\"") ? 3 : 1
        index += quotes
        let end = Array(repeating: UInt8(ascii: "\""), count: quotes) + Array(repeating: UInt8(ascii: "#"), count: marks)
        let escape = [UInt8(ascii: "\\")] + Array(repeating: UInt8(ascii: "#"), count: marks)
        out.append(UInt8(ascii: " "))
        while index < bytes.count {
            if bytes[index...].starts(with: end) {
                index += end.count
                out.append(UInt8(ascii: " "))
                return
            }
            if bytes[index...].starts(with: escape) {
                index += escape.count
                let isCode = sign() == UInt8(ascii: "(")
                index += 1
                if isCode { code(isInterpolated: true) }
                out.append(UInt8(ascii: " "))
                continue
            }
            if sign() == UInt8(ascii: "\n") { out.append(sign()) }
            index += 1
        }
    }
}
