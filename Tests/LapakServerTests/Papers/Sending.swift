import Hummingbird
import LapakDomain
import LapakNation
import LapakStore
import NIOCore

@testable import LapakServer

extension TestApp {
    /// A claim with an appointment, its papers open.
    func claim() async throws -> Claim { try await book(Cast(on: Zone.wib.day(of: TestApp.moment)).siti, onLastDay: true) }

    func announce(_ length: Int, for paper: Paper = .ktp, of claim: Claim) async throws -> Upload {
        let (id, now): (ID<Upload>, Instant) = (app.ids.next(at: clock.now), clock.now)
        return try await app.store.write(in: app.context(at: now)) {
            try $0.beginUpload(id, for: paper, of: claim.id, length: length, name: FileName("foto.png"), declared: nil)
        }
    }

    /// Everything at once: announced, sent, in the database.
    func send(_ bytes: [UInt8], for paper: Paper = .ktp, of claim: Claim) async throws -> Document {
        let upload = try await announce(bytes.count, for: paper, of: claim)
        let reception = Reception(app: app)
        return try await app.arrivals.with(upload.id) { arrival in
            var standing = try await reception.stand(upload, at: arrival)
            let body = RequestBody(buffer: ByteBuffer(bytes: bytes))
            let offset = try await reception.take(.init(body: body), room: bytes.count, turn: standing.turn, at: arrival)
            standing = Arrival.Standing(turn: standing.turn, offset: offset, sum: nil)
            return try await reception.complete(upload, standing, at: arrival)
        }
    }

    func find<R: Record>(_ type: R.Type, _ key: any SQLEncodable) async throws -> R? {
        try await app.store.read { try $0.find(type, key) }
    }
}

/// A black PNG of one pixel.
let pixel: [UInt8] = [
    0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0, 0x3A, 0x7E,
    0x9B, 0x55, 0, 0, 0, 10, 0x49, 0x44, 0x41, 0x54, 0x78, 0x9C, 0x63, 0x60, 0, 0, 0, 2, 0, 1, 0x48, 0xAF, 0xA4, 0x71, 0, 0, 0, 0, 0x49,
    0x45,
    0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82,
]
