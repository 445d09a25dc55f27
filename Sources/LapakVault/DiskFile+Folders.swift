import Glibc

extension DiskFile {
    /// Returns when the folder that holds `path` is on the disk: a new name survives a loss of power only then.
    static func syncFolder(of path: String) throws(VaultTrouble) { try syncFolder(folder(of: path)) }

    static func syncFolder(_ folder: String) throws(VaultTrouble) {
        let descriptor = retrying { Glibc.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
        guard descriptor >= 0 else { throw .disk("opening \(folder)", code: errno) }
        defer { close(descriptor) }
        guard retrying({ fsync(descriptor) }) == 0 else { throw .disk("syncing \(folder)", code: errno) }
    }

    /// Makes a folder for its owner only, and its name durable; one that is there is fine. Its parent must be there.
    static func makeFolder(_ folder: String) throws(VaultTrouble) {
        if mkdir(folder, 0o700) != 0 {
            guard errno == EEXIST else { throw errno == ENOENT ? .missing : .disk("making \(folder)", code: errno) }
            return
        }
        try syncFolder(of: folder)
    }

    /// Takes a file's name away; answers whether there was one. Not durable by itself.
    @discardableResult
    package static func remove(_ path: String) throws(VaultTrouble) -> Bool {
        if unlink(path) == 0 { return true }
        guard errno == ENOENT else { throw .disk("removing \(path)", code: errno) }
        return false
    }

    static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// Calls again what a signal has interrupted.
    static func retrying<Result: SignedInteger>(_ call: () -> Result) -> Result {
        while true {
            let result = call()
            if result != -1 || errno != EINTR { return result }
        }
    }
}

extension VaultTrouble {
    /// The operating system's sentence for a code.
    static func words(_ code: Int32) -> String {
        var buffer = [CChar](repeating: 0, count: 128)
        guard strerror_r(code, &buffer, buffer.count) == 0 else { return "error \(code)" }
        return String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
