import HTTPTypes
import Hummingbird
import LapakDomain
import LapakStore
import LapakVault
import Logging
import NIOCore

/// Where files arrive: from the network into their sealed file, and from there into the database.
///
/// What was answered for is on the disk. A crash between any two steps heals when somebody asks for the upload again: the
/// sealed file is the truth about the bytes, the database is the truth about the document.
struct Reception: Sendable {
    let app: App
    /// Who sends; the member unless somebody does it for them.
    var author: Author?
    private var papers: PaperVault { app.papers }

    /// The body of one request, and what was said of it.
    struct Delivery {
        let body: RequestBody
        /// Bytes that the request announced; fewer mean that the connection broke.
        var announced: Int?
        var checksum: Checksum?
    }

    /// The connection broke before the request was whole.
    struct Broken: Error {}

    // MARK: Where it stands

    /// Takes the turn at an upload and answers where it stands; whoever had the turn before loses it.
    func stand(_ upload: Upload, at arrival: Arrival) async throws -> Arrival.Standing {
        let (path, seal) = try await place(upload)
        for _ in 1...25 {
            let found: Result<Arrival.Standing, VaultTrouble>
            do { found = .success(try await begin(arrival, path, seal, isNew: false)) } catch { found = .failure(error) }
            switch found {
            case .success(let standing): return standing
            case .failure(.missing): return try await standAnew(upload, path, seal, at: arrival)
            case .failure(.damaged):
                app.log.error("upload.resume restarted", metadata: ["upload": "\(upload.id.rawValue)"])
                _ = try await papers.disk.run { () throws(VaultTrouble) in try DiskFile.remove(path) }
                return try await begin(arrival, path, seal, isNew: true)
            // Another process is at it, and will notice soon that its connection is dead.
            case .failure(.busy): try await Task.sleep(for: .milliseconds(20))
            case .failure(let trouble): throw trouble
            }
        }
        throw VaultTrouble.busy
    }

    /// Where there is no file: it was put away already, or never begun.
    private func standAnew(_ upload: Upload, _ path: String, _ seal: Seal, at arrival: Arrival) async throws -> Arrival.Standing {
        if let sum = try await keptSum(upload, seal) { return Arrival.Standing(turn: 0, offset: sum.length, sum: sum) }
        // Finished meanwhile, and inspected already.
        let now = try await app.store.read { try $0.find(Upload.self, upload.id) }
        guard now?.phase == .receiving else { throw Refusal.uploadOffset(now?.offset ?? 0) }
        return try await begin(arrival, path, seal, isNew: true)
    }

    /// Makes the file of an upload that was announced just now.
    func open(_ upload: Upload, at arrival: Arrival) async throws -> Arrival.Standing {
        let (path, seal) = try await place(upload)
        return try await begin(arrival, path, seal, isNew: true)
    }

    private func begin(_ arrival: Arrival, _ path: String, _ seal: Seal, isNew: Bool) async throws(VaultTrouble) -> Arrival.Standing {
        try await papers.disk.run { () throws(VaultTrouble) in try arrival.begin(at: path, seal, isNew: isNew) }
    }

    private func place(_ upload: Upload) async throws -> (path: String, seal: Seal) {
        let seal = papers.seal(.arrived, of: upload.document, try await papers.key(of: upload.claim))
        return (papers.folder.incoming(papers.name(.arrived, of: upload.document, upload.claim)), seal)
    }

    /// What the end of the file says where it was put away already, by someone who could not tell the database.
    private func keptSum(_ upload: Upload, _ seal: Seal) async throws -> SealedSum? {
        do {
            let file = try await papers.blobs.open(papers.name(.arrived, of: upload.document, upload.claim))
            return try await papers.disk.run { () throws(VaultTrouble) in try SealedReader(file, seal).check() }
        } catch VaultTrouble.missing { return nil }
    }

    // MARK: Bytes

    /// Takes a request's bytes into the file, at most `room` of them, and answers where it stands afterwards, safely.
    ///
    /// Of a request with a checksum that is not whole or does not fit, nothing is kept; of any other everything that came.
    /// Throws `Broken`, `ChecksumMismatch`, a `FileFault` of size, or the disk's trouble.
    func take(_ delivery: Delivery, room: Int, turn: Int, at arrival: Arrival) async throws -> Int {
        var checksum = delivery.checksum
        var stream = Stream(arrival: arrival, turn: turn, isProvisional: checksum != nil, disk: papers.disk)
        var count = 0
        var isBroken = false
        var pieces = delivery.body.makeAsyncIterator()
        while true {
            let next: ByteBuffer?
            do { next = try await pieces.next() } catch {
                isBroken = true
                break
            }
            guard let piece = next else { break }
            count += piece.readableBytes
            guard count <= room else {
                try await forget(turn, at: arrival)
                throw Refusal.file(FileFault(.tooLarge, under: app.policy.files))
            }
            checksum?.update(piece.readableBytesView)
            try await stream.take(piece)
        }
        isBroken = isBroken || delivery.announced.map { count < $0 } ?? false
        if let checksum, isBroken || !checksum.fits {
            try await forget(turn, at: arrival)
            throw isBroken ? Broken() as any Error : ChecksumMismatch()
        }
        let offset = try await stream.flush()
        if isBroken { throw Broken() }
        app.outages.worked(.storage)
        return offset
    }

    private func forget(_ turn: Int, at arrival: Arrival) async throws {
        try await papers.disk.run { () throws(VaultTrouble) in try arrival.forget(turn: turn) }
    }

    // MARK: The end

    /// Every byte is here: seals the file, puts it away and tells the database, in this order. Asked again after a crash at any
    /// point it goes on from there. What the rules refuse is thrown away.
    func complete(_ upload: Upload, _ standing: Arrival.Standing, at arrival: Arrival) async throws -> Document {
        let name = papers.name(.arrived, of: upload.document, upload.claim)
        let (path, turn) = (papers.folder.incoming(name), standing.turn)
        var known = standing.sum
        if known == nil { known = try await papers.disk.run { () throws(VaultTrouble) in try arrival.finish(turn: turn) } }
        guard let sum = known else { throw Refusal.uploadGone }
        let (policy, now, author, promised) = (app.policy, app.clock.now, author, UploadMetadata(upload.metadata ?? "")?.sha256)
        do {
            var asked = upload
            try asked.advance(to: sum.length, at: now)
            try asked.finish(sha256: sum.sha256, promised: promised, policy: policy, at: now)
            arrival.close()
            try await papers.blobs.put(path, as: name)
            app.outages.worked(.storage)
            return try await app.store.write(in: app.context(by: author ?? .member(upload.claim), at: now)) {
                try $0.finish(upload.id, as: upload.document, sha256: sum.sha256, promised: promised)
            }
        } catch let refusal as Refusal {
            // Another request may have been faster.
            if let document = try await app.store.read({ try $0.find(Document.self, upload.document) }) { return document }
            try await abandon(upload, at: arrival)
            throw refusal
        }
    }

    /// Ends an upload and removes what came of it. One that is over already only loses its file.
    func abandon(_ upload: Upload, at arrival: Arrival) async throws {
        let now = app.clock.now
        do { try await app.store.write(in: app.context(at: now)) { try $0.terminateUpload(upload.id) } } catch Refusal.uploadGone {}
        arrival.close()
        try await clear(upload)
    }

    /// Removes the files of an upload that became no document.
    func clear(_ upload: Upload) async throws {
        let name = papers.name(.arrived, of: upload.document, upload.claim)
        let path = papers.folder.incoming(name)
        _ = try await papers.disk.run { () throws(VaultTrouble) in try DiskFile.remove(path) }
        try await papers.blobs.remove(name)
    }
}

extension Upload {
    /// The document that it becomes has its number, so that the file is sealed for it from the first byte.
    var document: ID<Document> { ID(id.rawValue) }
}

/// Gathers small pieces before they go to a disk thread, as one frame of the file. On a slow line they wait at most a second.
private struct Stream {
    let arrival: Arrival
    let turn: Int
    let isProvisional: Bool
    let disk: DiskThreads
    private var waiting: [UInt8] = []
    private var stored = ContinuousClock.now
    /// With many uploads at once this is most of the memory, so it is less than a frame may hold.
    private static let most = 32 * 1024

    init(arrival: Arrival, turn: Int, isProvisional: Bool, disk: DiskThreads) {
        self.arrival = arrival
        self.turn = turn
        self.isProvisional = isProvisional
        self.disk = disk
    }

    mutating func take(_ piece: ByteBuffer) async throws(VaultTrouble) {
        if waiting.count + piece.readableBytes > Self.most { try await store() }
        if waiting.isEmpty { waiting.reserveCapacity(Self.most) }
        waiting.append(contentsOf: piece.readableBytesView)
        if stored.duration(to: .now) > .seconds(1) { try await store() }
    }

    mutating func flush() async throws(VaultTrouble) -> Int {
        try await store()
        let (arrival, turn) = (arrival, turn)
        return try await disk.run { () throws(VaultTrouble) in try arrival.flush(turn: turn) }
    }

    private mutating func store() async throws(VaultTrouble) {
        stored = .now
        guard !waiting.isEmpty else { return }
        let (arrival, turn, isProvisional, bytes) = (arrival, turn, isProvisional, waiting)
        waiting = []
        try await disk.run { () throws(VaultTrouble) in try arrival.append(bytes, turn: turn, provisional: isProvisional) }
    }
}
