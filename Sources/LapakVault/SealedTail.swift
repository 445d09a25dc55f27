import Crypto

/// The growing end of a sealed file: what `SealedWriter` guards with its lock.
struct SealedTail {
    private let file: DiskFile
    private let path: String
    private let seal: Seal
    /// What is surely on the disk, and what has been written.
    private var durable: SealedMark
    private var written: SealedMark
    /// Taken but not yet written: less than one frame.
    private var rest: [UInt8] = []
    private var isNameDurable = false
    /// The disk failed and the file could not be brought back to what is durable: nothing more may be written.
    private var broken: VaultTrouble?
    private(set) var sum: SealedSum?

    var offset: Int { written.length + rest.count }

    private init(_ file: DiskFile, at path: String, _ seal: Seal, standing mark: SealedMark, sum: SealedSum? = nil) {
        self.file = file
        self.path = path
        self.seal = seal
        self.sum = sum
        (durable, written) = (mark, mark)
    }

    /// Begins a file that is empty.
    static func begin(_ file: DiskFile, at path: String, _ seal: Seal) throws(VaultTrouble) -> SealedTail {
        let start = try seal.frame(.start, number: 0, [])
        try file.write((Seal.opening + start)[...], at: 0)
        return SealedTail(file, at: path, seal, standing: .start.after(frame: start.count, []))
    }

    /// Goes on with a file; see `SealedWriter.reopen`.
    static func resume(_ file: DiskFile, at path: String, _ seal: Seal, acknowledged: Int) throws(VaultTrouble) -> SealedTail {
        if acknowledged == 0, try isUnborn(file) {
            try file.cut(to: 0)
            return try begin(file, at: path, seal)
        }
        var walk = try FrameWalk(file, seal)
        do throws(VaultTrouble) {
            while try walk.next() != nil {}
        } catch {
            guard error == .damaged, !walk.hasEnd, walk.mark.length >= acknowledged else { throw error }
            try file.cut(to: walk.mark.place)
        }
        guard walk.mark.length >= acknowledged else { throw .damaged }
        var tail = SealedTail(file, at: path, seal, standing: walk.mark, sum: walk.sum)
        try tail.sync()
        return tail
    }

    /// True for what a loss of power may leave of a file that was begun and never flushed: less than a start frame, or zeros.
    private static func isUnborn(_ file: DiskFile) throws(VaultTrouble) -> Bool {
        let start = try file.read(Seal.startSize, at: 0)
        return start.allSatisfy { $0 == 0 } || start.count < Seal.startSize && zip(start, Seal.opening).allSatisfy { $0 == $1 }
    }

    mutating func append(_ bytes: [UInt8]) throws(VaultTrouble) {
        guard sum == nil else { throw .finished }
        try orBack { tail throws(VaultTrouble) in
            var from = 0
            while from < bytes.count {
                let count = min(Seal.frameLimit - tail.rest.count, bytes.count - from)
                tail.rest += bytes[from..<from + count]
                from += count
                if tail.rest.count == Seal.frameLimit { try tail.writeRest() }
            }
        }
    }

    /// The same, and what is taken stands in the file at once, in a shorter frame if need be; not yet durable.
    mutating func write(_ bytes: [UInt8]) throws(VaultTrouble) {
        try append(bytes)
        try orBack { tail throws(VaultTrouble) in try tail.writeRest() }
    }

    mutating func flush() throws(VaultTrouble) {
        guard sum == nil else { return }
        try orBack { tail throws(VaultTrouble) in
            try tail.writeRest()
            if tail.written.number != tail.durable.number || !tail.isNameDurable { try tail.sync() }
        }
    }

    mutating func forget() throws(VaultTrouble) {
        guard sum == nil else { throw .finished }
        if let broken { throw broken }
        (written, rest) = (durable, [])
        do throws(VaultTrouble) { try file.cut(to: durable.place) } catch {
            broken = error
            throw error
        }
    }

    mutating func finish() throws(VaultTrouble) -> SealedSum {
        if let sum { return sum }
        return try orBack { tail throws(VaultTrouble) in
            try tail.writeRest()
            let sum = SealedSum(length: tail.written.length, hasher: tail.written.hasher)
            let end = try tail.seal.frame(.end, number: tail.written.number, sum.bytes)
            try tail.file.write(end[...], at: tail.written.place)
            try tail.sync()
            tail.sum = sum
            return sum
        }
    }

    private mutating func writeRest() throws(VaultTrouble) {
        guard !rest.isEmpty else { return }
        let frame = try seal.frame(.data, number: written.number, rest)
        try file.write(frame[...], at: written.place)
        written = written.after(frame: frame.count, rest)
        rest = []
    }

    private mutating func sync() throws(VaultTrouble) {
        try file.sync()
        if !isNameDurable { try DiskFile.syncFolder(of: path) }
        isNameDurable = true
        durable = written
    }

    /// After a failure nobody knows what reached the disk, and a second sync would not tell (the kernel forgets pages that it
    /// could not write): the file goes back to what an earlier one has confirmed.
    private mutating func orBack<Value>(_ work: (inout SealedTail) throws(VaultTrouble) -> Value) throws(VaultTrouble) -> Value {
        if let broken { throw broken }
        do {
            return try work(&self)
        } catch {
            (written, rest) = (durable, [])
            do throws(VaultTrouble) { try file.cut(to: durable.place) } catch { broken = error }
            throw error
        }
    }
}
