import HTTPTypes
import Hummingbird
import LapakDomain
import LapakGround
import LapakStore
import LapakVault
import LapakWeb
import NIOCore

/// `POST /wawancara/foto?jenis=ktp&cara=photo`: a still of an original or the face. Scripts send the JPEG itself and hear what is
/// still missing; a plain form sends the phone's photo and is led back to the page.
enum InterviewPhotos {
    /// Photos that one interview may send within an hour.
    private static let most = 150
    private static let ways = ["photo", "frame", "canvas", "file"]

    static func routes(_ routes: Routes, _ face: InterviewFace) {
        routes.stream(.post, "\(face.path)/foto") { call in
            let isForm = call.request.headers[.contentType]?.lowercased().hasPrefix("multipart/") ?? false
            do {
                let kept = try await receive(call, isForm: isForm, face)
                guard !isForm else { return .redirect(face.path) }
                let missing = kept.missing.map { JSON.string($0) }
                return .json(
                    JSON.object([("kind", .string(kept.kind)), ("sha256", .string(kept.sha256)), ("missing", .array(missing))]).text)
            } catch let refusal as Refusal where isForm && !face.isBooth && refusal != .notYours {
                call.app.figures.refused(refusal.code)
                return try await InterviewPages.show(call, faults: Faults(refusal, field: "berkas"), status: refusal.status)
            } catch let trouble as VaultTrouble where trouble.isOurs {
                call.app.outages.failed(.storage, at: call.now)
                throw trouble
            }
        }
    }

    static func receive(_ call: Call, isForm: Bool, _ face: InterviewFace = .phone) async throws -> InterviewStills.Kept {
        let interview = try await face.interview(call)
        guard let kind = call.query("jenis").flatMap({ Capture.Kind(name: $0) }) else { throw Refusal.paperNotAsked }
        if case .paper(let paper) = kind, !interview.wanted.contains(paper) { throw Refusal.paperNotAsked }
        let budget = "foto:\(interview.id.rawValue)"
        _ = try await call.app.store.write(in: call.context()) { try $0.spend(budget, most: most, per: .hours(1)) }
        let (bytes, key) = isForm ? try await form(call) : (try await body(call), call.request.headers[.idempotencyKey])
        let how = ways.first { $0 == call.query("cara") } ?? "file"
        return try await InterviewStills(app: call.app).keep(
            bytes, as: kind, how: how, of: interview, key: key.flatMap { $0.isEmpty || $0.utf8.count > 200 ? nil : $0 })
    }

    private static func tooLarge(_ call: Call) -> Refusal { .file(FileFault(.tooLarge, under: call.policy.files)) }

    private static func body(_ call: Call) async throws -> [UInt8] {
        do { return Array(buffer: try await call.request.body.collect(upTo: call.policy.files.mostBytes)) } catch is NIOTooManyBytesError {
            throw tooLarge(call)
        }
    }

    /// The file of a plain form, and its hidden key.
    private static func form(_ call: Call) async throws -> ([UInt8], String?) {
        var (content, key, name) = ([UInt8](), [UInt8](), "")
        do {
            var reader = try MultipartReader(contentType: call.request.headers[.contentType] ?? "")
            for try await buffer in call.request.body {
                for piece in try reader.take(buffer.readableBytesView) {
                    switch piece {
                    case .begin(let field, _): name = field
                    case .content(let bytes):
                        if name == "berkas" { content += bytes } else if name == "kunci" { key += bytes.prefix(200) }
                        guard content.count <= call.policy.files.mostBytes, key.count <= 1000 else { throw tooLarge(call) }
                    case .end: name = ""
                    }
                }
            }
            guard reader.isWhole else { throw Refusal.file(FileFault(.broken, under: call.policy.files)) }
        } catch is MultipartReader.Fault { throw HTTPError(.badRequest) }
        return (content, String(decoding: key, as: UTF8.self))
    }
}
