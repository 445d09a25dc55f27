import Synchronization

/// Writes one sealed file, which may stop at any byte and go on later. All calls block: run them on a thread that may.
///
/// Only what `flush` or `finish` has answered for is promised. When a call fails for the disk's sake, the writer stands again
/// where the last flush left it: ask for `offset` and go on from there. One file has one writer at a time, over all processes.
package final class SealedWriter: Sendable {
    private let tail: Mutex<SealedTail>

    private init(_ tail: SealedTail) { self.tail = Mutex(tail) }

    /// Begins a file at `path`, where none may be; its folder must be there.
    package static func create(at path: String, _ seal: Seal, faults: DiskFaults? = nil) throws(VaultTrouble) -> SealedWriter {
        let file = try DiskFile(path, .exclusive, faults: faults)
        try file.lock()
        return SealedWriter(try SealedTail.begin(file, at: path, seal))
    }

    /// Goes on with a file that an earlier writer left at whatever point: goes through its frames, cuts a torn tail away and makes
    /// the rest durable before `offset` tells of it.
    ///
    /// `acknowledged` is the offset that somebody was promised, if it is known: never is anything before it cut; the file is
    /// `damaged` then. Throws `foreign` for another key or label, `busy` while another writer is at it, `missing`; the file
    /// stays as it is in all these cases. A file that is finished opens too, and says so.
    package static func reopen(
        at path: String, _ seal: Seal, acknowledged: Int = 0, faults: DiskFaults? = nil
    ) throws(VaultTrouble) -> SealedWriter {
        let file = try DiskFile(path, .writing, faults: faults)
        try file.lock()
        return SealedWriter(try SealedTail.resume(file, at: path, seal, acknowledged: acknowledged))
    }

    /// Plain bytes taken so far, those not yet flushed included.
    package var offset: Int { tail.withLock { $0.offset } }

    /// What the end says, once the file is finished.
    package var sum: SealedSum? { tail.withLock { $0.sum } }

    /// Takes bytes; whole frames of 64 KiB go to the file at once, the rest waits for more or for a flush.
    package func append(_ bytes: [UInt8]) throws(VaultTrouble) {
        try tail.withLock { tail throws(VaultTrouble) in try tail.append(bytes) }
    }

    /// Takes bytes and writes all of them to the file, in a shorter frame if need be, so that none wait in memory. Not durable
    /// before a flush.
    package func write(_ bytes: [UInt8]) throws(VaultTrouble) {
        try tail.withLock { tail throws(VaultTrouble) in try tail.write(bytes) }
    }

    /// Returns when everything taken is on the disk, the file's name included.
    package func flush() throws(VaultTrouble) {
        try tail.withLock { tail throws(VaultTrouble) in try tail.flush() }
    }

    /// Throws away what was taken since the last flush, as if it had never come. Throws `finished` once the end is sealed.
    package func forget() throws(VaultTrouble) {
        try tail.withLock { tail throws(VaultTrouble) in try tail.forget() }
    }

    /// Seals the end and returns when all of the file is on the disk. Finishing again answers the same and does nothing.
    package func finish() throws(VaultTrouble) -> SealedSum {
        try tail.withLock { tail throws(VaultTrouble) in try tail.finish() }
    }
}
