import LapakDomain
import LapakVault

extension PaperVault {
    /// Whether a file can be kept, read and removed again.
    package func probe() async throws {
        let chance = secrets.bytes(40)
        let number = chance.prefix(7).reduce(Int64(0)) { $0 << 8 | Int64($1) }
        let name = BlobName(claim: ID<Claim>(0), document: ID<Document>(number), version: 0)
        let path = folder.incoming(name)
        let seal = Seal(ClaimKey(for: ID(0), chance: Array(chance.suffix(32))), document: ID<Document>(0), version: 0)
        try await disk.run { () throws(VaultTrouble) in _ = try SealedWriter.create(at: path, seal).finish() }
        try await blobs.put(path, as: name)
        let file = try await blobs.open(name)
        _ = try await disk.run { () throws(VaultTrouble) in try SealedReader(file, seal).check() }
        try await blobs.remove(name)
    }
}
