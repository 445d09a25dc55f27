/// A list inside a body.
struct BodyList: UnkeyedDecodingContainer {
    var base: any UnkeyedDecodingContainer

    var codingPath: [any CodingKey] { base.codingPath }
    var count: Int? { base.count }
    var isAtEnd: Bool { base.isAtEnd }
    var currentIndex: Int { base.currentIndex }
    mutating func decodeNil() throws -> Bool { try base.decodeNil() }
    mutating func decode<T: Decodable>(_: T.Type) throws -> T { try base.decode(Body<T>.self).value }
    mutating func nestedContainer<Key: CodingKey>(keyedBy _: Key.Type) throws -> KeyedDecodingContainer<Key> {
        try superDecoder().container(keyedBy: Key.self)
    }
    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer { BodyList(base: try base.nestedUnkeyedContainer()) }
    mutating func superDecoder() throws -> any Decoder { BodyDecoder(base: try base.superDecoder(), type: BodyList.self) }
}
