import HTTPTypes
import Hummingbird
import LapakDomain
import LapakGround
import LapakWeb
import NIOCore

@testable import LapakServer

/// Someone's program that asks the interface, by the names that its description gives the operations.
struct Client {
    let app: TestApp
    let endpoints: [Endpoint]
    var token: String?

    init(_ app: TestApp) {
        self.app = app
        endpoints = Interface.endpoints(asking: app.app.policy.identity)
    }

    struct Answer {
        let status: Int
        let type: String
        let text: String
        let json: JSON
        let fields: [String: String]

        subscript(name: String) -> String? { if case .string(let text)? = json[name] { text } else { nil } }
    }

    /// Sends one request; `text` is the body as it goes over the wire.
    func ask(
        _ operation: String, _ text: String = "", path: [String: String] = [:], query: String = "", key: String? = nil,
        language: String? = nil,
        known: String? = nil, type: String = "application/json"
    ) async throws -> Answer {
        let endpoint = try require(endpoints.first { $0.name == operation })
        var fields = HTTPFields()
        fields[.contentType] = text.isEmpty ? nil : type
        fields[.authorization] = token.map { "Bearer \($0)" }
        fields[.idempotencyKey] = key
        fields[.acceptLanguage] = language
        fields[.ifNoneMatch] = known
        let address = path.reduce(endpoint.path) { $0.replacing("{\($1.key)}", with: $1.value) } + query
        let body = ByteBuffer(string: text)
        let head = HTTPRequest(method: endpoint.method, scheme: "http", authority: "localhost", path: address, headerFields: fields)
        let call = Call(
            app: app.app, request: Request(head: head, body: RequestBody(buffer: body)),
            parameters: Parameters(path.map { (key: $0.key[...], value: $0.value[...]) }), id: "test", now: app.clock.now, language: .id,
            form: Form(), body: body, cookies: [:])
        let reply = try await endpoint.reply(to: call)
        return Answer(
            status: reply.status.code, type: reply.type, text: reply.body, json: JSON(Array(reply.body.utf8)) ?? .null,
            fields: Dictionary(reply.fields.map { ($0.name.rawName, $0.value) }) { $1 })
    }
}
