import Crypto
import Foundation
import LapakDomain
import LapakNation
import LapakVault
import Testing

@Suite("A sealed file")
struct SealedFileTests {
    private static let pieces: [[UInt8]] = [Array(1...10), [11], [12, 13, 14, 15, 16]]
    private static let key = ClaimKey.made(5)

    @Test(
        "Comes back byte by byte, in pieces of 64 KiB at most, with length and hash",
        arguments: [0, 1, 65_535, 65_536, 65_537, 131_072, 200_001])
    func whole(count: Int) throws {
        let scratch = try Scratch()
        var dice = Dice(seed: UInt64(count))
        let content = dice.bytes(count)
        let writer = try SealedWriter.create(at: scratch("file"), Self.key.seal())
        try writer.append(content)
        let sum = try writer.finish()
        let hash = SHA256.hash(data: content).map { String(format: "%02x", $0) }.joined()
        #expect(sum.length == count && sum.sha256 == hash)
        let reader = try SealedReader(at: scratch("file"), Self.key.seal())
        #expect(try reader.check() == sum)
        var pieces: [[UInt8]] = []
        while let piece = try reader.next() { pieces.append(piece) }
        #expect(try pieces.flatMap(\.self) == content && reader.next() == nil)
        #expect(pieces.allSatisfy { (1...65_536).contains($0.count) })
        let frames = (count + 65_535) / 65_536
        #expect(try scratch.size(of: "file") == 40 + count + 32 * frames + 72)
    }

    @Test("Shows nothing of what it holds, and two of the same are different")
    func secret() throws {
        let scratch = try Scratch()
        let content = Array(repeating: UInt8(ascii: "A"), count: 1000)
        try scratch.seal([content], Self.key.seal())
        try scratch.seal([content], Self.key.seal(), as: "twin")
        let bytes = try scratch.bytes(of: "file")
        #expect(!String(decoding: bytes, as: UTF8.self).contains("AAA"))
        #expect(try bytes != scratch.bytes(of: "twin"))
    }

    @Test("Cut at any byte, it is never taken for whole")
    func truncated() throws {
        let scratch = try Scratch()
        try scratch.seal(Self.pieces, Self.key.seal())
        let bytes = try scratch.bytes(of: "file")
        for count in 0..<bytes.count {
            try scratch.write(Array(bytes.prefix(count)), to: "cut")
            #expect(throws: VaultTrouble.damaged, "cut at \(count)") { try scratch.plain(Self.key.seal(), of: "cut") }
        }
        try scratch.write(bytes + [0], to: "cut")
        #expect(throws: VaultTrouble.damaged) { try scratch.plain(Self.key.seal(), of: "cut") }
    }

    @Test("One bit changed anywhere is found")
    func flipped() throws {
        let scratch = try Scratch()
        try scratch.seal(Self.pieces, Self.key.seal())
        let bytes = try scratch.bytes(of: "file")
        for bit in 0..<bytes.count * 8 {
            var changed = bytes
            changed[bit / 8] ^= 1 << (bit % 8)
            try scratch.write(changed, to: "changed")
            #expect(throws: VaultTrouble.self, "bit \(bit)") { try scratch.plain(Self.key.seal(), of: "changed") }
        }
    }

    @Test("Another key, claim, document, version or part does not open it, nor may it be written on with them")
    func foreign() throws {
        let scratch = try Scratch()
        try scratch.seal(Self.pieces, Self.key.seal(document: 1, version: 1))
        let before = try scratch.bytes(of: "file")
        let sameChance = ClaimKey(for: ID(9), chance: Array(1...32))
        try scratch.seal([[1]], sameChance.seal(), as: "nine")
        for (name, seal) in [
            ("file", ClaimKey.made(6).seal()), ("file", Self.key.seal(document: 2)), ("file", Self.key.seal(version: 2)),
            ("file", Self.key.seal(part: 1)),
            ("nine", ClaimKey(for: ID(10), chance: Array(1...32)).seal()),
        ] {
            #expect(throws: VaultTrouble.foreign) { try scratch.plain(seal, of: name) }
            #expect(throws: VaultTrouble.foreign) { try SealedWriter.reopen(at: scratch(name), seal) }
        }
        #expect(try scratch.bytes(of: "file") == before)
    }

    @Test("Frames in another order, left out, doubled or taken from another file of the same claim are found")
    func swapped() throws {
        let scratch = try Scratch()
        let same = [Self.pieces[0], Self.pieces[0], Self.pieces[0]]
        let (ends, _) = try scratch.seal(same, Self.key.seal())
        try scratch.seal(same, Self.key.seal(document: 2), as: "other")
        try scratch.seal(same, Self.key.seal(), as: "twin")
        let bytes = try scratch.bytes(of: "file")
        let (other, twin) = try (scratch.bytes(of: "other"), scratch.bytes(of: "twin"))
        let (start, end) = (Array(bytes[..<ends[0]]), Array(bytes[ends[3]...]))
        let frame = { (bytes: [UInt8], number: Int) in Array(bytes[ends[number]..<ends[number + 1]]) }
        let frames = (0..<3).map { frame(bytes, $0) }
        #expect(start + frames[0] + frames[1] + frames[2] + end == bytes)
        for (what, middle) in [
            ("another order", frames[1] + frames[0] + frames[2]), ("left out", frames[0] + frames[2]),
            ("last left out", frames[0] + frames[1]),
            ("doubled", frames[0] + frames[0] + frames[1] + frames[2]), ("another document", frames[0] + frame(other, 1) + frames[2]),
            ("start twice", Array(start[8...]) + frames[0] + frames[1] + frames[2]), ("end twice", frames[0] + frames[1] + frames[2] + end),
        ] {
            try scratch.write(start + middle + end, to: "changed")
            #expect(throws: VaultTrouble.damaged, "\(what)") { try scratch.plain(Self.key.seal(), of: "changed") }
        }
        // An older writing of the same document and version: same label, other content, caught by the hash at the end.
        try scratch.seal([Self.pieces[1], Self.pieces[1], Self.pieces[1]], Self.key.seal(), as: "older")
        let older = try scratch.bytes(of: "older")
        try scratch.write(start + frames[0] + frames[1] + frames[2] + older.suffix(72), to: "changed")
        #expect(throws: VaultTrouble.damaged) { try scratch.plain(Self.key.seal(), of: "changed") }
        #expect(twin != bytes)
    }

    @Test("A file of the first format, made by another program, is read for ever")
    func format() throws {
        let scratch = try Scratch()
        let key = ClaimKey(for: ID(4711), chance: Array(1...32))
        try scratch.write(Self.hexadecimal(Self.golden), to: "file")
        #expect(try String(decoding: scratch.plain(key.seal(document: 77, version: 3, part: 2)), as: UTF8.self) == "Halo, Lapak Asik!")
    }

    /// Written by another program (Python's cryptography) after the description of `Seal`: claim 4711, document 77, version 3, part 2.
    private static let golden = """
        4c4150414b444f010100001c010101010101010101010101c5803f2d41d808058c10b4a2baca669202000022020202020202020202020202d94667e1
        23fc4e79471b82664e89ec8fb3b2b3e5d74102000027030303030303030303030303a3f569b05e80a5013079e3173fd3ceb6f03b15906319d820a347
        92030000440404040404040404040404044d6525a94d23331fbf882bae202bff0d6819d852e28050192533ef5aa4e8616b39a722ece405859c70e614
        b61f2b565da46b39fd608d7c0b
        """

    private static func hexadecimal(_ text: String) -> [UInt8] {
        let digits = text.filter(\.isHexDigit).compactMap(\.hexDigitValue)
        return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
    }
}
