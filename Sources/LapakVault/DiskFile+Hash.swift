import Crypto
import LapakGround

extension DiskFile {
    /// SHA-256 of the file as it stands on the disk, 64 small hexadecimal digits; takes 64 KiB of memory. Blocks.
    package func sha256() throws(VaultTrouble) -> String {
        var hasher = SHA256()
        var offset = 0
        while true {
            let piece = try read(65_536, at: offset)
            guard !piece.isEmpty else { return Array(hasher.finalize()).hex }
            hasher.update(data: piece)
            offset += piece.count
        }
    }
}
