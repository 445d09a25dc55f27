/// A JSON Schema (2020-12, as OpenAPI 3.1 uses it), with the named schemas that it refers to.
package struct Schema: Sendable {
    package private(set) var json: JSON
    /// By name, for `#/components/schemas`.
    package private(set) var parts: [String: JSON] = [:]

    init(_ json: JSON, parts: [String: JSON] = [:]) {
        self.json = json
        self.parts = parts
    }

    static func string(pattern: String? = nil, format: String? = nil, length: ClosedRange<Int>? = nil) -> Schema {
        var members: [(name: String, value: JSON)] = [("type", "string")]
        if let pattern { members.append(("pattern", .string(pattern))) }
        if let format { members.append(("format", .string(format))) }
        if let length { members += [("minLength", JSON(length.lowerBound)), ("maxLength", JSON(length.upperBound))] }
        return Schema(.object(members))
    }

    static func integer(_ bounds: ClosedRange<Int>) -> Schema {
        Schema(["type": "integer", "minimum": JSON(bounds.lowerBound), "maximum": JSON(bounds.upperBound)])
    }

    /// A count: 0 or more.
    static let count = Schema(["type": "integer", "minimum": 0])
    static let number = Schema(["type": "number"])
    static let bool = Schema(["type": "boolean"])
    static let day = string(format: "date")
    static let moment = string(format: "date-time")
    /// A 64-bit identity, written as text because it may be larger than 2^53.
    static let id = string(pattern: "^[0-9]{1,19}$")

    /// One of these words.
    static func words(_ words: [String]) -> Schema { Schema(["type": "string", "enum": .array(words.map(JSON.string))]) }

    static func list(of element: Schema, unique: Bool = false) -> Schema {
        Schema(["type": "array", "items": element.json, "uniqueItems": .bool(unique)], parts: element.parts)
    }

    /// An object that has these members and no others.
    static func object(_ members: [(name: String, schema: Schema)], required: [String]) -> Schema {
        Schema(
            [
                "type": "object", "properties": .object(members.map { ($0.name, $0.schema.json) }),
                "required": .array(required.map(JSON.string)), "additionalProperties": false,
            ], parts: members.reduce(into: [:]) { $0.merge($1.schema.parts) { $1 } })
    }

    /// This, or `null`.
    var orNull: Schema { Schema(["anyOf": [json, ["type": "null"]]], parts: parts) }

    /// With an explanation and an example.
    func with(_ description: String? = nil, example: JSON? = nil) -> Schema {
        guard case .object(var members) = json else { return self }
        if let description { members.append(("description", .string(description))) }
        if let example { members.append(("examples", [example])) }
        return Schema(.object(members), parts: parts)
    }

    /// The same under a name that others refer to.
    func named(_ name: String) -> Schema {
        Schema(["$ref": .string("#/components/schemas/\(name)")], parts: parts.merging([name: json]) { $1 })
    }
}
