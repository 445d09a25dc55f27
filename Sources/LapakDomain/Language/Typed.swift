/// What people typed or pasted, as they see it on their screen.
///
/// Address books, chats and office programs put signs beside what is visible: marks of direction around a number, blanks that do not
/// break, joiners, soft hyphens, a byte-order mark. Nobody sees them, so nobody can take them out.
package enum Typed {
    /// One line, as an ASCII keyboard would have written it: signs that nobody sees are gone; every blank (tabs and line ends too) is
    /// a space, every dash `-`, every decimal digit of any script one of `0`-`9`, wide forms are the narrow ones; no blanks around it.
    ///
    /// Letters stay as they are, and so do control signs, for a reader to refuse.
    package static func line(_ typed: String) -> String {
        if isPlain(typed) { return typed }
        var signs: [Unicode.Scalar] = []
        for scalar in typed.unicodeScalars {
            guard let sign = seen(scalar), !(sign == " " && signs.isEmpty) else { continue }
            signs.append(sign)
        }
        while signs.last == " " { signs.removeLast() }
        var line = String.UnicodeScalarView()
        line.append(contentsOf: signs)
        return String(line)
    }

    /// Free text of several lines: without marks of direction and signs of no width that could show it as something else. Joiners and
    /// variants stay, because emoji are made of them.
    package static func text(_ typed: String) -> String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: typed.unicodeScalars.filter { !isUnseen($0) || isJoiner($0) })
        return String(text)
    }

    /// Nothing of it can be seen.
    package static func isBlank(_ typed: String) -> Bool { line(typed).isEmpty }

    /// What most people send: printable ASCII without blanks around it.
    private static func isPlain(_ typed: String) -> Bool {
        let bytes = typed.utf8
        return bytes.allSatisfy { (32...126).contains($0) } && bytes.first != 32 && bytes.last != 32
    }

    /// The sign that a person sees; nil for none.
    private static func seen(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        if (33...126).contains(scalar.value) { return scalar }
        // Hangul fillers and an empty Braille cell look like blanks, whatever their category says.
        if scalar.properties.isWhitespace || fillers.contains(scalar) { return " " }
        if isUnseen(scalar) { return nil }
        if (0xFF01...0xFF5E).contains(scalar.value) { return Unicode.Scalar(scalar.value - 0xFEE0) }
        if scalar.properties.isDash { return "-" }
        if scalar.properties.numericType == .decimal, let digit = scalar.properties.numericValue.flatMap({ UInt8(exactly: $0) }) {
            return Unicode.Scalar(48 + digit)
        }
        return scalar
    }

    private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isDefaultIgnorableCodePoint || scalar.properties.generalCategory == .format
    }

    /// ZWNJ, ZWJ, the variants of emoji, and the letters of their flags.
    private static func isJoiner(_ scalar: Unicode.Scalar) -> Bool {
        ["\u{200C}", "\u{200D}", "\u{FE0E}", "\u{FE0F}"].contains(scalar) || (0xE0020...0xE007F).contains(scalar.value)
    }

    private static let fillers: Set<Unicode.Scalar> = ["\u{115F}", "\u{1160}", "\u{2800}", "\u{3164}", "\u{FFA0}"]
}
