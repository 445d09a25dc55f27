import Crypto
import Foundation
package import LapakDomain
import LapakGround

/// A claim's key under a master key: what the database keeps. Worth nothing without the ring of master keys.
package struct WrappedKey: Hashable, Sendable {
    /// The version of the master key that wrapped it.
    package let master: Int
    /// Nonce, sealed key and tag: 12 + 32 + 16 bytes.
    let box: [UInt8]

    /// Opens it for the claim in whose row it was found.
    package func opened(for claim: ID<Claim>, with masters: MasterKeys) throws(VaultTrouble) -> ClaimKey {
        let key = try masters.key(master)
        do {
            let label = WrappedKey.label(claim: claim, master: master)
            let bytes = try AES.GCM.open(AES.GCM.SealedBox(combined: box), using: key, authenticating: label)
            return ClaimKey(claim: claim, key: SymmetricKey(data: bytes))
        } catch {
            throw .wrongKey
        }
    }

    /// The same key under the newest master key, or this very value where it is so already. The files stay as they are.
    package func rewrapped(for claim: ID<Claim>, by masters: MasterKeys) throws(VaultTrouble) -> WrappedKey {
        isBehind(masters) ? try opened(for: claim, with: masters).wrapped(by: masters) : self
    }

    /// True when a newer master key should wrap it.
    package func isBehind(_ masters: MasterKeys) -> Bool { master != masters.newest }

    static func label(claim: ID<Claim>, master: Int) -> [UInt8] {
        Array("LAPAKKEY".utf8) + [1] + Array(bigEndian: Int64(master)) + Array(bigEndian: claim.rawValue)
    }

    private static let boxSize = 12 + MasterKeys.byteCount + 16
}

extension WrappedKey: Codable {
    /// `k1.<master version>.<120 hexadecimal digits>`, for a text column.
    package var text: String { "k1.\(master).\(box.hex)" }

    /// Nil for anything that `text` does not write.
    package init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0] == "k1", let master = Int(parts[1]), master > 0,
            let box = [UInt8](hexadecimal: parts[2]), box.count == WrappedKey.boxSize
        else { return nil }
        self.init(master: master, box: box)
    }

    /// Reads the text form.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let found = WrappedKey(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a wrapped key")
        }
        self = found
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
