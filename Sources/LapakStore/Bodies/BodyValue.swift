import LapakGround

/// A value that is not made of properties.
struct BodyValue: SingleValueDecodingContainer {
    let json: JSON
    let codingPath: [any CodingKey]

    func decodeNil() -> Bool { if case .null = json { true } else { false } }
    func decode<T: Decodable>(_: T.Type) throws -> T { try T(from: BodyDecoder(json, for: T.self, at: codingPath)) }
    func decode(_: Bool.Type) throws -> Bool { try json.bool(at: codingPath) }
    func decode(_: String.Type) throws -> String { try json.string(at: codingPath) }
    func decode(_: Double.Type) throws -> Double { try json.double(at: codingPath) }
    func decode(_: Float.Type) throws -> Float { Float(try json.double(at: codingPath)) }
    func decode(_: Int.Type) throws -> Int { try json.integer(at: codingPath) }
    func decode(_: Int8.Type) throws -> Int8 { try json.integer(at: codingPath) }
    func decode(_: Int16.Type) throws -> Int16 { try json.integer(at: codingPath) }
    func decode(_: Int32.Type) throws -> Int32 { try json.integer(at: codingPath) }
    func decode(_: Int64.Type) throws -> Int64 { try json.integer(at: codingPath) }
    func decode(_: UInt.Type) throws -> UInt { try json.integer(at: codingPath) }
    func decode(_: UInt8.Type) throws -> UInt8 { try json.integer(at: codingPath) }
    func decode(_: UInt16.Type) throws -> UInt16 { try json.integer(at: codingPath) }
    func decode(_: UInt32.Type) throws -> UInt32 { try json.integer(at: codingPath) }
    func decode(_: UInt64.Type) throws -> UInt64 { try json.integer(at: codingPath) }
}
