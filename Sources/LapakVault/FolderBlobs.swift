import Glibc

/// Keeps sealed files in a folder, in 256 shelfs by the hash of their name.
package struct FolderBlobs: Blobs {
    private let folder: VaultFolder
    private let threads: DiskThreads

    package init(_ folder: VaultFolder, threads: DiskThreads) {
        self.folder = folder
        self.threads = threads
    }

    /// Moves the file into its place by renaming, so `path` must lie on the same file system, best in the folder's `incoming`.
    package func put(_ path: String, as name: BlobName) async throws(VaultTrouble) {
        try await threads.run { () throws(VaultTrouble) in
            let target = place(name)
            do throws(VaultTrouble) {
                try DiskFile(path, .writing).sync()
            } catch {
                guard error == .missing else { throw error }
                // Moved already, by a call whose answer nobody heard.
                _ = try DiskFile(target, .reading)
                return try DiskFile.syncFolder(of: target)
            }
            try DiskFile.makeFolder(DiskFile.folder(of: target))
            guard rename(path, target) == 0 else { throw .disk("moving \(path) into its place", code: errno) }
            try DiskFile.syncFolder(of: target)
        }
    }

    package func open(_ name: BlobName) async throws(VaultTrouble) -> DiskFile {
        try await threads.run { () throws(VaultTrouble) in try DiskFile(place(name), .reading) }
    }

    package func remove(_ name: BlobName) async throws(VaultTrouble) {
        try await threads.run { () throws(VaultTrouble) in
            let target = place(name)
            if try DiskFile.remove(target) { try DiskFile.syncFolder(of: target) }
        }
    }

    private func place(_ name: BlobName) -> String { "\(folder.kept)/\(name.shelved)" }
}
