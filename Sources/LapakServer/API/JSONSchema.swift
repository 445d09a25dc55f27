import LapakGround

/// A JSON Schema (2020-12, as OpenAPI 3.1 uses it), with the named schemas that it refers to.
struct JSONSchema: Sendable {
    private(set) var json: JSON
    /// By name, for `#/components/schemas`.
    private(set) var parts: [String: JSON] = [:]

    init(_ json: JSON, parts: [String: JSON] = [:]) {
        self.json = json
        self.parts = parts
    }

    static func string(pattern: String? = nil, format: String? = nil, length: ClosedRange<Int>? = nil) -> JSONSchema {
        var members: [(name: String, value: JSON)] = [("type", "string")]
        if let pattern { members.append(("pattern", .string(pattern))) }
        if let format { members.append(("format", .string(format))) }
        if let length { members += [("minLength", JSON(length.lowerBound)), ("maxLength", JSON(length.upperBound))] }
        return JSONSchema(.object(members))
    }

    static func integer(_ bounds: ClosedRange<Int>) -> JSONSchema {
        JSONSchema(["type": "integer", "minimum": JSON(bounds.lowerBound), "maximum": JSON(bounds.upperBound)])
    }

    /// A count: 0 or more.
    static let count = JSONSchema(["type": "integer", "minimum": 0])
    static let number = JSONSchema(["type": "number"])
    static let bool = JSONSchema(["type": "boolean"])
    static let day = string(format: "date")
    static let moment = string(format: "date-time")
    /// A 64-bit identity, written as text because it may be larger than 2^53.
    static let id = string(pattern: "^[0-9]{1,19}$")

    /// One of these words.
    static func words(_ words: [String]) -> JSONSchema { JSONSchema(["type": "string", "enum": .array(words.map(JSON.string))]) }

    static func list(of element: JSONSchema, unique: Bool = false) -> JSONSchema {
        JSONSchema(["type": "array", "items": element.json, "uniqueItems": .bool(unique)], parts: element.parts)
    }

    /// An object that has these members and no others.
    static func object(_ members: [(name: String, schema: JSONSchema)], required: [String]) -> JSONSchema {
        JSONSchema(
            [
                "type": "object", "properties": .object(members.map { ($0.name, $0.schema.json) }),
                "required": .array(required.map(JSON.string)), "additionalProperties": false,
            ], parts: members.reduce(into: [:]) { $0.merge($1.schema.parts) { $1 } })
    }

    /// This, or `null`.
    var orNull: JSONSchema { JSONSchema(["anyOf": [json, ["type": "null"]]], parts: parts) }

    /// With an explanation and an example.
    func with(_ description: String? = nil, example: JSON? = nil) -> JSONSchema {
        guard case .object(var members) = json else { return self }
        if let description { members.append(("description", .string(description))) }
        if let example { members.append(("examples", [example])) }
        return JSONSchema(.object(members), parts: parts)
    }

    /// The same under a name that others refer to.
    func named(_ name: String) -> JSONSchema {
        JSONSchema(["$ref": .string("#/components/schemas/\(name)")], parts: parts.merging([name: json]) { $1 })
    }
}
