/// Gathers the properties of a stored body, and those of the values in it.
struct BodyEncoder: Encoder {
    /// What the value becomes.
    let node: BodyNode
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy _: Key.Type) -> KeyedEncodingContainer<Key> {
        node.become(.object)
        return KeyedEncodingContainer(BodyMembers<Key>(node: node))
    }
    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        node.become(.array)
        return BodyElements(node: node)
    }
    func singleValueContainer() -> any SingleValueEncodingContainer { BodySingle(node: node) }
}

/// A value of a body on its way to JSON.
final class BodyNode {
    enum Kind { case null, word, text, object, array }
    private(set) var kind = Kind.null
    /// A number or truth as it is written, or a text as it is.
    private(set) var word = ""
    private(set) var names: [String] = []
    private(set) var nodes: [BodyNode] = []

    func become(_ kind: Kind, _ word: String = "") {
        self.kind = kind
        if kind == .word || kind == .text { self.word = word }
    }

    /// The member of this name, made at its first use.
    func member(_ name: String) -> BodyNode {
        if let index = names.firstIndex(of: name) { return nodes[index] }
        names.append(name)
        return element()
    }

    func element() -> BodyNode {
        let node = BodyNode()
        nodes.append(node)
        return node
    }

    /// On one line, without blanks, members in the order of their names.
    func write(into bytes: inout [UInt8]) {
        switch kind {
        case .null: bytes += "null".utf8
        case .word: bytes += word.utf8
        case .text: BodyNode.write(word, into: &bytes)
        case .array:
            bytes.append(UInt8(ascii: "["))
            for (index, node) in nodes.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                node.write(into: &bytes)
            }
            bytes.append(UInt8(ascii: "]"))
        case .object:
            bytes.append(UInt8(ascii: "{"))
            for (place, index) in names.indices.sorted(by: { names[$0] < names[$1] }).enumerated() {
                if place > 0 { bytes.append(UInt8(ascii: ",")) }
                BodyNode.write(names[index], into: &bytes)
                bytes.append(UInt8(ascii: ":"))
                nodes[index].write(into: &bytes)
            }
            bytes.append(UInt8(ascii: "}"))
        }
    }

    private static func write(_ text: String, into bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
            case 8: bytes += "\\b".utf8
            case 9: bytes += "\\t".utf8
            case 10: bytes += "\\n".utf8
            case 12: bytes += "\\f".utf8
            case 13: bytes += "\\r".utf8
            case ..<32: bytes += "\\u00\(byte < 16 ? "0" : "")\(String(byte, radix: 16))".utf8
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}

/// The properties of one value.
private struct BodyMembers<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let node: BodyNode
    var codingPath: [any CodingKey] { [] }

    func encodeNil(forKey key: Key) { node.member(key.stringValue).become(.null) }
    func encode(_ value: Bool, forKey key: Key) { node.member(key.stringValue).become(.word, value ? "true" : "false") }
    func encode(_ value: String, forKey key: Key) { node.member(key.stringValue).become(.text, value) }
    func encode(_ value: Int, forKey key: Key) { node.member(key.stringValue).become(.word, String(value)) }
    func encode(_ value: Int64, forKey key: Key) { node.member(key.stringValue).become(.word, String(value)) }
    func encode(_ value: some Encodable, forKey key: Key) throws {
        try value.encode(to: BodyEncoder(node: node.member(key.stringValue)))
    }

    func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type, forKey key: Key) -> KeyedEncodingContainer<Nested> {
        BodyEncoder(node: node.member(key.stringValue)).container(keyedBy: type)
    }
    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        BodyEncoder(node: node.member(key.stringValue)).unkeyedContainer()
    }
    func superEncoder() -> any Encoder { BodyEncoder(node: node.member("super")) }
    func superEncoder(forKey key: Key) -> any Encoder { BodyEncoder(node: node.member(key.stringValue)) }
}

/// A list inside a body.
private struct BodyElements: UnkeyedEncodingContainer {
    let node: BodyNode
    var codingPath: [any CodingKey] { [] }
    var count: Int { node.nodes.count }

    func encodeNil() { node.element().become(.null) }
    func encode(_ value: some Encodable) throws { try value.encode(to: BodyEncoder(node: node.element())) }
    func nestedContainer<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        BodyEncoder(node: node.element()).container(keyedBy: type)
    }
    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { BodyEncoder(node: node.element()).unkeyedContainer() }
    func superEncoder() -> any Encoder { BodyEncoder(node: node.element()) }
}

/// A value that is not made of properties.
private struct BodySingle: SingleValueEncodingContainer {
    let node: BodyNode
    var codingPath: [any CodingKey] { [] }

    func encodeNil() { node.become(.null) }
    func encode(_ value: Bool) { node.become(.word, value ? "true" : "false") }
    func encode(_ value: String) { node.become(.text, value) }
    func encode(_ value: Double) { number(value) }
    func encode(_ value: Float) { number(Double(value)) }
    func encode(_ value: Int) { node.become(.word, String(value)) }
    func encode(_ value: Int8) { node.become(.word, String(value)) }
    func encode(_ value: Int16) { node.become(.word, String(value)) }
    func encode(_ value: Int32) { node.become(.word, String(value)) }
    func encode(_ value: Int64) { node.become(.word, String(value)) }
    func encode(_ value: UInt) { node.become(.word, String(value)) }
    func encode(_ value: UInt8) { node.become(.word, String(value)) }
    func encode(_ value: UInt16) { node.become(.word, String(value)) }
    func encode(_ value: UInt32) { node.become(.word, String(value)) }
    func encode(_ value: UInt64) { node.become(.word, String(value)) }
    func encode(_ value: some Encodable) throws { try value.encode(to: BodyEncoder(node: node)) }

    /// Whole numbers without a fraction.
    private func number(_ value: Double) {
        let text = String(value)
        node.become(.word, text.hasSuffix(".0") ? String(text.dropLast(2)) : text)
    }
}
