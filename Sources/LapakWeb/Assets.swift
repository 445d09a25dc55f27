import Crypto
package import Foundation
import LapakGround
import Synchronization

/// The style sheet and the script: read once at start, or for every page while someone works on them.
package final class Assets: Sendable {
    /// One file as it goes over the wire.
    package struct Asset: Sendable {
        package let text: String
        package let gzipped: [UInt8]
        /// The beginning of its hash: part of its address, so that it can be kept for a year.
        package let version: String
        /// `sha256-…` for the Content-Security-Policy.
        package let integrity: String

        init(_ text: String) {
            self.text = text
            gzipped = Array(text.utf8).gzipped(level: 9) ?? []
            let digest = SHA256.hash(data: Data(text.utf8))
            version = String(digest.hex.prefix(10))
            integrity = "sha256-\(Data(digest).base64EncodedString())"
        }
    }

    private let folder: URL?
    private let kept: [String: Asset]
    /// True while someone works on them.
    package var change: Bool { folder != nil }
    private let names: [String]

    /// What single pages need beside the sheet and the script of all: `lapak-meja`, `lapak-rtc`.
    package var further: [String] { Set(names.map { String($0.prefix { $0 != "." }) }).subtracting(["lapak"]).sorted() }

    /// Reads files called `names` from `folder`, and again for every page; without one, once from `bundled`. Throws when one is missing.
    package init(_ names: [String], folder: String?, bundled: URL) throws {
        self.names = names
        self.folder = folder.map { URL(filePath: $0) }
        let source = self.folder ?? bundled
        kept = try Dictionary(uniqueKeysWithValues: names.map { ($0, try Self.load($0, from: source)) })
    }

    package subscript(name: String) -> Asset? {
        guard let folder, names.contains(name) else { return kept[name] }
        return (try? Self.load(name, from: folder)) ?? kept[name]
    }

    /// Where a page finds a further asset: `/lapak-meja.0123456789.css`. Empty for one that does not exist.
    package func address(of name: String) -> String {
        let parts = name.split(separator: ".")
        return self[name].map { "/\(parts[0]).\($0.version).\(parts[1])" } ?? ""
    }

    package var css: Asset { self["lapak.css"] ?? Asset("") }
    package var script: Asset { self["lapak.js"] ?? Asset("") }

    /// Comments and indentation stay in the repository, not on the wire.
    private static func load(_ name: String, from folder: URL) throws -> Asset {
        let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
        let lines = text.split(separator: "\n").map { $0.drop { $0 == " " } }
        guard name.hasSuffix(".css") else { return Asset(lines.filter { !$0.hasPrefix("//") }.joined(separator: "\n")) }
        return Asset(lines.filter { !($0.hasPrefix("/*") && $0.hasSuffix("*/")) }.joined(separator: "\n"))
    }
}
