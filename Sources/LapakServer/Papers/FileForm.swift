import HTTPTypes
import Hummingbird
import LapakDomain
import LapakStore
import LapakVault
import LapakWeb
import NIOCore

/// The plain form with a file, for browsers without JavaScript: one request, the same end as a resumable upload.
enum FileForm {
    static func routes(_ routes: Routes) {
        routes.stream(.post, "/berkas/{paper}") { call in
            guard let paper = call.parameters.get("paper").flatMap({ Paper(rawValue: $0) }) else { throw Refusal.notFound }
            do {
                _ = try await FileSending(paper: paper, call: call, claim: try await call.papersClaim()).receive()
                return .redirect("/berkas")
            } catch let refusal as Refusal where refusal != .notYours {
                call.app.figures.refused(refusal.code)
                var reply = try await PaperPages.photo(paper, call, faults: Faults(refusal, field: "berkas"))
                reply.status = refusal.status
                return reply
            } catch let trouble as VaultTrouble where trouble.isOurs {
                call.app.outages.failed(.storage, at: call.now)
                throw trouble
            }
        }
    }
}

/// One form with a file on its way into a claim's papers.
struct FileSending {
    let paper: Paper
    let call: Call
    let claim: Claim
    /// The member, unless somebody sends it for them.
    var author: Author?
    private var app: App { call.app }
    private var reception: Reception { Reception(app: call.app, author: author) }
    private static let mostOfField = 4096

    /// The file's own file, and what the form said beside it.
    private struct Received {
        var fields: [String: String] = [:]
        var name = FileName("")
        var length = 0
        var sum: SealedSum?
    }

    /// Takes the file and makes it a document.
    func receive() async throws -> Document {
        try await refuseEarly(claim)
        let (id, now): (ID<Upload>, Instant) = (app.ids.next(at: call.now), call.now)
        // Stands in until the length is known; never in the database.
        let sketch = Upload(id: id, claim: claim.id, paper: paper, length: 0, name: FileName(""), begun: now, due: now)
        return try await app.arrivals.with(id) { arrival in
            do {
                let standing = try await reception.open(sketch, at: arrival)
                let received = try await read(into: standing, at: arrival)
                guard let sum = received.sum, sum.length > 0 else { throw Refusal.file(fault(.empty)) }
                let upload = try await begin(id, of: claim.id, received, sum)
                guard upload.id == id else {
                    // The same form, sent twice: this copy is not needed.
                    try await drop(sketch, at: arrival)
                    return try await again(upload)
                }
                return try await reception.complete(upload, .init(turn: standing.turn, offset: sum.length, sum: sum), at: arrival)
            } catch {
                try? await drop(sketch, at: arrival)
                throw error
            }
        }
    }

    /// Whoever sends something that is not asked for need not wait until it is here.
    private func refuseEarly(_ claim: Claim) async throws {
        try claim.papersOpen(at: call.now)
        let dossier = try await app.store.read { try $0.dossier(of: claim) }
        guard dossier.asks(for: paper) else { throw Refusal.paperNotAsked }
        guard !dossier.isAccepted(paper) else { throw Refusal.paperAccepted }
    }

    private func begin(_ id: ID<Upload>, of claim: ID<Claim>, _ received: Received, _ sum: SealedSum) async throws -> Upload {
        let (paper, now) = (paper, call.now)
        let key = received.fields["kunci"].flatMap { key -> RequestKey? in
            guard !key.isEmpty, key.utf8.count <= 200 else { return nil }
            return RequestKey(key, scope: "berkas:\(claim.rawValue)", parameters: "\(paper.rawValue) \(sum.sha256)")
        }
        let begun = try await app.store.write(once: key, in: app.context(at: now)) { work in
            try work.beginUpload(id, for: paper, of: claim, length: sum.length, name: received.name, declared: nil).id
        }
        guard let upload = try await app.store.read({ try $0.find(Upload.self, begun) }) else { throw Refusal.uploadGone }
        return upload
    }

    /// An upload that the same form made before: finished already, or to be finished now.
    private func again(_ upload: Upload) async throws -> Document {
        if let document = try await app.store.read({ try $0.find(Document.self, upload.document) }) { return document }
        return try await app.arrivals.with(upload.id) { arrival in
            let standing = try await reception.stand(upload, at: arrival)
            guard standing.offset == upload.length else { throw Refusal.uploadGone }
            return try await reception.complete(upload, standing, at: arrival)
        }
    }

    private func drop(_ sketch: Upload, at arrival: Arrival) async throws {
        guard try await app.store.read({ try $0.find(Upload.self, sketch.id) }) == nil else { return }
        arrival.close()
        try await reception.clear(sketch)
    }

    private func fault(_ kind: FileFault.Kind) -> FileFault { FileFault(kind, under: call.policy.files) }

    // MARK: The form

    /// Reads the form to its end; of the file at most as much as is allowed.
    private func read(into standing: Arrival.Standing, at arrival: Arrival) async throws -> Received {
        var received = Received()
        var field: (name: String, bytes: [UInt8])?
        var isFile = false
        do {
            var reader = try MultipartReader(contentType: call.request.headers[.contentType] ?? "")
            var left = call.policy.files.mostBytes + Routes.largestForm
            for try await buffer in call.request.body {
                left -= buffer.readableBytes
                guard left >= 0 else { throw Refusal.file(fault(.tooLarge)) }
                for piece in try reader.take(buffer.readableBytesView) {
                    switch piece {
                    case .begin(let name, let file):
                        isFile = name == "berkas" && file != nil
                        field = isFile ? nil : (name, [])
                        if isFile, let file { received.name = FileName(file) }
                    case .content(let bytes):
                        if isFile {
                            received.length += bytes.count
                            guard received.length <= call.policy.files.mostBytes else { throw Refusal.file(fault(.tooLarge)) }
                            try await append(bytes, standing.turn, arrival)
                        } else if let size = field?.bytes.count, size + bytes.count <= Self.mostOfField {
                            field?.bytes += bytes
                        }
                    case .end:
                        if let field { received.fields[field.name] = String(decoding: field.bytes, as: UTF8.self) }
                        (field, isFile) = (nil, false)
                    }
                }
            }
            guard reader.isWhole else { throw Refusal.file(fault(.broken)) }
        } catch is MultipartReader.Fault { throw HTTPError(.badRequest) }
        let turn = standing.turn
        received.sum = try await app.papers.disk.run { () throws(VaultTrouble) in try arrival.finish(turn: turn) }
        return received
    }

    private func append(_ bytes: [UInt8], _ turn: Int, _ arrival: Arrival) async throws {
        try await app.papers.disk.run { () throws(VaultTrouble) in try arrival.append(bytes, turn: turn) }
    }
}
