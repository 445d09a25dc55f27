import HTTPTypes
import Hummingbird
import LapakDomain
import LapakGround
import LapakNation
import LapakStore
import Testing

@testable import LapakServer

@Suite("The interface for programs") struct InterfaceTests {
    static let endpoints = Interface.endpoints(asking: IdentityPolicy())
    static let document = OpenAPIDocument(endpoints: endpoints).json

    @Test("the description names exactly the paths that the router knows") func routes() async throws {
        let app = try await TestApp.make()
        let router = Router(context: LapakContext.self)
        Interface.routes(Routes(router: router, app: app.app))
        let known = Set(router.routes.map(\.path.description).filter { $0.contains("/api/") })
        #expect(known == Set(Self.endpoints.map(\.path)))
        #expect(Set(Self.members(Self.document["paths"])) == known)
        try router.validate()
    }

    @Test("every verb has a name of its own, and every reference leads somewhere") func references() throws {
        #expect(Set(Self.endpoints.map(\.name)).count == Self.endpoints.count)
        let text = Self.document.text
        for piece in text.components(of: "\"$ref\":\"#/components/") {
            let words = piece.prefix { $0 != "\"" }.split(separator: "/").map(String.init)
            #expect(words.count == 2 && Self.document["components"]?[words[0]]?[words[1]] != nil, "\(words)")
        }
    }

    @Test("every name in braces is expected by its endpoint", arguments: endpoints.map(\.name)) func parameters(name: String) throws {
        let endpoint = try #require(Self.endpoints.first { $0.name == name })
        let braces = endpoint.path.split(separator: "/").filter { $0.hasPrefix("{") }.map { String($0.dropFirst().dropLast()) }
        #expect(braces == endpoint.expects.filter { $0.place == .path }.map(\.name))
    }

    @Test("a method that a path does not have is answered too, not lost") func methods() async throws {
        let app = try await TestApp.make()
        let router = Router(context: LapakContext.self)
        Interface.routes(Routes(router: router, app: app.app))
        let methods = router.routes.filter { $0.path.description == "/api/v1/claims" }.map(\.method)
        #expect(Set([.get, .post, .put, .delete, .trace]).isSubset(of: methods))
    }

    @Test(
        "what cannot be read is a problem with the right status",
        arguments: [
            ("", "application/json", 422, "slot"), ("{", "application/json", 400, nil), ("[1]", "application/json", 400, nil),
            ("slot=1", "application/x-www-form-urlencoded", 415, nil), (#"{"slot":1}"#, "application/json", 422, "slot"),
            (#"{"slot":"12","slot":"13"}"#, "application/json", 400, nil), (#"{"slot":"12","nik":"1"}"#, "application/json", 422, "nik"),
            (#"{"slot":"12"}"#, "application/json; charset=utf-8", 404, nil), (#"{"queue":"yes"}"#, "application/json", 422, "queue"),
        ])
    func problems(body: String, type: String, status: Int, field: String?) async throws {
        let answer = try await Client(TestApp.make()).ask("beginRegistration", body, type: type)
        #expect(answer.status == status)
        #expect(answer.type == "application/problem+json")
        #expect(answer["field"] == field)
        if case .int(let said)? = answer.json["status"] { #expect(said == status) } else { Issue.record("no status in \(answer.text)") }
    }

    @Test("a problem speaks the language that was asked for") func language() async throws {
        let client = try await Client(TestApp.make())
        #expect(
            try await client.ask("getDraw", path: ["day": "2020-01-01"], language: "en-GB,en;q=0.9")["detail"]?.hasPrefix("This page")
                == true)
        #expect(try await client.ask("getDraw", path: ["day": "2020-01-01"])["detail"]?.hasPrefix("Halaman ini") == true)
    }

    @Test("nobody comes in without a token, or with one that this application did not write", arguments: [nil, "x", "abc.def", "0.0"])
    func doors(token: String?) async throws {
        var client = try await Client(TestApp.make())
        client.token = token
        for name in ["getRegistration", "getClaim", "fileClaim", "cancelClaim"] {
            let answer = try await client.ask(name)
            #expect(answer.status == 401 && answer.fields["WWW-Authenticate"] == "Bearer", "\(name) \(answer.text)")
        }
    }

    @Test("what everyone may have is not sent twice") func shared() async throws {
        let client = try await Client(TestApp.make())
        for name in ["listBranches", "getAvailability", "getFeed", "getSlotsFile", "listDraws"] {
            let answer = try await client.ask(name)
            let tag = try #require(answer.fields["ETag"])
            #expect(answer.status == 200 && !answer.text.isEmpty, "\(name)")
            let again = try await client.ask(name, known: "\"other\", \(tag)")
            #expect(again.status == 304 && again.text.isEmpty && again.fields["ETag"] == tag, "\(name)")
        }
    }

    private static func members(_ json: JSON?) -> [String] { if case .object(let members)? = json { members.map(\.name) } else { [] } }
}

extension String {
    /// What follows each `separator`.
    fileprivate func components(of separator: String) -> [Substring] {
        ranges(of: separator).map { self[$0.upperBound...] }
    }
}
