import Glibc

/// An open file, by the operating system's own calls: nothing is buffered here. All calls block.
///
/// Closed when the last one lets go of it. Never inherited by child processes.
package final class DiskFile: Sendable {
    enum Purpose { case reading, writing, creating, exclusive }

    private let descriptor: Int32
    private let path: String
    private let faults: DiskFaults?

    /// Opens for reading; for writing and reading; the same and makes it where there is none; or makes it and refuses one that
    /// is there. New files have mode 0600.
    init(_ path: String, _ purpose: Purpose, faults: DiskFaults? = nil) throws(VaultTrouble) {
        let flags =
            switch purpose {
            case .reading: O_RDONLY
            case .writing: O_RDWR
            case .creating: O_RDWR | O_CREAT
            case .exclusive: O_RDWR | O_CREAT | O_EXCL
            }
        let opened = DiskFile.retrying { Glibc.open(path, flags | O_CLOEXEC | O_NOFOLLOW, 0o600) }
        guard opened >= 0 else { throw errno == ENOENT ? .missing : .disk("opening \(path)", code: errno) }
        descriptor = opened
        self.path = path
        self.faults = faults
    }

    deinit { close(descriptor) }

    /// A new file without a name on the file system of `folder`: it is gone when it is closed, whatever happens.
    package static func nameless(in folder: String) throws(VaultTrouble) -> DiskFile { try DiskFile(namelessIn: folder) }

    private init(namelessIn folder: String) throws(VaultTrouble) {
        let name = "\(folder)/\(String(UInt64.random(in: .min ... .max), radix: 36))"
        let opened = DiskFile.retrying { Glibc.open(name, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600) }
        guard opened >= 0 else { throw .disk("opening a spool file in \(folder)", code: errno) }
        unlink(name)
        descriptor = opened
        path = "a spool file"
        faults = nil
    }

    /// Opens a file to be read. Throws `missing` where there is none.
    package static func reading(_ path: String) throws(VaultTrouble) -> DiskFile { try DiskFile(path, .reading) }

    /// Bytes in the file.
    package func size() throws(VaultTrouble) -> Int { Int(try status().size) }

    func status() throws(VaultTrouble) -> (size: Int64, mode: mode_t, isPlain: Bool) {
        var found = stat()
        guard fstat(descriptor, &found) == 0 else { throw .disk("looking at \(path)", code: errno) }
        return (Int64(found.st_size), found.st_mode & 0o777, found.st_mode & S_IFMT == S_IFREG)
    }

    /// At most `count` bytes from `offset` on; fewer only at the end of the file.
    package func read(_ count: Int, at offset: Int) throws(VaultTrouble) -> [UInt8] {
        var code: Int32 = faults?.strike(.read) == nil ? 0 : EIO
        guard code == 0 else { throw .disk("reading \(path)", code: code) }
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count {
                let got = DiskFile.retrying { pread(descriptor, buffer.baseAddress! + filled, count - filled, off_t(offset + filled)) }
                if got < 0 { code = errno }
                guard got > 0 else { break }
                filled += got
            }
        }
        guard code == 0 else { throw .disk("reading \(path)", code: code) }
        return bytes
    }

    /// Writes all of `bytes` at `offset`; after a failure some of them may be there.
    package func write(_ bytes: ArraySlice<UInt8>, at offset: Int) throws(VaultTrouble) {
        if let kept = faults?.strike(.write) {
            _ = bytes.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, min(kept, $0.count), off_t(offset)) }
            throw .disk("writing \(path)", code: ENOSPC)
        }
        let code = bytes.withUnsafeBytes { buffer -> Int32 in
            var done = 0
            while done < buffer.count {
                let put = DiskFile.retrying { pwrite(descriptor, buffer.baseAddress! + done, buffer.count - done, off_t(offset + done)) }
                guard put > 0 else { return put < 0 ? errno : EIO }
                done += put
            }
            return 0
        }
        guard code == 0 else { throw .disk("writing \(path)", code: code) }
    }

    /// Cuts the file to `size` bytes.
    package func cut(to size: Int) throws(VaultTrouble) {
        guard faults?.strike(.cut) == nil else { throw .disk("cutting \(path)", code: EIO) }
        guard DiskFile.retrying({ ftruncate(descriptor, off_t(size)) }) == 0 else { throw .disk("cutting \(path)", code: errno) }
    }

    /// Returns when what was written is on the disk (fdatasync: size included, times not).
    package func sync() throws(VaultTrouble) {
        guard faults?.strike(.sync) == nil else { throw .disk("syncing \(path)", code: EIO) }
        guard DiskFile.retrying({ fdatasync(descriptor) }) == 0 else { throw .disk("syncing \(path)", code: errno) }
    }

    /// Keeps every other writer out, in this process and others, until this file is closed.
    func lock() throws(VaultTrouble) {
        guard DiskFile.retrying({ flock(descriptor, LOCK_EX | LOCK_NB) }) == 0 else {
            throw errno == EWOULDBLOCK ? .busy : .disk("locking \(path)", code: errno)
        }
    }
}
