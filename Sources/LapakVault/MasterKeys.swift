import Crypto
import Foundation
import LapakDomain
import LapakGround

/// The ring of master keys: 256 bits each, by version number. The newest wraps; older ones only unwrap.
///
/// Written as text, in a file or an environment value: one `version hex` a line, for example `2 8f…` with 64 hexadecimal
/// digits. A comma ends an entry as well as a line end does, for values that must be one line. `#` begins a comment.
/// To rotate: add a line with a higher version, start again, rewrap the claims' keys, then take the old line away.
package struct MasterKeys: Sendable {
    private let keys: [Int: SymmetricKey]
    /// The version that wraps.
    package let newest: Int

    /// Reads the text. Refuses an empty ring, a version twice or outside 1…999,999, a key that is not 64 hexadecimal
    /// digits, and one that is a single byte repeated.
    package init(text: String) throws(VaultTrouble) {
        var keys: [Int: SymmetricKey] = [:]
        for (number, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            for entry in line.prefix(while: { $0 != "#" }).split(separator: ",") {
                let words = entry.split(whereSeparator: \.isWhitespace)
                guard !words.isEmpty else { continue }
                guard words.count == 2 else { throw .keys("line \(number + 1) is not written 'version hex'") }
                guard let version = Int(words[0]), (1...999_999).contains(version) else {
                    throw .keys("line \(number + 1): the version is a number from 1 to 999999")
                }
                guard keys[version] == nil else { throw .keys("version \(version) stands there twice") }
                guard let bytes = [UInt8](hexadecimal: words[1]), bytes.count == MasterKeys.byteCount else {
                    throw .keys("version \(version) is not 64 hexadecimal digits")
                }
                guard Set(bytes).count > 1 else { throw .keys("version \(version) is one byte repeated, which is no key") }
                keys[version] = SymmetricKey(data: bytes)
            }
        }
        guard let newest = keys.keys.max() else { throw .keys("there is none") }
        self.keys = keys
        self.newest = newest
    }

    /// The versions in the ring, in order.
    package var versions: [Int] { keys.keys.sorted() }

    func key(_ version: Int) throws(VaultTrouble) -> SymmetricKey {
        guard let key = keys[version] else { throw .unknownMaster(version) }
        return key
    }

    /// One line of the text, with a new key made of `chance`, which must be 32 bytes from the system's generator.
    package static func line(version: Int, chance: [UInt8]) -> String { "\(version) \(chance.hex)\n" }

    static let byteCount = 32
}

extension MasterKeys: CustomStringConvertible {
    /// For logs: the versions only.
    package var description: String { "master keys \(versions.map(String.init).joined(separator: ", "))" }
}
