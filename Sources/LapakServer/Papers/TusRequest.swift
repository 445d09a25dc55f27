import HTTPTypes
import Hummingbird
import LapakDomain
import LapakStore
import LapakVault
import LapakWeb

/// One request of the upload protocol, whose version is right.
struct TusRequest {
    let call: Call
    private var app: App { call.app }
    private var reception: Reception { Reception(app: call.app) }
    private var headers: HTTPFields { call.request.headers }

    func answer(_ method: HTTPRequest.Method?, to id: ID<Upload>?) async throws -> Reply {
        guard let id else {
            guard method == .post else { throw TusFault(.methodNotAllowed, "Here uploads are created, by POST.") }
            return try await create()
        }
        switch method {
        case .head: return try await look(try await upload(id))
        case .patch: return try await receive(try await upload(id))
        case .delete: return try await terminate(try await upload(id))
        default: throw TusFault(.methodNotAllowed, "An upload answers HEAD, PATCH and DELETE.")
        }
    }

    /// The upload, for its own claim; for everybody else it is not there.
    private func upload(_ id: ID<Upload>) async throws -> Upload {
        let claim = try await call.papersClaim().id
        guard let upload = try await app.store.read({ try $0.find(Upload.self, id) }), upload.claim == claim else {
            throw Refusal.notFound
        }
        guard upload.phase == .finished || upload.phase == .receiving && call.now < upload.due else { throw Refusal.uploadGone }
        return upload
    }

    // MARK: Creation

    private func create() async throws -> Reply {
        let claim = try await call.papersClaim().id
        guard headers[.uploadDeferLength] == nil else { throw TusFault(.badRequest, "Upload-Defer-Length is not supported.") }
        guard let length = headers[.uploadLength].flatMap({ Self.number($0) }) else {
            throw TusFault(.badRequest, "Upload-Length is a whole number of bytes, 0 or more.")
        }
        let written = headers[.uploadMetadata]
        guard let metadata = UploadMetadata(written ?? "") else { throw TusFault(.badRequest, "Upload-Metadata cannot be read.") }
        guard let paper = metadata["paper"].flatMap({ Paper(rawValue: $0) }) else { throw Refusal.paperNotAsked }
        let delivery = try delivery(creating: true)
        let id: ID<Upload> = app.ids.next(at: call.now)
        let begun = try await app.store.write(once: call.requestKey("kirim:\(claim.rawValue)"), in: call.context()) { work in
            try work.beginUpload(
                id, for: paper, of: claim, length: length, name: FileName(metadata["filename"] ?? ""), declared: metadata.declared,
                metadata: written
            ).id
        }
        // Another number than ours: this very request was answered before.
        let upload = try await upload(begun)
        let offset = try await app.arrivals.with(begun) { arrival in
            let standing = begun == id ? try await reception.open(upload, at: arrival) : try await reception.stand(upload, at: arrival)
            guard let delivery, standing.offset == 0 else { return standing.offset }
            return try await take(delivery, for: upload, standing, at: arrival)
        }
        var reply = Reply(status: .created, location: TusRoutes.address(of: begun))
        if delivery != nil { reply.fields.append((.uploadOffset, "\(offset)")) }
        return expiring(reply, upload, at: offset)
    }

    // MARK: Where it stands

    /// The truth about the offset, from the file. Whoever was sending before loses the turn: their connection is given up.
    private func look(_ upload: Upload) async throws -> Reply {
        let offset: Int
        if upload.phase == .finished {
            offset = upload.length
        } else {
            offset = try await app.arrivals.with(upload.id) { arrival in
                let standing = try await reception.stand(upload, at: arrival)
                // Whole, but a crash kept it from the database.
                if standing.offset == upload.length { _ = try await reception.complete(upload, standing, at: arrival) }
                return standing.offset
            }
        }
        var reply = Reply(status: .ok)
        reply.fields = [(.uploadOffset, "\(offset)"), (.uploadLength, "\(upload.length)")]
        if let metadata = upload.metadata, !metadata.isEmpty { reply.fields.append((.uploadMetadata, metadata)) }
        return expiring(reply, upload, at: offset)
    }

    // MARK: Bytes

    private func receive(_ upload: Upload) async throws -> Reply {
        guard headers[.contentType] == TusRoutes.bodyType else {
            throw TusFault(.unsupportedMediaType, "The body of PATCH is \(TusRoutes.bodyType).")
        }
        guard let from = headers[.uploadOffset].flatMap({ Self.number($0) }) else {
            throw TusFault(.badRequest, "Upload-Offset is a whole number of bytes, 0 or more.")
        }
        guard let delivery = try delivery(creating: false) else { throw TusFault(.badRequest, "PATCH has a body.") }
        if upload.phase == .finished {
            guard from == upload.length, delivery.announced ?? 0 == 0 else { throw Refusal.uploadOffset(upload.length) }
            return Reply(status: .noContent, fields: [(.uploadOffset, "\(from)")])
        }
        let offset = try await app.arrivals.with(upload.id) { arrival in
            let standing = try await reception.stand(upload, at: arrival)
            guard standing.offset == from else { throw Refusal.uploadOffset(standing.offset) }
            return try await take(delivery, for: upload, standing, at: arrival)
        }
        return expiring(Reply(status: .noContent, fields: [(.uploadOffset, "\(offset)")]), upload, at: offset)
    }

    private func take(
        _ delivery: Reception.Delivery, for upload: Upload, _ standing: Arrival.Standing, at arrival: Arrival
    ) async throws -> Int {
        var standing = standing
        let room = upload.length - standing.offset
        guard delivery.announced ?? 0 <= room else { throw Refusal.file(FileFault(.tooLarge, under: call.policy.files)) }
        if standing.sum == nil {
            let offset = try await reception.take(delivery, room: room, turn: standing.turn, at: arrival)
            standing = Arrival.Standing(turn: standing.turn, offset: offset, sum: nil)
        }
        if standing.offset == upload.length { _ = try await reception.complete(upload, standing, at: arrival) }
        return standing.offset
    }

    /// What comes with this request; nil for a creation without bytes.
    private func delivery(creating: Bool) throws -> Reception.Delivery? {
        let written = headers[.uploadChecksum]
        let checksum = try written.map { text in
            guard let checksum = Checksum(text) else {
                throw TusFault(.badRequest, "Upload-Checksum names one of \(Checksum.algorithms) and its value in Base64.")
            }
            return checksum
        }
        if creating, headers[.contentType] != TusRoutes.bodyType { return nil }
        return Reception.Delivery(body: call.request.body, announced: headers[.contentLength].flatMap { Int($0) }, checksum: checksum)
    }

    // MARK: Termination

    private func terminate(_ upload: Upload) async throws -> Reply {
        guard upload.phase == .receiving else { throw Refusal.uploadGone }
        try await app.arrivals.with(upload.id) { try await reception.abandon(upload, at: $0) }
        return Reply(status: .noContent)
    }

    /// Until when the upload may go on, as long as it must.
    private func expiring(_ reply: Reply, _ upload: Upload, at offset: Int) -> Reply {
        guard offset < upload.length else { return reply }
        var reply = reply
        reply.fields.append((.uploadExpires, upload.due.httpDate))
        return reply
    }

    /// Digits only: no sign, no fraction, nothing beyond what a number holds.
    private static func number(_ text: String) -> Int? {
        guard !text.isEmpty, text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
        return Int(text)
    }
}

extension Instant {
    /// `Tue, 09 Jun 2026 03:00:00 GMT`, as HTTP writes moments; seconds rounded down.
    var httpDate: String {
        let (day, text) = (Day(number: Int(seconds.flooredDivision(by: 86_400))), utcISO)
        let names = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let parts = text.split(separator: "T")[0].split(separator: "-")
        let name = names[Int(Int64(day.number) - Int64(day.number).flooredDivision(by: 7) * 7)]
        return "\(name), \(parts[2]) \(months[(Int(parts[1]) ?? 1) - 1]) \(parts[0]) \(text.split(separator: "T")[1].dropLast()) GMT"
    }
}
