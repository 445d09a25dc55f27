import LapakDomain
import LapakGround

/// One thing that a request carries, in its body or address: its name and schema, how its value is read, and what is
/// said when it cannot be.
struct Input<Value: Sendable>: Sendable {
    let name: String
    let schema: JSONSchema
    let fault: Words
    let read: @Sendable (JSON) -> Value?

    init(_ name: String, _ schema: JSONSchema, fault: Words, read: @escaping @Sendable (JSON) -> Value?) {
        self.name = name
        self.schema = schema
        self.fault = fault
        self.read = read
    }

    /// Text that has a meaning. Clients hand on what people typed, so it is read as people see it (`Typed.line`); the pattern
    /// describes that.
    init(_ name: String, _ schema: JSONSchema, fault: Words, text: @escaping @Sendable (String) -> Value?) {
        self.init(name, schema, fault: fault) { if case .string(let value) = $0 { text(Typed.line(value)) } else { nil } }
    }
}

/// Where an endpoint expects an input, and whether it may be missing.
struct Expected: Sendable {
    enum Place: String, Sendable { case path, query, body }
    let name: String
    let place: Place
    let schema: JSONSchema
    let isRequired: Bool

    static func path<V>(_ input: Input<V>) -> Expected {
        Expected(name: input.name, place: .path, schema: input.schema, isRequired: true)
    }
    static func query<V>(_ input: Input<V>) -> Expected {
        Expected(name: input.name, place: .query, schema: input.schema, isRequired: false)
    }
    static func body<V>(_ input: Input<V>) -> Expected {
        Expected(name: input.name, place: .body, schema: input.schema, isRequired: true)
    }
    static func bodyIfAny<V>(_ input: Input<V>) -> Expected {
        Expected(name: input.name, place: .body, schema: input.schema.orNull, isRequired: false)
    }
}
