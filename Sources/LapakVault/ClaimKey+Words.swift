import Crypto
import Foundation
import LapakDomain
import LapakGround

// Short words in a text column, sealed like the claim's files: with its key they are gone, too.
extension ClaimKey {
    /// The words as they are kept; `number` is the row's, so that no row's words can stand in another.
    package func sealed(_ words: String, number: Int64) throws(VaultTrouble) -> String {
        do {
            let box = try AES.GCM.seal(Array(words.utf8), using: key, authenticating: label(number))
            guard let combined = box.combined else { throw VaultTrouble.wrongKey }
            return Self.opening + Array(combined).hex
        } catch {
            throw .wrongKey
        }
    }

    /// The words again. Throws `damaged` for what this key did not seal for this row.
    package func opened(_ kept: String, number: Int64) throws(VaultTrouble) -> String {
        guard kept.hasPrefix(Self.opening), let box = [UInt8](hexadecimal: kept.dropFirst(Self.opening.count)) else { throw .damaged }
        do {
            let plain = try AES.GCM.open(AES.GCM.SealedBox(combined: box), using: key, authenticating: label(number))
            return String(decoding: plain, as: UTF8.self)
        } catch {
            throw .damaged
        }
    }

    private static let opening = "w1."

    private func label(_ number: Int64) -> [UInt8] {
        Array("LAPAKWRD".utf8) + [1] + Array(bigEndian: claim.rawValue) + Array(bigEndian: number)
    }
}
