import Foundation
package import LapakDomain
package import LapakStore
package import LapakVault

/// The claims' files at rest: each sealed with its claim's key, which the database keeps wrapped by a master key.
///
/// A document has a number of its own for every version, so a seal that binds claim and document binds the version too.
package final class PaperVault: Sendable {
    /// What is kept of one document.
    package enum Part: Hashable, Sendable {
        /// As it arrived; removed once it was inspected.
        case arrived
        /// What the inspection made of it: without metadata, re-encoded where it was an image.
        case cleaned
        /// A picture of a page, counted from 1.
        case preview(Int)

        fileprivate var number: Int {
            switch self {
            case .arrived: 0
            case .cleaned: 1
            case .preview(let page): 9 + page
            }
        }
    }

    package let folder: VaultFolder
    package let disk: DiskThreads
    package let blobs: any Blobs
    package let masters: MasterKeys
    private let store: Store
    let secrets: Secrets

    package init(folder: VaultFolder, disk: DiskThreads, blobs: any Blobs, masters: MasterKeys, store: Store, secrets: Secrets) {
        self.folder = folder
        self.disk = disk
        self.blobs = blobs
        self.masters = masters
        self.store = store
        self.secrets = secrets
    }

    /// The key of a claim's files; made when the first one arrives. Refuses with `notFound` once it was destroyed.
    package func key(of claim: ID<Claim>) async throws -> ClaimKey {
        var kept = try await store.read { try $0.find(KeptKey.self, claim) }
        if kept == nil { kept = try await makeKey(for: claim) }
        guard let wrapped = kept.flatMap({ WrappedKey($0.wrapped) }) else { throw Refusal.notFound }
        return try wrapped.opened(for: claim, with: masters)
    }

    private func makeKey(for claim: ID<Claim>) async throws -> KeptKey {
        let new = KeptKey(claim: claim, wrapped: try ClaimKey(for: claim, chance: secrets.bytes(32)).wrapped(by: masters).text)
        return try await store.write(in: .bookkeeping, .row(KeptKey.self, claim)) { work in
            if let kept = try work.find(KeptKey.self, claim) { return kept }
            work.insert(new)
            return new
        }
    }

    package func seal(_ part: Part, of document: ID<Document>, _ key: ClaimKey) -> Seal {
        Seal(key, document: document, version: 1, part: part.number)
    }
    package func name(_ part: Part, of document: ID<Document>, _ claim: ID<Claim>) -> BlobName {
        BlobName(claim: claim, document: document, version: 1, part: part.number)
    }

    /// Seals bytes and keeps them for good; again is harmless.
    package func keep(_ bytes: [UInt8], as part: Part, of document: ID<Document>, _ claim: ID<Claim>) async throws {
        let (seal, name) = (seal(part, of: document, try await key(of: claim)), name(part, of: document, claim))
        let path = folder.incoming(name)
        try await disk.run { () throws(VaultTrouble) in
            _ = try DiskFile.remove(path)
            let writer = try SealedWriter.create(at: path, seal)
            for start in stride(from: 0, to: bytes.count, by: Seal.frameLimit) {
                try writer.append(Array(bytes[start..<min(start + Seal.frameLimit, bytes.count)]))
            }
            _ = try writer.finish()
        }
        try await blobs.put(path, as: name)
    }

    /// The whole content. Throws `VaultTrouble` when it is missing, damaged or another's.
    package func load(_ part: Part, of document: ID<Document>, _ claim: ID<Claim>) async throws -> [UInt8] {
        let seal = seal(part, of: document, try await key(of: claim))
        let file = try await blobs.open(name(part, of: document, claim))
        return try await disk.run { () throws(VaultTrouble) in try SealedReader(file, seal).all(limit: 64 << 20) }
    }

    package func remove(_ part: Part, of document: ID<Document>, _ claim: ID<Claim>) async throws {
        try await blobs.remove(name(part, of: document, claim))
    }
}
