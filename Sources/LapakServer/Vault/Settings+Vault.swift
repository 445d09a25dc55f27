import Foundation

extension Settings {
    /// The folder of the document vault, to be asked once: as set, beside the embedded database, or a fresh one for a database in memory.
    var vault: String {
        if let files { return files }
        guard database.hasPrefix("sqlite:") else { return ".run/files" }
        if database.hasSuffix(":memory:") { return FileManager.default.temporaryDirectory.path + "/lapak-files-\(UUID().uuidString)" }
        return String(database.dropFirst("sqlite:".count)) + ".files"
    }
}
