import Crypto
import Foundation
package import LapakDomain

/// The data key of one claim: 256 bits under which all its files are sealed.
///
/// It is kept only wrapped, in the claim's row. Destroying that row's value makes every file of the claim unreadable for good,
/// in backups of the files too; a backup of the database ends it when it is itself destroyed.
package struct ClaimKey: Sendable {
    package let claim: ID<Claim>
    let key: SymmetricKey

    /// A new key of `chance`, which must be 32 bytes from the system's generator; anything else is a fault of the program.
    package init(for claim: ID<Claim>, chance: [UInt8]) {
        precondition(chance.count == MasterKeys.byteCount, "a claim's key is made of 32 bytes")
        self.init(claim: claim, key: SymmetricKey(data: chance))
    }

    init(claim: ID<Claim>, key: SymmetricKey) {
        self.claim = claim
        self.key = key
    }

    /// The key under the newest master key (AES-256-GCM; the associated data binds claim and master version).
    package func wrapped(by masters: MasterKeys) throws(VaultTrouble) -> WrappedKey {
        let master = try masters.key(masters.newest)
        let bytes = key.withUnsafeBytes { Array($0) }
        do {
            let label = WrappedKey.label(claim: claim, master: masters.newest)
            let box = try AES.GCM.seal(bytes, using: master, authenticating: label)
            guard let combined = box.combined else { throw VaultTrouble.wrongKey }
            return WrappedKey(master: masters.newest, box: Array(combined))
        } catch {
            throw .wrongKey
        }
    }
}

extension ClaimKey: CustomStringConvertible {
    /// For logs: never the key.
    package var description: String { "the key of claim \(claim.rawValue)" }
}
