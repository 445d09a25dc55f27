import LapakDomain
import LapakGround
import LapakNation
import LapakStore
import Testing

@testable import LapakServer

@Suite("A claim filed by a program") struct InterfaceStoryTests {
    static let key = "8e03978e-40d5-43dd-bc93-6894a57f9324"

    @Test("one key is one registration: the same answer, and other content is refused") func once() async throws {
        let app = try await TestApp.make()
        let client = Client(app)
        let slots = app.app.availability.openings.prefix(2).map { "{\"slot\":\"\($0.slot.rawValue)\"}" }
        let first = try await client.ask("beginRegistration", slots[0], key: Self.key)
        let second = try await client.ask("beginRegistration", slots[0], key: Self.key)
        #expect(first.status == 201 && first.text == second.text)
        #expect(try await app.app.store.read { try $0.query("SELECT count(*) FROM registration", [])[0].int(0) } == 1)
        let other = try await client.ask("beginRegistration", slots[1], key: Self.key)
        #expect(other.status == 422 && other["code"] == "key_reused")
    }

    @Test("a key that others could think of is refused") func weakKey() async throws {
        let answer = try await Client(TestApp.make()).ask("beginRegistration", #"{"queue":true}"#, key: "1")
        #expect(answer.status == 422 && answer["field"] == "Idempotency-Key")
    }

    @Test("from the choice of a slot to the claim, twice over the same key, is one appointment") func filing() async throws {
        let app = try await TestApp.make()
        var client = Client(app)
        let slot = try #require(app.app.availability.openings.first)
        let begun = try await client.ask("beginRegistration", "{\"slot\":\"\(slot.slot.rawValue)\"}")
        client.token = begun["token"]
        try await introduce(Cast(on: Zone.wib.day(of: TestApp.moment)).siti, client, app)
        let reason = try await client.ask("giveReason", #"{"reason":"resignation"}"#)
        #expect(reason["step"] == "check", "\(reason.text)")

        let first = try await client.ask("fileClaim", key: Self.key)
        let second = try await client.ask("fileClaim", key: Self.key)
        #expect(first.status == 201 && first.text == second.text)
        #expect(try await client.ask("fileClaim")["number"] == first["number"])
        let branch = try #require(app.app.nation[slot.branch])
        #expect(first.json["appointment"]?["start"].map(Self.text) == slot.start.iso(in: branch.zone))
        #expect(first.json["appointment"]?["branch"].map(Self.text) == branch.code)
        #expect(try await app.app.store.read { try $0.query("SELECT count(*) FROM claim", [])[0].int(0) } == 1)
        #expect(try await client.ask("getFiledClaim").text == first.text)
    }

    @Test("coming back looks the same for a number that is nobody's, and opens nothing") func nobody() async throws {
        let app = try await TestApp.make()
        var client = Client(app)
        let claim = try await app.book(Cast(on: Zone.wib.day(of: TestApp.moment)).siti)
        let real = try await client.ask("beginVisit", path: ["number": claim.number.value])
        let unknown = try await client.ask("beginVisit", path: ["number": ClaimNumber(chance: 7).value])
        #expect(real.status == 202 && unknown.status == 202 && real.text.utf8.count == unknown.text.utf8.count)
        client.token = unknown["token"]
        #expect(try await client.ask("proveVisit", #"{"code":"000000"}"#)["code"] == "code_wrong")
        #expect(try await client.ask("getClaim").status == 401)

        client.token = real["token"]
        let code = try #require(try await app.messages().last { $0.kind == .code }).details
        #expect(try await client.ask("proveVisit", "{\"code\":\"\(code)\"}").status == 204)
        #expect(try await client.ask("getClaim")["number"] == claim.number.description)
        let cancelled = try await client.ask("cancelClaim", key: Self.key)
        #expect(cancelled["phase"] == "cancelled")
        #expect(try await client.ask("cancelClaim", key: Self.key).text == cancelled.text)
    }

    @Test("a wrong code is counted once for one key") func wrongCode() async throws {
        let app = try await TestApp.make()
        var client = Client(app)
        client.token = try await client.ask("beginRegistration", #"{"queue":true}"#)["token"]
        let siti = Cast(on: Zone.wib.day(of: TestApp.moment)).siti
        try await introduce(siti, client, app, proves: false)
        let sent = try #require(try await app.messages().last { $0.kind == .code }).details
        let wrong = "{\"code\":\"\(sent == "000000" ? "111111" : "000000")\"}"
        let first = try await client.ask("proveContact", wrong, key: Self.key)
        #expect(first["code"] == "code_wrong")
        #expect(try await client.ask("proveContact", wrong, key: Self.key)["detail"] == first["detail"])
        #expect(try await client.ask("proveContact", wrong)["detail"] != first["detail"])
    }

    /// Identity, contact and, with the code from the letter, its proof.
    private func introduce(_ person: CastMember, _ client: Client, _ app: TestApp, proves: Bool = true) async throws {
        let member = person.member
        let identity: JSON = [
            "nik": .string(member.nik.digits), "kpj": .string(member.memberships[0].kpj.digits), "name": .string(member.name),
            "birth": .string(member.birth.iso), "mother": .string(member.mother),
        ]
        #expect(try await client.ask("stateIdentity", identity.text)["step"] == "contact")
        let contact: JSON = ["email": .string(person.email), "phone": "081234567890"]
        #expect(try await client.ask("giveContact", contact.text)["step"] == "code")
        guard proves else { return }
        let code = try #require(try await app.messages().last { $0.kind == .code }).details
        #expect(try await client.ask("proveContact", "{\"code\":\"\(code)\"}")["step"] == "reason")
    }

    private static func text(_ json: JSON) -> String { if case .string(let text) = json { text } else { "" } }
}
