import CConfine
import Foundation

/// What the child gives up before it sees the first byte of a file.
enum Confinement {
    /// 1 GiB of address space: the libraries take 250 MB of it, a photo of sixty million pixels the most of the rest.
    private static let memory: UInt = 1 << 30
    /// Of processor time. A photo takes one, a scan of twenty pages a few.
    private static let seconds: UInt = 20
    private static let files: UInt = 64
    /// The last resort, longer than any caller waits.
    private static let lifetime: UInt32 = 120
    /// Libraries, fonts and what describes them.
    private static let folders = ["/usr", "/lib", "/lib64", "/etc/fonts", "/var/cache/fontconfig"]

    /// False when something could not be given up; the child must not go on then. An older kernel cannot confine the files.
    static func begin() -> Bool {
        guard lapak_confine_resources(memory, seconds, files) == 0, lapak_confine_life(lifetime) == 0 else { return false }
        let paths = folders.map { strdup($0) }
        defer { paths.forEach { free($0) } }
        let confined = lapak_confine_files(paths.map { UnsafePointer($0) }, Int32(paths.count))
        guard confined == 0 || errno == ENOSYS || errno == EOPNOTSUPP else { return false }
        return lapak_confine_calls() == 0
    }
}
