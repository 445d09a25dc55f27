import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import LapakDomain
import LapakGround
import LapakOutside
import LapakStore
import LapakWeb
import NIOCore

/// Where Meta tells what became of our messages. Only what Meta has signed is read at all.
struct WhatsAppHook: Sendable {
    private let appSecret: SymmetricKey
    private let verifyToken: String
    static let path = "/hook/whatsapp"
    /// What Meta may send in one call.
    static let largest = 3 * 1_048_576

    init(_ settings: WhatsAppSettings) {
        appSecret = SymmetricKey(data: Data(settings.appSecret.utf8))
        verifyToken = settings.verifyToken
    }

    func routes(_ routes: Routes) {
        let app = routes.app
        routes.get(Self.path) { greet($0) }
        // Past the limit of forms: many statuses come in one call.
        routes.add(.post, Self.path, needs: nil) { request, context in
            // Who has no signature is not even listened to.
            guard let signature = request.headers[.hubSignature] else { throw HTTPError(.unauthorized) }
            let body = try await request.body.collect(upTo: Self.largest)
            let call = Call(
                app: app, request: request, parameters: context.parameters, id: context.id, now: app.clock.now, language: .en,
                form: Form(), body: body, cookies: [:])
            return Routes.response(try await hear(call, signature: signature), to: call)
        }
    }

    /// Meta asks once whether this is ours, with a word that we must say back.
    func greet(_ call: Call) -> Reply {
        guard call.query("hub.mode") == "subscribe", let token = call.query("hub.verify_token"), isVerifyToken(token),
            let challenge = call.query("hub.challenge"), (1...200).contains(challenge.utf8.count)
        else { return Reply(status: .forbidden, type: "text/plain; charset=utf-8", body: "forbidden\n") }
        return Reply(type: "text/plain; charset=utf-8", body: challenge)
    }

    /// Records what it tells, whole or not at all: on trouble Meta tells again. Whatever is not about our messages is left out.
    func hear(_ call: Call, signature: String) async throws -> Reply {
        let bytes = Array(call.body.readableBytesView)
        guard isSigned(bytes, signature) else { throw HTTPError(.unauthorized) }
        guard let json = JSON(bytes) else { throw HTTPError(.badRequest) }
        let statuses = WhatsAppStatus.all(in: json)
        let reach = call.app.reach
        if !statuses.isEmpty {
            try await call.app.store.write(in: call.context(), needing: statuses.map { .row(Message.self, $0.about.message) }) { work in
                for status in statuses {
                    try work.hear(status.news, of: status.about.message, attempt: status.about.attempt, reach: reach)
                }
            }
        }
        return Reply(type: "text/plain; charset=utf-8", body: "ok\n")
    }

    /// `sha256=…` over the bytes as they came; compared in constant time.
    private func isSigned(_ bytes: [UInt8], _ signature: String) -> Bool {
        guard signature.hasPrefix("sha256="), let code = [UInt8](hex: signature.dropFirst(7)) else { return false }
        return HMAC<SHA256>.isValidAuthenticationCode(code, authenticating: bytes, using: appSecret)
    }

    private func isVerifyToken(_ token: String) -> Bool {
        let right = HMAC<SHA256>.authenticationCode(for: Data(verifyToken.utf8), using: appSecret)
        return HMAC<SHA256>.isValidAuthenticationCode(Data(right), authenticating: Data(token.utf8), using: appSecret)
    }
}

extension HTTPField.Name {
    static let hubSignature = HTTPField.Name("X-Hub-Signature-256")!
}

extension [UInt8] {
    /// Pairs of hexadecimal digits, of either case; nil for anything else.
    fileprivate init?(hex: Substring) {
        let digits = hex.utf8.compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
        guard digits.count == hex.utf8.count, digits.count.isMultiple(of: 2) else { return nil }
        self = stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
    }
}
