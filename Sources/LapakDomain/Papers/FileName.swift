/// A file's name on someone's device, made harmless: for showing, never a path and never believed.
package struct FileName: Hashable, Codable, Sendable, CustomStringConvertible {
    /// 1-120 characters (Unicode scalars), one line.
    package let value: String
    package static let longest = 120

    /// The last part of a path; control, invisible and direction signs are taken out, runs of spaces become one. What is
    /// left of nothing is `berkas`.
    package init(_ typed: String) {
        let last = typed.unicodeScalars.prefix(4096).split { $0 == "/" || $0 == "\\" }.last ?? []
        var scalars: [Unicode.Scalar] = []
        for scalar in last {
            let isSpace = scalar.properties.isWhitespace
            if isSpace ? scalars.isEmpty || scalars.last == " " : !Self.isShown(scalar) { continue }
            scalars.append(isSpace ? " " : scalar)
        }
        var name = Array(scalars.drop { $0 == "." || $0 == " " }.prefix(Self.longest))
        while name.last == " " { name.removeLast() }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: name)
        value = name.isEmpty ? "berkas" : String(text)
    }

    package var description: String { value }

    private static func isShown(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: false
        default: !"\"<>|:*?".unicodeScalars.contains(scalar)
        }
    }
}
