/// The folder of the vault on this machine, for its owner only: what arrives, what is kept, and room for what is being read.
package struct VaultFolder: Sendable {
    /// Files that are being uploaded.
    package let incoming: String
    /// Finished files, when they are kept here.
    package let kept: String
    /// Files without names, while they are read from elsewhere.
    package let spool: String

    /// Makes the folders that are not there. Blocks; for the start of the program.
    package init(at path: String) throws(VaultTrouble) {
        var parents: [String] = []
        var parent = path
        while !["/", "."].contains(parent), parents.count < 100 {
            parents.append(parent)
            parent = DiskFile.folder(of: parent)
        }
        (incoming, kept, spool) = ("\(path)/incoming", "\(path)/kept", "\(path)/spool")
        for folder in parents.reversed() + [incoming, kept, spool] { try DiskFile.makeFolder(folder) }
    }

    /// Where the upload of this name grows.
    package func incoming(_ name: BlobName) -> String { "\(incoming)/\(name.text)" }
}
