import Foundation
import LapakDomain
import LapakNation
import LapakVault

/// A folder of its own for one test, gone with it.
final class Scratch: Sendable {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.appending(path: "lapak-vault-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func callAsFunction(_ name: String) -> String { "\(path)/\(name)" }

    func write(_ bytes: [UInt8], to name: String) throws { try Data(bytes).write(to: URL(filePath: self(name))) }

    func bytes(of name: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(filePath: self(name)))) }

    func size(of name: String) throws -> Int { try bytes(of: name).count }

    /// Cuts a file, or makes it longer by zeros, as a loss of power may.
    func tear(_ name: String, to size: Int) throws {
        let handle = try FileHandle(forWritingTo: URL(filePath: self(name)))
        try handle.truncate(atOffset: UInt64(size))
        try handle.close()
    }
}

extension ClaimKey {
    /// The key of a made-up claim; the same number is the same key.
    static func made(_ number: Int64) -> ClaimKey {
        var dice = Dice(seed: UInt64(bitPattern: number))
        return ClaimKey(for: ID(number), chance: dice.bytes(32))
    }

    func seal(document: Int64 = 1, version: Int = 1, part: Int = 0) -> Seal {
        Seal(self, document: ID<Document>(document), version: version, part: part)
    }
}

extension Dice {
    mutating func bytes(_ count: Int) -> [UInt8] { (0..<count).map { _ in UInt8(truncatingIfNeeded: next()) } }
}
