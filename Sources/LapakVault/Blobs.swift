/// Where finished sealed files are kept. It sees sealed bytes only and needs no key.
package protocol Blobs: Sendable {
    /// Takes over the finished file at `path`; returns when it is kept for good. Then the file at `path` is gone; after a failure
    /// it is still there. Putting the same again is harmless, also when the first time's answer was lost.
    func put(_ path: String, as name: BlobName) async throws(VaultTrouble)

    /// The file, open to be read with a `SealedReader`. Throws `missing` where there is none.
    func open(_ name: BlobName) async throws(VaultTrouble) -> DiskFile

    /// Removes it for good; one that is not there is fine.
    func remove(_ name: BlobName) async throws(VaultTrouble)
}
