import LapakDomain

@testable import LapakStore

// What people send, and what becomes of it.
extension World {
    /// Sends a whole file for a paper; it waits for its inspection.
    func send(_ paper: Paper, for claim: ID<Claim>, at now: Instant = morning) async throws -> Document {
        let (id, document): (ID<Upload>, ID<Document>) = (source.id(), source.id())
        _ = try await store.write(in: context(at: now)) {
            try $0.beginUpload(id, for: paper, of: claim, length: 1000, name: FileName("foto.jpg"), declared: "image/jpeg")
        }
        return try await store.write(in: context(by: .member(claim), at: now)) {
            try $0.finish(id, as: document, sha256: "aa", promised: nil)
        }
    }

    func inspect(_ id: ID<Document>, _ result: Result<CleanedFile, FileFault>? = nil, at now: Instant = morning) async throws {
        let result = result ?? .success(CleanedFile(kind: .jpeg, bytes: 900, sha256: "bb", pages: 1))
        try await store.write(in: context(at: now)) { try $0.inspected(id, result) }
    }

    /// Everything that the checklist requires, whole.
    func sendAll(for claim: ID<Claim>, at now: Instant = morning) async throws -> [Document] {
        let dossier = try await store.read { connection in
            guard let claim = try connection.find(Claim.self, claim) else { throw Refusal.notFound }
            return try connection.dossier(of: claim)
        }
        var sent: [Document] = []
        for row in dossier.required {
            let document = try await send(row.item.papers[0], for: claim, at: now)
            try await inspect(document.id, at: now)
            sent.append(document)
        }
        return sent
    }

    func takeNext(_ staff: Int64, at now: Instant = morning) async throws -> Document? {
        let branch = siak.id
        return try await store.write(in: context(at: now)) { try $0.takeNext(for: ID(staff), at: branch) }
    }
}
