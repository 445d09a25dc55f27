/// The name of a person as on the identity card, in one field: many Indonesians have one name.
package struct PersonName: Hashable, Sendable, CustomStringConvertible {
    /// As typed, with single spaces; case, points and titles are kept.
    package let value: String

    /// Collapses blanks, drops signs that nobody sees, and checks what remains.
    ///
    /// Nil unless it has 1-100 characters (Unicode scalars), one of them a letter, and none that breaks text: control characters
    /// (NUL too), or three combining marks in a row.
    package init?(_ typed: String) {
        guard typed.utf8.count <= 2000 else { return nil }
        let words = Typed.line(typed).unicodeScalars.split(separator: " ")
        let scalars = words.joined(separator: [" "])
        guard (1...100).contains(words.reduce(-1) { $0 + $1.count + 1 }), scalars.contains(where: \.properties.isAlphabetic)
        else { return nil }
        var marks = 0
        for scalar in scalars {
            marks = Self.isMark(scalar) ? marks + 1 : 0
            guard marks <= 2, Self.isVisible(scalar) else { return nil }
        }
        var value = String.UnicodeScalarView()
        value.append(contentsOf: scalars)
        self.value = String(value)
    }

    /// `Siti A.`: for pages of the person's own, which others may see for a moment.
    package var short: String {
        let words = value.split(separator: " ")
        return ([String(words[0])] + words.dropFirst().suffix(1).map { "\($0.prefix(1))." }).joined(separator: " ")
    }

    /// `S*** A******`: for screens that others can see.
    package var masked: String {
        value.split(separator: " ").map { $0.prefix(1) + String(repeating: "*", count: $0.count - 1) }.joined(separator: " ")
    }
    package var description: String { masked }

    static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .spacingMark: true
        default: false
        }
    }

    private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned: false
        default: true
        }
    }
}

extension PersonName: Codable {
    /// Reads one string and checks it as if it were typed.
    package init(from decoder: any Decoder) throws {
        let box = try decoder.singleValueContainer()
        guard let found = PersonName(try box.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: box, debugDescription: "not a name")
        }
        self = found
    }
    package func encode(to encoder: any Encoder) throws {
        var box = encoder.singleValueContainer()
        try box.encode(value)
    }
}
