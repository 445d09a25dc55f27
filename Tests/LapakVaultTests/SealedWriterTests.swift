import Foundation
import LapakDomain
import LapakNation
import LapakVault
import Testing

@Suite("Writing a sealed file")
struct SealedWriterTests {
    private static let key = ClaimKey.made(5)

    @Test("Two hundred uploads, each cut at chance places and torn by losses of power, end byte-identical", arguments: 0..<200)
    func resumed(seed: Int) throws {
        let scratch = try Scratch()
        var dice = Dice(seed: 2022, item: seed)
        let content = dice.bytes(dice.roll(0...200_000))
        let seal = Self.key.seal(document: Int64(seed))
        var acknowledged: Int?
        var lives = 0
        while true {
            lives += 1
            let (promised, safe, isFinished) = try Self.life(scratch, seal, content, acknowledged, mayEnd: lives < 6, &dice)
            if isFinished { break }
            acknowledged = promised
            // Of what was not flushed some is there; or whole sectors of it, and zeros behind them.
            let kept = try dice.roll(safe...scratch.size(of: "file"))
            let hasZeros = dice.chance(30)
            try scratch.tear("file", to: hasZeros ? max(safe, kept / 512 * 512) : kept)
            if hasZeros { try scratch.tear("file", to: scratch.size(of: "file") + dice.roll(512...5000)) }
        }
        #expect(try scratch.plain(seal) == content)
    }

    /// One writer's life: it goes on from what is there and may end at any moment without a word. Answers what it promised last
    /// and how large the file surely was then.
    private static func life(
        _ scratch: Scratch, _ seal: Seal, _ content: [UInt8], _ acknowledged: Int?, mayEnd: Bool, _ dice: inout Dice
    ) throws -> (promised: Int, safe: Int, isFinished: Bool) {
        let writer =
            if let acknowledged {
                try SealedWriter.reopen(at: scratch("file"), seal, acknowledged: acknowledged)
            } else {
                try SealedWriter.create(at: scratch("file"), seal)
            }
        #expect(writer.offset >= acknowledged ?? 0 && writer.offset <= content.count)
        var (promised, safe) = (writer.offset, acknowledged == nil ? 0 : try scratch.size(of: "file"))
        while writer.offset < content.count {
            let from = writer.offset
            try writer.append(Array(content[from..<min(content.count, from + dice.roll(1...70_000))]))
            if dice.chance(50) {
                try writer.flush()
                (promised, safe) = (writer.offset, try scratch.size(of: "file"))
            }
            if mayEnd, dice.chance(40) { return (promised, safe, false) }
        }
        #expect(try writer.finish().length == content.count)
        return (promised, safe, true)
    }

    @Test("Torn at any byte, a file goes on from the last frame that was whole")
    func torn() throws {
        let scratch = try Scratch()
        let pieces: [[UInt8]] = [Array(1...10), [11], [12, 13, 14, 15, 16]]
        let content = pieces.flatMap(\.self)
        let (ends, sum) = try scratch.seal(pieces, Self.key.seal())
        let bytes = try scratch.bytes(of: "file")
        for count in 0..<bytes.count {
            try scratch.write(Array(bytes.prefix(count)), to: "torn")
            let writer = try SealedWriter.reopen(at: scratch("torn"), Self.key.seal())
            #expect(writer.offset == [0, 10, 11, 16][max(1, ends.count { $0 <= count }) - 1], "torn at \(count)")
            try writer.append(Array(content[writer.offset...]))
            #expect(try writer.finish() == sum)
            #expect(try scratch.plain(Self.key.seal(), of: "torn") == content)
        }
    }

    @Test("What was promised is never cut: a file that lost it is damaged and stays as it is")
    func promised() throws {
        let scratch = try Scratch()
        let (ends, _) = try scratch.seal([Array(1...10), Array(11...20)], Self.key.seal())
        var bytes = Array(try scratch.bytes(of: "file").prefix(ends[2]))
        bytes[ends[1] + 20] ^= 1
        for content in [bytes, Array(bytes.prefix(ends[1])), Array(bytes.prefix(10)), []] {
            try scratch.write(content, to: "lost")
            #expect(throws: VaultTrouble.damaged) { try SealedWriter.reopen(at: scratch("lost"), Self.key.seal(), acknowledged: 20) }
            #expect(try scratch.bytes(of: "lost") == content)
        }
        try scratch.write(bytes, to: "lost")
        #expect(try SealedWriter.reopen(at: scratch("lost"), Self.key.seal(), acknowledged: 10).offset == 10)
        #expect(throws: VaultTrouble.missing) { try SealedWriter.reopen(at: scratch("none"), Self.key.seal()) }
    }

    @Test("A file that was begun and never flushed begins anew, whatever a loss of power left of it")
    func unborn() throws {
        let scratch = try Scratch()
        for content in [[], [UInt8](repeating: 0, count: 40), [UInt8](repeating: 0, count: 4096), Array("LAPAK".utf8)] {
            try scratch.write(content, to: "file")
            let writer = try SealedWriter.reopen(at: scratch("file"), Self.key.seal())
            #expect(writer.offset == 0)
            try writer.append([7])
            _ = try writer.finish()
            #expect(try scratch.plain(Self.key.seal()) == [7])
        }
        try scratch.write(Array("not ours".utf8), to: "file")
        #expect(throws: VaultTrouble.damaged) { try SealedWriter.reopen(at: scratch("file"), Self.key.seal()) }
        #expect(try scratch.bytes(of: "file") == Array("not ours".utf8))
    }

    @Test("Finishing twice answers the same, also after a restart; nothing can be added")
    func finished() throws {
        let scratch = try Scratch()
        let writer = try SealedWriter.create(at: scratch("file"), Self.key.seal())
        try writer.append([1, 2, 3])
        #expect(writer.offset == 3 && writer.sum == nil)
        let sum = try writer.finish()
        let bytes = try scratch.bytes(of: "file")
        #expect(try writer.finish() == sum && writer.sum == sum && writer.offset == 3)
        #expect(throws: VaultTrouble.finished) { try writer.append([4]) }
        #expect(throws: VaultTrouble.busy) { try SealedWriter.reopen(at: scratch("file"), Self.key.seal()) }
        try withExtendedLifetime(writer) { try writer.flush() }
        try scratch.write(bytes, to: "kept")
        let later = try SealedWriter.reopen(at: scratch("kept"), Self.key.seal())
        #expect(try later.sum == sum && later.offset == 3 && later.finish() == sum)
        #expect(throws: VaultTrouble.finished) { try later.append([4]) }
        #expect(try scratch.bytes(of: "kept") == bytes)
    }

    @Test("A file has one writer at a time, and a file that is there is not begun again")
    func alone() throws {
        let scratch = try Scratch()
        var writer: SealedWriter? = try SealedWriter.create(at: scratch("file"), Self.key.seal())
        try writer?.flush()
        #expect(throws: VaultTrouble.busy) { try SealedWriter.reopen(at: scratch("file"), Self.key.seal()) }
        writer = nil
        #expect(throws: Never.self) { try SealedWriter.reopen(at: scratch("file"), Self.key.seal()) }
        #expect(throws: VaultTrouble.self) { try SealedWriter.create(at: scratch("file"), Self.key.seal()) }
    }

    @Test("Sixty-four files written at once, on threads of our own, are all right")
    func together() async throws {
        let scratch = try Scratch()
        let threads = DiskThreads(count: 4)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<64 {
                group.addTask {
                    var dice = Dice(seed: 64, item: number)
                    let content = dice.bytes(100_000)
                    let seal = Self.key.seal(document: Int64(number))
                    let name = "file-\(number)"
                    let writer = try await threads.run { () throws(VaultTrouble) in try SealedWriter.create(at: scratch(name), seal) }
                    for start in stride(from: 0, to: content.count, by: 30_000) {
                        let piece = Array(content[start..<min(start + 30_000, content.count)])
                        try await threads.run { () throws(VaultTrouble) in try writer.append(piece) }
                    }
                    let sum = try await threads.run { () throws(VaultTrouble) in try writer.finish() }
                    #expect(try scratch.plain(seal, of: name) == content && sum.length == content.count)
                }
            }
            try await group.waitForAll()
        }
    }
}
