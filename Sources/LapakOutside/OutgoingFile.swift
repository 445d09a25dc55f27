package import LapakVault

/// A file that goes out with a call; its size must stay as it is meanwhile.
package struct OutgoingFile: Sendable {
    package let file: DiskFile
    package let size: Int
    /// SHA-256 of its bytes, 64 small hexadecimal digits.
    package let sha256: String

    /// Opens the file and reads it through once for its hash. Blocks. Throws `missing` where there is none.
    package init(_ path: String) throws(VaultTrouble) {
        file = try DiskFile.reading(path)
        size = try file.size()
        sha256 = try file.sha256()
    }
}
