import LapakDomain

/// Reads a stored body by the rule of `StoredBody`, on top of the library's own decoder.
struct BodyDecoder: Decoder {
    let base: any Decoder
    /// Whose properties are read here.
    let type: any Any.Type

    var codingPath: [any CodingKey] { base.codingPath }
    var userInfo: [CodingUserInfoKey: Any] { base.userInfo }

    func container<Key: CodingKey>(keyedBy _: Key.Type) throws -> KeyedDecodingContainer<Key> {
        KeyedDecodingContainer(try BodyProperties(try base.container(keyedBy: PropertyName.self), of: type))
    }
    func unkeyedContainer() throws -> any UnkeyedDecodingContainer { BodyList(base: try base.unkeyedContainer()) }
    func singleValueContainer() throws -> any SingleValueDecodingContainer { BodyValue(base: try base.singleValueContainer()) }
}

/// A value inside a body: whatever is in it follows the rule, too.
struct Body<Value: Decodable>: Decodable {
    let value: Value
    init(from decoder: any Decoder) throws { value = try Value(from: BodyDecoder(base: decoder, type: Value.self)) }
}

/// The name of a property as it stands in the JSON, known or not.
struct PropertyName: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init(_ key: some CodingKey) { stringValue = key.stringValue }
    init?(intValue _: Int) { nil }
}

/// The properties of one value. Refuses those that its type does not know; gives the absent ones the value that they mean.
struct BodyProperties<Key: CodingKey>: KeyedDecodingContainerProtocol {
    private let base: KeyedDecodingContainer<PropertyName>
    private let type: any Any.Type
    /// `case.` where these are the values of an enumeration's case.
    private let prefix: String

    init(_ base: KeyedDecodingContainer<PropertyName>, of type: any Any.Type, in prefix: String = "") throws {
        (self.base, self.type, self.prefix) = (base, type, prefix)
        for name in base.allKeys where Key(stringValue: name.stringValue) == nil {
            if (type as? any StoredBody.Type)?.former.contains(prefix + name.stringValue) == true { continue }
            throw DecodingError.dataCorrupted(
                .init(codingPath: base.codingPath, debugDescription: "\(type) has no \(prefix)\(name.stringValue) in this release"))
        }
    }

    var codingPath: [any CodingKey] { base.codingPath }
    var allKeys: [Key] { base.allKeys.compactMap { Key(stringValue: $0.stringValue) } }
    func contains(_ key: Key) -> Bool { base.contains(PropertyName(key)) }
    func decodeNil(forKey key: Key) throws -> Bool { try base.decodeNil(forKey: PropertyName(key)) }

    func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { try absent(key) ?? base.decode(type, forKey: PropertyName(key)) }
    func decode(_ type: Int.Type, forKey key: Key) throws -> Int { try absent(key) ?? base.decode(type, forKey: PropertyName(key)) }
    func decode(_ type: Int64.Type, forKey key: Key) throws -> Int64 { try absent(key) ?? base.decode(type, forKey: PropertyName(key)) }
    func decode(_ type: String.Type, forKey key: Key) throws -> String { try absent(key) ?? base.decode(type, forKey: PropertyName(key)) }
    func decode<T: Decodable>(_: T.Type, forKey key: Key) throws -> T {
        try absent(key) ?? base.decode(Body<T>.self, forKey: PropertyName(key)).value
    }

    private func absent<T>(_ key: Key) -> T? {
        if contains(key) { return nil }
        return (type as? any StoredBody.Type)?.absent[prefix + key.stringValue] as? T
    }

    func nestedContainer<Nested: CodingKey>(keyedBy _: Nested.Type, forKey key: Key) throws -> KeyedDecodingContainer<Nested> {
        let nested = try base.nestedContainer(keyedBy: PropertyName.self, forKey: PropertyName(key))
        return KeyedDecodingContainer(try BodyProperties<Nested>(nested, of: type, in: "\(prefix)\(key.stringValue)."))
    }
    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        BodyList(base: try base.nestedUnkeyedContainer(forKey: PropertyName(key)))
    }
    func superDecoder() throws -> any Decoder { BodyDecoder(base: try base.superDecoder(), type: type) }
    func superDecoder(forKey key: Key) throws -> any Decoder {
        BodyDecoder(base: try base.superDecoder(forKey: PropertyName(key)), type: type)
    }
}
