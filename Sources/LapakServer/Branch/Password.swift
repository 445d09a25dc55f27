import Crypto
import CryptoExtras
import Foundation
import LapakGround
import LapakStore

/// Passwords as they are kept: only their memory-hard hash (scrypt, RFC 7914), with its cost beside it.
///
/// Slow on purpose: never on the cooperative pool, see `PasswordThreads`.
package enum Password {
    /// What one hash costs. Memory is 128 × rounds × block size bytes, time grows with `parallelism` too.
    package struct Cost: Hashable, Sendable {
        package let rounds: Int
        package let blockSize: Int
        package let parallelism: Int

        package init(rounds: Int, blockSize: Int, parallelism: Int) {
            self.rounds = rounds
            self.blockSize = blockSize
            self.parallelism = parallelism
        }
        /// 32 MiB, three times over: one of OWASP's equivalent choices for scrypt.
        package static let standard = Cost(rounds: 1 << 15, blockSize: 8, parallelism: 3)
        /// For passwords that everyone knows: the demonstration's.
        package static let demonstration = Cost(rounds: 1 << 13, blockSize: 8, parallelism: 1)

        /// What we are ready to spend on a stored text, whoever wrote it: 256 MiB at most.
        var isBearable: Bool {
            rounds > 1 && rounds <= 1 << 18 && rounds.nonzeroBitCount == 1 && (1...32).contains(blockSize) && (1...16).contains(parallelism)
                && 128 * rounds * blockSize <= 1 << 28
        }
    }

    private static let length = 32

    /// `scrypt$n$r$p$salt$hash`, salt and hash in hexadecimal. `salt` is 16 bytes of chance, made anew for every password.
    package static func hash(_ password: String, salt: [UInt8], cost: Cost = .standard) -> String {
        guard let key = derive(password, salt: salt, cost: cost) else { preconditionFailure("scrypt found no memory, or its cost is none") }
        return "scrypt$\(cost.rounds)$\(cost.blockSize)$\(cost.parallelism)$\(salt.hex)$\(key.hex)"
    }

    /// Whether `stored` was made from this password. A text that is no hash of ours matches nothing.
    package static func matches(_ password: String, _ stored: String) -> Bool {
        let parts = stored.split(separator: "$", omittingEmptySubsequences: false)
        guard parts.count == 6, parts[0] == "scrypt", let rounds = Int(parts[1]), let blockSize = Int(parts[2]),
            let parallelism = Int(parts[3]), let salt = bytes(parts[4]), let expected = bytes(parts[5]), expected.count == length,
            let key = derive(password, salt: salt, cost: Cost(rounds: rounds, blockSize: blockSize, parallelism: parallelism))
        else { return false }
        return zip(key, expected).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }

    /// A hash that no password has, at the standard cost.
    package static let nobody =
        "scrypt$\(Cost.standard.rounds)$\(Cost.standard.blockSize)$\(Cost.standard.parallelism)$\(String(repeating: "5a", count: 16))$"
        + String(repeating: "00", count: length)

    /// Nil when the cost cannot be borne. The same password typed on another keyboard may be composed otherwise, so it is
    /// put into one Unicode form first; a byte in front keeps the empty one from being no bytes at all.
    private static func derive(_ password: String, salt: [UInt8], cost: Cost) -> [UInt8]? {
        guard cost.isBearable, !salt.isEmpty else { return nil }
        let bytes = [1] + Array(password.precomposedStringWithCanonicalMapping.utf8)
        let key = try? KDF.Scrypt.deriveKey(
            from: bytes, salt: salt, outputByteCount: length, rounds: cost.rounds, blockSize: cost.blockSize, parallelism: cost.parallelism)
        return key?.withUnsafeBytes { Array($0) }
    }

    private static func bytes(_ hex: Substring) -> [UInt8]? {
        let signs = Array(hex.utf8)
        guard !signs.isEmpty, signs.count.isMultiple(of: 2), signs.count <= 256 else { return nil }
        let bytes = stride(from: 0, to: signs.count, by: 2).compactMap { index in
            UInt8(String(decoding: signs[index...index + 1], as: UTF8.self), radix: 16)
        }
        return bytes.count * 2 == signs.count ? bytes : nil
    }
}
