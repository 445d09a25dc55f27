import HTTPTypes
import Hummingbird
import LapakDomain
import LapakGround
import LapakStore
import LapakWeb

/// What a request asks of an endpoint: its inputs by name, its bearer token, and its idempotency key.
struct Asked: Sendable {
    let call: Call
    private let sent: [String: JSON]
    private let bearer: String?
    private let hasKey: Bool

    /// Reads what the endpoint expects. Refuses a body that is no JSON object, members it does not know, an address
    /// that names something twice, and an idempotency key that could be anybody's.
    init(_ call: Call, endpoint: Endpoint) throws {
        self.call = call
        bearer = Asked.bearer(call)
        if endpoint.access != .open, bearer == nil { throw endpoint.access == .visit ? Refusal.notYours : .registrationGone }
        var sent = try endpoint.body.isEmpty ? [:] : Asked.body(call, endpoint.body)
        for expected in endpoint.expects where expected.place == .path { sent[expected.name] = JSON(call.parameters.get(expected.name)) }
        for expected in endpoint.expects where expected.place == .query {
            let values = call.request.uri.queryParameters[values: expected.name[...]]
            if values.count > 1 { throw Refusal.invalid(field: expected.name, Words("Tulis satu kali saja.", "Write it only once.")) }
            if let value = values.first { sent[expected.name] = .string(String(value)) }
        }
        self.sent = sent
        hasKey = endpoint.changes && call.request.headers[.idempotencyKey] != nil
        if hasKey { try Asked.checkKey(call) }
    }

    /// What was sent for an input. Refuses when it is missing or cannot be read.
    subscript<Value>(_ input: Input<Value>) -> Value {
        get throws {
            guard let value = sent[input.name].flatMap(input.read) else { throw Refusal.invalid(field: input.name, input.fault) }
            return value
        }
    }

    /// The same where it may be missing, or `null`.
    func ifAny<Value>(_ input: Input<Value>) throws -> Value? {
        switch sent[input.name] {
        case nil, .null: nil
        default: try self[input]
        }
    }

    /// The bearer token as the key of a registration. Refuses one that this application did not write.
    var registration: Key<Registration> {
        get throws {
            guard let key = bearer.flatMap({ Key<Registration>($0) }) else { throw Refusal.registrationGone }
            return key
        }
    }

    /// The bearer token as the key of a visit.
    var visit: Key<ReturnVisit> {
        get throws {
            guard let key = bearer.flatMap({ Key<ReturnVisit>($0) }) else { throw Refusal.notYours }
            return key
        }
    }

    /// What makes this request one change however often it comes. The scope holds the token's hash: nobody gets the
    /// answer that was meant for another. Nil when the client made no key.
    func once(_ scope: String) -> RequestKey? { hasKey ? call.requestKey("api/\(scope)") : nil }
    func once<Noun>(_ pass: Pass<Noun>) -> RequestKey? { once(pass.hash) }

    private static func bearer(_ call: Call) -> String? {
        let parts = call.request.headers[.authorization]?.split(separator: " ", maxSplits: 1)
        guard let parts, parts.count == 2, parts[0].lowercased() == "bearer" else { return nil }
        return String(parts[1])
    }

    private static func body(_ call: Call, _ expected: [Expected]) throws -> [String: JSON] {
        guard call.body.readableBytes > 0 else { return [:] }
        let type = call.request.headers[.contentType]?.prefix { $0 != ";" && $0 != " " }.lowercased()
        guard type == "application/json" else { throw UnreadableRequest.otherType }
        guard case .object(let members)? = JSON(Array(call.body.readableBytesView)) else { throw UnreadableRequest.notJSON }
        for member in members where !expected.contains(where: { $0.name == member.name }) {
            throw Refusal.invalid(
                field: String(member.name.prefix(64)), Words("Isian ini tidak dikenal di sini.", "This member is not known here."))
        }
        return Dictionary(uniqueKeysWithValues: members.map { ($0.name, $0.value) })
    }

    /// A key that others could think of would give one client's answer to another.
    private static func checkKey(_ call: Call) throws(Refusal) {
        let key = call.request.headers[.idempotencyKey] ?? ""
        guard (16...128).contains(key.utf8.count), key.utf8.allSatisfy({ (33...126).contains($0) }) else {
            throw .invalid(
                field: "Idempotency-Key",
                Words(
                    "Kunci permintaan terdiri dari 16 sampai 128 tanda tanpa spasi, sebaiknya UUID.",
                    "The request's key has 16 to 128 signs without blanks, best a UUID."))
        }
    }
}
