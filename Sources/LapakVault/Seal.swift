import Crypto
import Foundation
package import LapakDomain

/// The key and the label of one sealed file.
///
/// The file begins with eight bytes, `LAPAKDO` and the number of the format (1), and goes on in frames. A frame
/// is four bytes, of which the first tells its kind and the others, big-endian, the length of what follows; then AES-256-GCM:
/// a nonce of chance (12 bytes), the sealed bytes, the tag (16 bytes). The associated data of each frame binds format, claim,
/// document, version, part, the frame's kind and its number in the file.
///
/// - An empty start frame proves key and label before anything else is believed.
/// - Data frames hold 1 to 65,536 plain bytes, as few as were there when a flush was asked for.
/// - The end frame holds the plain length (8 bytes, big-endian) and the SHA-256 of all plain bytes.
///
/// So a cut, frames in another order, a file of another document and a wrong key are all found. One key may seal 2³² frames
/// with nonces of chance; a claim has some thousands.
package struct Seal: Sendable {
    /// The most plain bytes of one frame.
    package static let frameLimit = 65_536
    static let opening = Array("LAPAKDO".utf8) + [1]
    static let wordSize = 4
    static let boxOverhead = 12 + 16
    /// Opening, and the start frame.
    static let startSize = opening.count + wordSize + boxOverhead

    enum Kind: UInt8, CaseIterable { case start = 1, data, end }

    private let key: SymmetricKey
    private let label: [UInt8]

    /// The seal of one version of one document of the key's claim. `part` tells its files apart where it has several: 0 as it
    /// arrived, others as the caller numbers them (cleaned content, previews).
    package init<Document>(_ key: ClaimKey, document: ID<Document>, version: Int, part: Int = 0) {
        self.key = key.key
        let numbers = [key.claim.rawValue, document.rawValue, Int64(version), Int64(part)]
        label = Seal.opening + numbers.flatMap { Array(bigEndian: $0) }
    }

    /// A whole frame, its word included.
    func frame(_ kind: Kind, number: Int, _ plain: some DataProtocol) throws(VaultTrouble) -> [UInt8] {
        do {
            let box = try AES.GCM.seal(plain, using: key, authenticating: associated(kind, number))
            guard let combined = box.combined else { throw VaultTrouble.damaged }
            let count = UInt32(combined.count)
            return [kind.rawValue, UInt8(count >> 16), UInt8(count >> 8 & 255), UInt8(count & 255)] + combined
        } catch {
            throw .damaged
        }
    }

    /// What a frame holds, without its word.
    func opened(_ kind: Kind, number: Int, _ box: [UInt8]) throws(VaultTrouble) -> [UInt8] {
        do {
            return Array(try AES.GCM.open(AES.GCM.SealedBox(combined: box), using: key, authenticating: associated(kind, number)))
        } catch {
            throw .damaged
        }
    }

    /// Kind and length of a frame by its word; nil for one that no frame has.
    static func word(_ bytes: [UInt8]) -> (kind: Kind, count: Int)? {
        guard bytes.count == wordSize, let kind = Kind(rawValue: bytes[0]) else { return nil }
        let count = Int(bytes[1]) << 16 | Int(bytes[2]) << 8 | Int(bytes[3])
        let allowed =
            switch kind {
            case .start: 0...0
            case .data: 1...frameLimit
            case .end: SealedSum.size...SealedSum.size
            }
        return allowed.contains(count - boxOverhead) ? (kind, count) : nil
    }

    private func associated(_ kind: Kind, _ number: Int) -> [UInt8] { label + [kind.rawValue] + Array(bigEndian: Int64(number)) }
}
