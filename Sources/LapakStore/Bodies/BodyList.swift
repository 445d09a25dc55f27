import LapakGround

/// A list inside a body.
struct BodyList: UnkeyedDecodingContainer {
    private let values: [JSON]
    let codingPath: [any CodingKey]
    private(set) var currentIndex = 0

    init(_ json: JSON, at codingPath: [any CodingKey]) throws {
        guard case .array(let values) = json else { throw json.mismatch([JSON].self, at: codingPath) }
        (self.values, self.codingPath) = (values, codingPath)
    }

    var count: Int? { values.count }
    var isAtEnd: Bool { currentIndex == values.count }

    mutating func decodeNil() throws -> Bool {
        guard case .null = try current else { return false }
        currentIndex += 1
        return true
    }
    mutating func decode<T: Decodable>(_: T.Type) throws -> T {
        let value = try T(from: BodyDecoder(current, for: T.self, at: codingPath))
        currentIndex += 1
        return value
    }
    mutating func nestedContainer<Key: CodingKey>(keyedBy _: Key.Type) throws -> KeyedDecodingContainer<Key> {
        try superDecoder().container(keyedBy: Key.self)
    }
    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer { try superDecoder().unkeyedContainer() }
    mutating func superDecoder() throws -> any Decoder {
        let decoder = BodyDecoder(try current, for: BodyList.self, at: codingPath)
        currentIndex += 1
        return decoder
    }

    private var current: JSON {
        get throws {
            guard !isAtEnd else {
                throw DecodingError.valueNotFound(JSON.self, .init(codingPath: codingPath, debugDescription: "the list is shorter"))
            }
            return values[currentIndex]
        }
    }
}
