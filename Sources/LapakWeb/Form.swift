import LapakDomain

/// What a form sent: names with one or more values, as people typed them.
package struct Form: Sendable {
    private var fields: [String: [String]] = [:]

    package init() {}

    /// Reads `application/x-www-form-urlencoded`. Refuses nothing: what cannot be read is left out, and values
    /// lose NUL and other control signs except line ends.
    package init(_ body: some Sequence<UInt8>) {
        for pair in Array(body).split(separator: UInt8(ascii: "&")).prefix(200) {
            let halves = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            let name = Form.decoded(halves[0])
            fields[name, default: []].append(halves.count > 1 ? Form.decoded(halves[1]) : "")
        }
    }

    /// The first value as one line, as the person sees it (`Typed.line`); empty when there is none.
    package subscript(name: String) -> String { Typed.line(fields[name]?.first ?? "") }

    /// The first value as free text of several lines, without surrounding blanks (`Typed.text`); empty when there is none.
    package func text(_ name: String) -> String { Form.trimmed(Typed.text(fields[name]?.first ?? "")) }

    /// The first value sign by sign, only without surrounding blanks: what is compared with a secret that was typed the same way.
    package func secret(_ name: String) -> String { Form.trimmed(fields[name]?.first ?? "") }

    package func all(_ name: String) -> [String] { fields[name] ?? [] }
    /// Everything but the request's own key, in a fixed order: what an idempotency key stands for.
    package var content: String {
        fields.filter { $0.key != "kunci" }.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value.joined(separator: "\u{1f}"))" }
            .joined(separator: "\u{1e}")
    }

    private static func trimmed(_ value: String) -> String {
        let trimmed = value.drop { $0 == " " || $0 == "\t" || $0.isNewline }
        return String(trimmed.reversed().drop { $0 == " " || $0 == "\t" || $0.isNewline }.reversed())
    }

    private static func decoded(_ bytes: ArraySlice<UInt8>) -> String {
        var out: [UInt8] = []
        var index = bytes.startIndex
        while index < bytes.endIndex {
            var byte = bytes[index]
            if byte == UInt8(ascii: "+") {
                byte = 32
            } else if byte == UInt8(ascii: "%"), index + 2 < bytes.endIndex,
                let value = UInt8(String(decoding: bytes[index + 1...index + 2], as: UTF8.self), radix: 16)
            {
                byte = value
                index += 2
            }
            if byte >= 32 && byte != 127 || byte == 10 || byte == 13 { out.append(byte) }
            index += 1
        }
        return String(decoding: out, as: UTF8.self)
    }
}
