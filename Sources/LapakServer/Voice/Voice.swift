import Crypto
import Foundation
import LapakGround

/// The clips that displays and booths speak: read once at start. `bin/voice` makes them of `sentences.txt`; recorded ones may replace them.
package final class Voice: Sendable {
    /// What each clip says, by its name.
    package let sentences: [String: String]
    private let clips: [String: [UInt8]]
    /// Part of every clip's address, so that it can be kept for a year.
    package let version: String

    package init() throws {
        let bundle = Bundle.module.bundleURL
        sentences = Self.read(try String(contentsOf: bundle.appending(path: "sentences.txt"), encoding: .utf8))
        let folder = bundle.appending(path: "Assets/suara")
        var clips: [String: [UInt8]] = [:]
        for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        where file.pathExtension == "ogg" {
            clips[file.deletingPathExtension().lastPathComponent] = Array(try Data(contentsOf: file))
        }
        self.clips = clips
        var hash = SHA256()
        for name in clips.keys.sorted() { hash.update(data: Data(name.utf8) + Data(clips[name] ?? [])) }
        version = String(hash.finalize().hex.prefix(10))
    }

    package subscript(name: String) -> [UInt8]? { clips[name] }
    package var names: [String] { clips.keys.sorted() }
    /// Where the clips are: `/suara/0123456789`, a slash and the clip's name with `.ogg` follow.
    package var address: String { "/suara/\(version)" }

    /// `name<TAB>sentence` lines; lines that begin with `#` are left out.
    private static func read(_ text: String) -> [String: String] {
        let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { $0.split(separator: "\t", maxSplits: 1) }
        return Dictionary(lines.filter { $0.count == 2 }.map { (String($0[0]), String($0[1])) }) { $1 }
    }
}
