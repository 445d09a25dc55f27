import Crypto
import Foundation
import LapakGround

/// What the end of a sealed file says of its content: length and SHA-256.
package struct SealedSum: Hashable, Sendable {
    /// Plain bytes.
    package let length: Int
    /// 64 small hexadecimal digits.
    package let sha256: String

    static let size = 8 + SHA256.byteCount

    init(length: Int, hasher: SHA256) {
        self.length = length
        sha256 = Array(hasher.finalize()).hex
    }

    /// As it stands in the end frame.
    var bytes: [UInt8] { Array(bigEndian: Int64(length)) + ([UInt8](hexadecimal: sha256) ?? []) }
}
