/// Cuts markup into tags and text.
struct MarkupReader {
    enum Token {
        case start(String, [(name: String, value: String)], isClosed: Bool)
        case end(String)
        case text(String)
    }

    private let bytes: [UInt8]
    private var at = 0
    /// The element whose content is no markup, while one is open.
    private var raw: String?

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func next() -> Token? {
        guard at < bytes.count else { return nil }
        if let name = raw {
            raw = nil
            let end = Array("</\(name)".utf8)
            let from = at
            while at < bytes.count, !bytes[at...].starts(with: end) { at += 1 }
            if at > from { return .text(String(decoding: bytes[from..<at], as: UTF8.self)) }
        }
        guard bytes[at] == UInt8(ascii: "<") else {
            let from = at
            while at < bytes.count, bytes[at] != UInt8(ascii: "<") { at += 1 }
            return .text(Self.decoded(bytes[from..<at]))
        }
        at += 1
        if at < bytes.count, bytes[at] == UInt8(ascii: "!") {
            while at < bytes.count, bytes[at] != UInt8(ascii: ">") { at += 1 }
            at += 1
            return .text("")
        }
        if at < bytes.count, bytes[at] == UInt8(ascii: "/") {
            at += 1
            let name = word()
            while at < bytes.count, bytes[at] != UInt8(ascii: ">") { at += 1 }
            at += 1
            return .end(name)
        }
        return start()
    }

    private mutating func start() -> Token {
        let name = word()
        var attributes: [(name: String, value: String)] = []
        var isClosed = false
        while at < bytes.count, bytes[at] != UInt8(ascii: ">") {
            if isBlank(bytes[at]) || bytes[at] == UInt8(ascii: "/") {
                isClosed = bytes[at] == UInt8(ascii: "/")
                at += 1
                continue
            }
            attributes.append(attribute())
        }
        at += 1
        if Markup.raw.contains(name), !isClosed { raw = name }
        return .start(name, attributes, isClosed: isClosed)
    }

    private mutating func attribute() -> (name: String, value: String) {
        let name = word()
        guard at < bytes.count, bytes[at] == UInt8(ascii: "=") else {
            // Whatever it is, the reader goes on.
            if name.isEmpty { at += 1 }
            return (name, "")
        }
        at += 1
        guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") else {
            let from = at
            while at < bytes.count, !isBlank(bytes[at]), bytes[at] != UInt8(ascii: ">") { at += 1 }
            return (name, Self.decoded(bytes[from..<at]))
        }
        at += 1
        let from = at
        while at < bytes.count, bytes[at] != UInt8(ascii: "\"") { at += 1 }
        let value = Self.decoded(bytes[from..<min(at, bytes.count)])
        at += 1
        return (name, value)
    }

    private mutating func word() -> String {
        let from = at
        while at < bytes.count, !isBlank(bytes[at]), !Array(">=/".utf8).contains(bytes[at]) { at += 1 }
        return String(decoding: bytes[from..<at], as: UTF8.self)
    }

    private func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte == 10 || byte == 9 || byte == 13 }

    private static func decoded(_ bytes: ArraySlice<UInt8>) -> String {
        let text = String(decoding: bytes, as: UTF8.self)
        guard bytes.contains(UInt8(ascii: "&")) else { return text }
        return [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&nbsp;", "\u{a0}"), ("&amp;", "&")]
            .reduce(text) { $0.replacing($1.0, with: $1.1) }
    }
}
