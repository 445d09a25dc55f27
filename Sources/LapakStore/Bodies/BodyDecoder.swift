import LapakDomain
import LapakGround

/// Reads a stored body by the rule of `StoredBody`.
struct BodyDecoder: Decoder {
    let json: JSON
    /// Whose properties are read here.
    let type: any Any.Type
    let codingPath: [any CodingKey]
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    init(_ json: JSON, for type: any Any.Type, at codingPath: [any CodingKey] = []) {
        (self.json, self.type, self.codingPath) = (json, type, codingPath)
    }

    func container<Key: CodingKey>(keyedBy _: Key.Type) throws -> KeyedDecodingContainer<Key> {
        KeyedDecodingContainer(try BodyProperties(json, of: type, at: codingPath))
    }
    func unkeyedContainer() throws -> any UnkeyedDecodingContainer { try BodyList(json, at: codingPath) }
    func singleValueContainer() -> any SingleValueDecodingContainer { BodyValue(json: json, codingPath: codingPath) }
}

extension JSON {
    /// The value as a number, text or truth. Throws `typeMismatch` for anything else.
    func bool(at path: @autoclosure () -> [any CodingKey]) throws -> Bool {
        guard case .bool(let value) = self else { throw mismatch(Bool.self, at: path()) }
        return value
    }
    func string(at path: @autoclosure () -> [any CodingKey]) throws -> String {
        guard case .string(let value) = self else { throw mismatch(String.self, at: path()) }
        return value
    }
    func double(at path: @autoclosure () -> [any CodingKey]) throws -> Double {
        switch self {
        case .int(let value): return Double(value)
        case .number(let value): return value
        default: throw mismatch(Double.self, at: path())
        }
    }
    /// Refuses, too, what the type has no room for.
    func integer<Value: FixedWidthInteger>(at path: @autoclosure () -> [any CodingKey]) throws -> Value {
        switch self {
        case .int(let value):
            if let value = Value(exactly: value) { return value }
        case .number(let value):
            if let value = Value(exactly: value) { return value }
        default: throw mismatch(Value.self, at: path())
        }
        throw DecodingError.dataCorrupted(.init(codingPath: path(), debugDescription: "\(text) is no \(Value.self)"))
    }
    func mismatch(_ type: any Any.Type, at path: [any CodingKey]) -> DecodingError {
        DecodingError.typeMismatch(type, .init(codingPath: path, debugDescription: "\(type) was expected"))
    }
}

/// The properties of one value. Refuses those that its type does not know; gives the absent ones the value that they mean.
struct BodyProperties<Key: CodingKey>: KeyedDecodingContainerProtocol {
    private let members: [(name: String, value: JSON)]
    private let type: any Any.Type
    let codingPath: [any CodingKey]
    /// `case.` where these are the values of an enumeration's case.
    private let prefix: String

    init(_ json: JSON, of type: any Any.Type, at codingPath: [any CodingKey], in prefix: String = "") throws {
        guard case .object(let members) = json else { throw json.mismatch([String: JSON].self, at: codingPath) }
        (self.members, self.type, self.codingPath, self.prefix) = (members, type, codingPath, prefix)
        for (name, _) in members where Key(stringValue: name) == nil {
            if (type as? any StoredBody.Type)?.former.contains(prefix + name) == true { continue }
            throw DecodingError.dataCorrupted(
                .init(codingPath: codingPath, debugDescription: "\(type) has no \(prefix)\(name) in this release"))
        }
    }

    var allKeys: [Key] { members.compactMap { Key(stringValue: $0.name) } }
    func contains(_ key: Key) -> Bool { value(key) != nil }
    func decodeNil(forKey key: Key) throws -> Bool { if case .null = try present(key) { true } else { false } }

    func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { try absent(key) ?? present(key).bool(at: codingPath + [key]) }
    func decode(_ type: Int.Type, forKey key: Key) throws -> Int { try absent(key) ?? present(key).integer(at: codingPath + [key]) }
    func decode(_ type: Int64.Type, forKey key: Key) throws -> Int64 { try absent(key) ?? present(key).integer(at: codingPath + [key]) }
    func decode(_ type: String.Type, forKey key: Key) throws -> String { try absent(key) ?? present(key).string(at: codingPath + [key]) }
    func decode<T: Decodable>(_: T.Type, forKey key: Key) throws -> T {
        try absent(key) ?? T(from: BodyDecoder(present(key), for: T.self, at: codingPath + [key]))
    }

    private func value(_ key: Key) -> JSON? {
        let name = key.stringValue
        return members.first { $0.name == name }?.value
    }

    private func present(_ key: Key) throws -> JSON {
        guard let value = value(key) else {
            throw DecodingError.keyNotFound(key, .init(codingPath: codingPath, debugDescription: "no \(key.stringValue)"))
        }
        return value
    }

    private func absent<T>(_ key: Key) -> T? {
        if contains(key) { return nil }
        return (type as? any StoredBody.Type)?.absent[prefix + key.stringValue] as? T
    }

    func nestedContainer<Nested: CodingKey>(keyedBy _: Nested.Type, forKey key: Key) throws -> KeyedDecodingContainer<Nested> {
        let nested = try BodyProperties<Nested>(
            present(key), of: type, at: codingPath + [key], in: "\(prefix)\(key.stringValue).")
        return KeyedDecodingContainer(nested)
    }
    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        try BodyList(present(key), at: codingPath + [key])
    }
    func superDecoder() throws -> any Decoder {
        throw DecodingError.dataCorrupted(.init(codingPath: codingPath, debugDescription: "bodies have no superclasses"))
    }
    func superDecoder(forKey key: Key) throws -> any Decoder { BodyDecoder(try present(key), for: type, at: codingPath + [key]) }
}
