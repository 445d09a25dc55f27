import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import LapakDomain
import LapakGround
import LapakNation
import LapakOutside
import LapakStore
import LapakWeb
import NIOCore
import Testing

@testable import LapakServer

@Suite("What WhatsApp tells us") struct WhatsAppHookTests {
    private static let secret = "app-secret-of-the-tests"
    private let hook = try? WhatsAppHook(
        WhatsAppSettings(
            url: "http://127.0.0.1:1/v1", token: "token", number: "1234", appSecret: secret, verifyToken: "verify-token-of-the-tests"))

    private static func signature(_ body: String, secret: String = secret) -> String {
        let key = SymmetricKey(data: Data(secret.utf8))
        return "sha256="
            + HMAC<SHA256>.authenticationCode(for: Data(body.utf8), using: key).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
            .joined()
    }

    private static func told(_ status: String, _ about: String, code: Int? = nil) -> String {
        let errors = code.map { #","errors":[{"code":\#($0),"title":"t","error_data":{"details":"d"}}]"# } ?? ""
        return """
            {"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":{\
            "messaging_product":"whatsapp",\
            "statuses":[{"id":"wamid.1","status":"\(status)","timestamp":"1780000000","recipient_id":"628123456788",\
            "biz_opaque_callback_data":"\(about)"\(errors)}]}}]}]}
            """
    }

    private func call(_ test: TestApp, _ body: String = "", query: String = "") -> Call {
        let head = HTTPRequest(
            method: body.isEmpty ? .get : .post, scheme: "http", authority: "localhost", path: WhatsAppHook.path + query)
        let buffer = ByteBuffer(string: body)
        return Call(
            app: test.app, request: Request(head: head, body: RequestBody(buffer: buffer)), parameters: Parameters(), id: "test",
            now: test.clock.now, language: .en, form: Form(), body: buffer, cookies: [:])
    }

    private func tell(_ test: TestApp, _ body: String, signature: String? = nil) async throws -> Int {
        try await require(hook).hear(call(test, body), signature: signature ?? Self.signature(body)).status.code
    }

    /// An application where one WhatsApp message was handed over; answers how that attempt is called.
    private func sent(_ sms: TestPhone = TestPhone()) async throws -> (TestApp, Postman, String) {
        let test = try await TestApp.make(phones: Phones(whatsapp: TestPhone(), sms: sms))
        _ = try await test.book(Cast(on: Zone.wib.day(of: TestApp.moment)).siti)
        try await test.follow()
        let post = Postman(app: test.app, sender: Mailbox("lapak@example.id")!)
        _ = try await post.deliver()
        return (test, post, AttemptName(try await test.messages()[1]).text)
    }

    @Test("signed news is recorded, and told again it changes nothing") func replay() async throws {
        let (test, _, name) = try await sent()
        for status in ["sent", "delivered", "read", "delivered", "sent", "read"] {
            #expect(try await tell(test, Self.told(status, name)) == 200)
        }
        #expect(try await test.messages().map(\.phase) == [.sent, .read])
    }

    @Test("a failure makes one SMS, however often and in whatever order it is told") func failure() async throws {
        let sms = TestPhone()
        let (test, post, name) = try await sent(sms)
        for status in ["failed", "sent", "failed", "failed"] {
            #expect(try await tell(test, Self.told(status, name, code: 131_026)) == 200)
            _ = try await post.deliver()
        }
        test.clock.advance(.hours(3))
        _ = try await post.deliver()
        #expect(sms.notes.count == 1)
        let whatsapp = try await test.messages()[1]
        #expect(whatsapp.phase == .failed && whatsapp.trouble?.contains("131026") == true)
    }

    @Test("what is not signed, or by somebody else, or over other bytes, is refused and changes nothing")
    func unsigned() async throws {
        let (test, _, name) = try await sent()
        let body = Self.told("read", name)
        let right = Self.signature(body)
        let wrong = [
            "", "sha256=", "sha256=zz", "sha1=" + right.dropFirst(7), String(right.dropLast(2)), right + "00", String(right.dropFirst(7)),
            Self.signature(body, secret: "another-secret"), Self.signature(body + " "),
        ]
        for signature in wrong {
            let error = await #expect(throws: HTTPError.self) { _ = try await tell(test, body, signature: signature) }
            #expect(error?.status == .unauthorized, "\(signature)")
        }
        #expect(try await test.messages()[1].phase == .sent)
        #expect(try await tell(test, body, signature: "sha256=" + right.dropFirst(7).uppercased()) == 200)
    }

    @Test(
        "signed news about nothing of ours is thanked for and left out",
        arguments: [
            "{}", #"{"entry":[]}"#, #"{"entry":7}"#,
            #"{"entry":[{"changes":[{"value":{"messages":[{"from":"62812","text":{"body":"halo"}}]}}]}]}"#,
            told("read", "m999999-1"), told("read", "somebody else's"), told("read", "m1-x"), told("warning", "m1-1"),
        ])
    func unknown(body: String) async throws {
        let (test, _, _) = try await sent()
        let before = try await test.messages()
        #expect(try await tell(test, body) == 200)
        #expect(try await test.messages() == before)
    }

    @Test("signed bytes that are not JSON are refused") func unreadable() async throws {
        let (test, _, _) = try await sent()
        let error = await #expect(throws: HTTPError.self) { _ = try await tell(test, "{") }
        #expect(error?.status == .badRequest)
    }

    @Test("the challenge is said back to whoever knows the token, and to nobody else") func greeting() async throws {
        let test = try await TestApp.make()
        let hook = try require(hook)
        let right = "?hub.mode=subscribe&hub.verify_token=verify-token-of-the-tests&hub.challenge=1158201444"
        #expect(hook.greet(call(test, query: right)).body == "1158201444")
        for query in [
            "", "?hub.mode=subscribe&hub.verify_token=verify-token&hub.challenge=1", right.replacing("subscribe", with: "other"),
            right.replacing("&hub.challenge=1158201444", with: ""), right + String(repeating: "1", count: 200),
        ] {
            #expect(hook.greet(call(test, query: query)).status == .forbidden)
        }
    }
}
