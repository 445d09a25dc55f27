import Crypto

/// A place between two frames, and what the frames before it say.
struct SealedMark: Sendable {
    /// Offset in the file.
    var place: Int
    /// Number of the next frame.
    var number: Int
    /// Plain bytes so far, and the hash of them.
    var length = 0
    var hasher = SHA256()

    /// Before the first frame.
    static var start: SealedMark { SealedMark(place: Seal.opening.count, number: 0) }

    /// After a frame of `size` bytes in the file that holds these plain ones.
    func after(frame size: Int, _ plain: [UInt8]) -> SealedMark {
        var next = self
        next.place += size
        next.number += 1
        next.length += plain.count
        next.hasher.update(data: plain)
        return next
    }
}

/// Goes through a sealed file frame by frame and believes nothing that is not proven.
struct FrameWalk {
    private let file: DiskFile
    private let seal: Seal
    /// Behind the last frame that was good.
    private(set) var mark = SealedMark.start
    /// True once an end frame was opened, whatever came after it.
    private(set) var hasEnd = false
    /// What the end frame says, once everything before it has proven it right.
    private(set) var sum: SealedSum?

    /// Stands behind the start frame. Throws `foreign` when key or label do not fit, `damaged` when the file is too short to tell.
    init(_ file: DiskFile, _ seal: Seal) throws(VaultTrouble) {
        self.file = file
        self.seal = seal
        let start = try file.read(Seal.startSize, at: 0)
        guard start.count == Seal.startSize else { throw .damaged }
        guard start.starts(with: Seal.opening) else { throw .foreign }
        let word = Seal.word(Array(start[Seal.opening.count..<Seal.opening.count + Seal.wordSize]))
        guard word?.kind == .start else { throw .foreign }
        do {
            _ = try seal.opened(.start, number: 0, Array(start.suffix(Seal.boxOverhead)))
        } catch {
            throw .foreign
        }
        mark = mark.after(frame: Seal.startSize - Seal.opening.count, [])
    }

    /// The plain bytes of the next data frame; nil at the end, which must be sealed and the end of the file too.
    mutating func next() throws(VaultTrouble) -> [UInt8]? {
        guard sum == nil else { return nil }
        guard !hasEnd, let (kind, count) = Seal.word(try file.read(Seal.wordSize, at: mark.place)), kind != .start else { throw .damaged }
        let box = try file.read(count, at: mark.place + Seal.wordSize)
        guard box.count == count else { throw .damaged }
        let plain = try seal.opened(kind, number: mark.number, box)
        guard kind == .end else {
            mark = mark.after(frame: Seal.wordSize + count, plain)
            return plain
        }
        hasEnd = true
        let found = SealedSum(length: mark.length, hasher: mark.hasher)
        guard plain == found.bytes, try file.size() == mark.place + Seal.wordSize + count else { throw .damaged }
        sum = found
        return nil
    }
}
