import Foundation
import Glibc
import LapakDomain
import LapakGround

extension MasterKeys {
    /// Reads a key file. It must be a plain file that only its owner may read or write (mode 0600 or 0400), of at most 64 KiB.
    ///
    /// Blocks; for the start of the program.
    package init(file path: String) throws(VaultTrouble) {
        let file = try DiskFile(path, .reading)
        let status = try file.status()
        guard status.isPlain else { throw .keys("\(path) is not a plain file") }
        guard status.mode & 0o077 == 0 else { throw .keys("\(path) may be read by others; set its mode to 0600") }
        guard status.size <= 65_536 else { throw .keys("\(path) is too large for a key file") }
        let text = String(decoding: try file.read(Int(status.size), at: 0), as: UTF8.self)
        try self.init(text: text)
    }

    /// Reads the key file, or makes it with one key of `chance` where there is none: for development.
    ///
    /// The new file has mode 0600 and is durable before the first key is wrapped. Two programs that start together end up
    /// with the same file. Blocks. `chance` is 32 bytes from the system's generator.
    package static func created(at path: String, chance: [UInt8]) throws(VaultTrouble) -> MasterKeys {
        do throws(VaultTrouble) { return try MasterKeys(file: path) } catch { guard error == .missing else { throw error } }
        // It is made under a name of its own and linked into place, so that nobody reads half of it.
        let draft = "\(path).\(getpid())-\(Array(chance.prefix(4)).hex)"
        let text = "# Master keys of the document vault. Losing them loses every document.\n" + line(version: 1, chance: chance)
        let file = try DiskFile(draft, .creating)
        defer { unlink(draft) }
        try file.write(Array(text.utf8)[...], at: 0)
        try file.sync()
        if link(draft, path) != 0, errno != EEXIST { throw .disk("making \(path)", code: errno) }
        try DiskFile.syncFolder(of: path)
        return try MasterKeys(file: path)
    }
}
