import Synchronization

/// Reads a sealed file, one frame of at most 64 KiB at a time. All calls block: run them on a thread that may.
///
/// That the file is whole is known only at its end; call `check` first where half an answer would do harm.
package final class SealedReader: Sendable {
    private let file: DiskFile
    private let seal: Seal
    private let walk: Mutex<FrameWalk>

    /// Throws `foreign` when the file was not sealed for this claim, document and version with this key.
    package init(_ file: DiskFile, _ seal: Seal) throws(VaultTrouble) {
        self.file = file
        self.seal = seal
        walk = Mutex(try FrameWalk(file, seal))
    }

    package convenience init(at path: String, _ seal: Seal) throws(VaultTrouble) {
        try self.init(DiskFile(path, .reading), seal)
    }

    /// The next plain bytes, never empty; nil once the end is reached and proven. Throws `damaged` on anything else.
    package func next() throws(VaultTrouble) -> [UInt8]? {
        try walk.withLock { walk throws(VaultTrouble) in try walk.next() }
    }

    /// Goes through the whole file once, keeps nothing of it and answers what its end says; where `next` stands does not change.
    package func check() throws(VaultTrouble) -> SealedSum {
        var walk = try FrameWalk(file, seal)
        while try walk.next() != nil {}
        guard let sum = walk.sum else { throw .damaged }
        return sum
    }

    /// All plain bytes. Throws `damaged`, too, when there are more than `limit`.
    package func all(limit: Int) throws(VaultTrouble) -> [UInt8] {
        var plain: [UInt8] = []
        plain.reserveCapacity(min(limit, try file.size()))
        while let piece = try next() {
            guard plain.count + piece.count <= limit else { throw .damaged }
            plain += piece
        }
        return plain
    }
}
