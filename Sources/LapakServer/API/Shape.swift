import LapakGround

/// One kind of JSON object in an answer: each member once, with its schema and with how it is read from the value, so
/// that the description and the answers cannot drift apart. Every member is always there; what is missing is `null`.
struct Shape<Value>: Sendable {
    struct Member: Sendable {
        let name: String
        let schema: JSONSchema
        let json: @Sendable (Value) -> JSON
    }

    let name: String
    let members: [Member]

    init(_ name: String, _ members: Member...) {
        self.init(name, members)
    }
    init(_ name: String, _ members: [Member]) {
        self.name = name
        self.members = members
    }

    var schema: JSONSchema {
        JSONSchema.object(members.map { ($0.name, $0.schema) }, required: members.map(\.name)).named(name)
    }

    func json(_ value: Value) -> JSON { .object(members.map { ($0.name, $0.json(value)) }) }
    func json(_ value: Value?) -> JSON { value.map { json($0) } ?? .null }
    func json(_ values: some Sequence<Value>) -> JSON { .array(values.map { json($0) }) }
}

extension Shape.Member {
    init(_ name: String, _ schema: JSONSchema, _ json: @escaping @Sendable (Value) -> JSON) {
        self.init(name: name, schema: schema, json: json)
    }
    /// Text.
    init(_ name: String, _ schema: JSONSchema, text: @escaping @Sendable (Value) -> String) {
        self.init(name: name, schema: schema) { .string(text($0)) }
    }
    /// Text, or `null`.
    init(_ name: String, _ schema: JSONSchema, textIfAny text: @escaping @Sendable (Value) -> String?) {
        self.init(name: name, schema: schema.orNull) { JSON(text($0)) }
    }
    /// A whole number.
    init(_ name: String, _ schema: JSONSchema = .count, number: @escaping @Sendable (Value) -> Int) {
        self.init(name: name, schema: schema) { JSON(number($0)) }
    }
    /// Yes or no.
    init(_ name: String, whether: @escaping @Sendable (Value) -> Bool) {
        self.init(name: name, schema: .bool) { .bool(whether($0)) }
    }
}
