import HTTPTypes
import Hummingbird
import LapakDomain
import LapakStore
import LapakVault
import LapakWeb
import Logging

/// Uploads that survive a bad network: the resumable upload protocol tus 1.0 (https://tus.io/protocols/resumable-upload), with
/// its extensions creation, creation-with-upload, expiration, checksum and termination.
///
/// An upload belongs to the claim whose cookie the browser has; to anybody else it is not there. A foreign page cannot come
/// here in a visitor's name: every change needs the header `Tus-Resumable`, which no form can send.
enum TusRoutes {
    static let path = "/berkas/kirim"
    static let version = "1.0.0"
    static let bodyType = "application/offset+octet-stream"

    static func routes(_ routes: Routes) {
        for method in [HTTPRequest.Method.options, .head, .get, .post, .put, .patch, .delete] {
            routes.stream(method, path) { call in await answer(call, to: nil) }
            routes.stream(method, "\(path)/{id}") { call in
                await answer(call, to: call.parameters.get("id").flatMap { Int64($0, radix: 36) }.map { ID($0) } ?? ID(0))
            }
        }
    }

    static func address(of id: ID<Upload>) -> String { "\(path)/\(String(id.rawValue, radix: 36))" }

    /// The method that the protocol means: the header wins, for clients that can send only some methods.
    private static func method(of call: Call) -> HTTPRequest.Method? {
        guard let written = call.request.headers[.methodOverride] else { return call.request.method }
        return HTTPRequest.Method(written.uppercased())
    }

    private static func answer(_ call: Call, to id: ID<Upload>?) async -> Reply {
        let method = method(of: call)
        var reply: Reply
        if method == .options {
            reply = options(call)
        } else if call.request.headers[.tusResumable] != version {
            reply = Reply(status: .preconditionFailed, fields: [(.tusVersion, version)])
        } else {
            do { reply = try await TusRequest(call: call).answer(method, to: id) } catch { reply = fault(error, call) }
        }
        if method == .head || call.request.method == .head { reply.body = "" }
        reply.fields.append((.tusResumable, version))
        return reply
    }

    private static func options(_ call: Call) -> Reply {
        Reply(
            status: .noContent,
            fields: [
                (.tusVersion, version), (.tusExtension, "creation,creation-with-upload,expiration,checksum,termination"),
                (.tusMaxSize, "\(call.policy.files.mostBytes)"), (.tusChecksumAlgorithm, Checksum.algorithms),
            ])
    }

    /// Every no has a status that the protocol knows, and the sentence that people get.
    private static func fault(_ error: any Error, _ call: Call) -> Reply {
        switch error {
        case let refusal as Refusal:
            call.app.figures.refused(refusal.code)
            let status = refusal.isChecksum ? HTTPResponse.Status.checksumMismatch : refusal.status
            return Problem(status: status, code: refusal.code, words: refusal.words).reply(call.language)
        case is ChecksumMismatch:
            let fault = FileFault(.checksum, under: call.policy.files)
            return Problem(status: .checksumMismatch, code: "checksum", words: fault.words).reply(call.language)
        case let fault as TusFault: return Problem(status: fault.status, code: "tus", words: fault.words).reply(call.language)
        case is Reception.Broken: return Reply(status: .requestTimeout)
        case VaultTrouble.busy:
            let words = Words(
                "Berkas ini sedang dikirim dari tempat lain. Tunggu sebentar; pengiriman akan dilanjutkan.",
                "This file is being sent from somewhere else. Wait a moment; sending will go on.")
            return Problem(status: .locked, code: "busy", words: words).reply(call.language)
        default: return trouble(error, call)
        }
    }

    /// Ours: what arrived counts, and the sender tries again by itself.
    private static func trouble(_ error: any Error, _ call: Call) -> Reply {
        if let trouble = error as? VaultTrouble, trouble.isOurs { call.app.outages.failed(.storage, at: call.now) }
        call.app.log.error("upload.receive failed", metadata: ["error": "\(error.logged)", "request": "\(call.id)"])
        let words = Words(
            "Ada gangguan di pihak kami. Yang sudah terkirim tidak hilang; pengiriman dicoba lagi.",
            "Something failed on our side. What was sent is not lost; sending is tried again.")
        var reply = Problem(status: .serviceUnavailable, code: "trouble", words: words).reply(call.language)
        reply.fields.append((.retryAfter, "5"))
        return reply
    }
}

/// A request that is not tus as it is written down; for whoever writes a client.
struct TusFault: Error {
    let status: HTTPResponse.Status
    let words: Words

    init(_ status: HTTPResponse.Status, _ text: String) {
        self.status = status
        words = Words(text, text)
    }
}

extension Refusal {
    /// The whole file is not what its sender announced.
    fileprivate var isChecksum: Bool { if case .file(let fault) = self { fault.kind == .checksum } else { false } }
}

extension HTTPResponse.Status {
    static let checksumMismatch = HTTPResponse.Status(code: 460, reasonPhrase: "Checksum Mismatch")
    static let locked = HTTPResponse.Status(code: 423, reasonPhrase: "Locked")
}

extension HTTPField.Name {
    static let tusResumable = HTTPField.Name("Tus-Resumable")!
    static let tusVersion = HTTPField.Name("Tus-Version")!
    static let tusExtension = HTTPField.Name("Tus-Extension")!
    static let tusMaxSize = HTTPField.Name("Tus-Max-Size")!
    static let tusChecksumAlgorithm = HTTPField.Name("Tus-Checksum-Algorithm")!
    static let uploadLength = HTTPField.Name("Upload-Length")!
    static let uploadDeferLength = HTTPField.Name("Upload-Defer-Length")!
    static let uploadOffset = HTTPField.Name("Upload-Offset")!
    static let uploadMetadata = HTTPField.Name("Upload-Metadata")!
    static let uploadChecksum = HTTPField.Name("Upload-Checksum")!
    static let uploadExpires = HTTPField.Name("Upload-Expires")!
    static let methodOverride = HTTPField.Name("X-HTTP-Method-Override")!
}
