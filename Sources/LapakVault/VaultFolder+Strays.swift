import Glibc

extension VaultFolder {
    /// Removes what grows in `incoming` no more: files that nobody wrote to for `seconds`. Answers how many. Blocks.
    ///
    /// An upload that is in the database must be younger than that, or it is lost.
    package func removeStrays(olderThan seconds: Int) throws(VaultTrouble) -> Int {
        guard let folder = opendir(incoming) else { throw .disk("reading \(incoming)", code: errno) }
        defer { closedir(folder) }
        let now = time(nil)
        var removed = 0
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            var found = stat()
            let path = "\(incoming)/\(name)"
            guard BlobName(name) != nil, lstat(path, &found) == 0, found.st_mode & S_IFMT == S_IFREG else { continue }
            guard now - found.st_mtim.tv_sec > seconds else { continue }
            if try DiskFile.remove(path) { removed += 1 }
        }
        return removed
    }
}
