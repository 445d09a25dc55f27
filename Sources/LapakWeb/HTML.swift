/// Markup that is safe to send: what stands in the source is markup, what is interpolated is text.
///
/// Every interpolated value is escaped byte by byte (not by `Character`: a quote with a combining accent is one
/// `Character` and would slip through). Markup goes in only as `HTML`, an address only by `url:`.
package struct HTML: Sendable, Hashable, ExpressibleByStringInterpolation {
    package private(set) var text: String

    package init(stringLiteral value: String) { text = value }
    package init(stringInterpolation: StringInterpolation) { text = stringInterpolation.text }
    /// Markup from a source that is ours: never from people.
    package init(raw text: String) { self.text = text }

    package static let empty: HTML = ""
    package static func + (a: HTML, b: HTML) -> HTML { HTML(raw: a.text + b.text) }

    package struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var text: String

        package init(literalCapacity: Int, interpolationCount: Int) {
            text = ""
            text.reserveCapacity(literalCapacity + interpolationCount * 24)
        }
        package mutating func appendLiteral(_ literal: String) { text += literal }
        package mutating func appendInterpolation(_ value: String) { HTML.escape(value, into: &text) }
        package mutating func appendInterpolation(_ value: Substring) { HTML.escape(String(value), into: &text) }
        package mutating func appendInterpolation(_ value: Int) { text += String(value) }
        package mutating func appendInterpolation(_ value: Int64) { text += String(value) }
        package mutating func appendInterpolation(_ value: HTML) { text += value.text }
        package mutating func appendInterpolation(_ value: HTML?) { if let value { text += value.text } }
        package mutating func appendInterpolation(_ values: [HTML]) { for value in values { text += value.text } }
        /// An address for `href` or `action`: a path of our own, or `https:`, `mailto:` and `tel:`. Anything else becomes `#`.
        package mutating func appendInterpolation(url value: String) {
            let own = value.hasPrefix("/") && !value.hasPrefix("//") && !value.hasPrefix("/\\")
            let known = ["https://", "http://", "mailto:", "tel:", "?", "#"].contains { value.hasPrefix($0) }
            HTML.escape(own || known ? value : "#", into: &text)
        }
        /// An attribute that is there or not: `\(attribute: "checked", when: chosen)`.
        package mutating func appendInterpolation(attribute name: StaticString, when present: Bool) {
            if present { text += " \(name)" }
        }
    }

    private static func escape(_ value: String, into text: inout String) {
        var plain = true
        for byte in value.utf8 where escapes(byte) != nil || byte == 0 { plain = false; break }
        if plain { text += value; return }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(value.utf8.count + 16)
        for byte in value.utf8 {
            if let escaped = escapes(byte) { bytes += Array(escaped.utf8) } else if byte != 0 { bytes.append(byte) }
        }
        text += String(decoding: bytes, as: UTF8.self)
    }

    private static func escapes(_ byte: UInt8) -> String? {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        default: nil
        }
    }
}

extension Sequence {
    /// One piece of markup per element.
    package func html(_ piece: (Element) throws -> HTML) rethrows -> [HTML] { try map(piece) }
}

/// Markup that is there only under a condition.
package func when(_ condition: Bool, _ content: @autoclosure () -> HTML) -> HTML { condition ? content() : .empty }
