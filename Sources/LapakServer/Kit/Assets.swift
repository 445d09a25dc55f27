import Crypto
import Foundation
import LapakStore
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
            gzipped = gzip(Array(text.utf8), level: 9) ?? []
            let digest = SHA256.hash(data: Data(text.utf8))
            version = String(digest.hex.prefix(10))
            integrity = "sha256-\(Data(digest).base64EncodedString())"
        }
    }

    private let folder: URL?
    private let kept: [String: Asset]
    /// True while someone works on them.
    package var change: Bool { folder != nil }
    private static let names = [
        "lapak.css", "lapak.js", "lapak-berkas.js", "lapak-meja.css", "lapak-meja.js", "lapak-rtc.js", "lapak-konsol.css",
        "lapak-konsol.js",
        "lapak-wawancara.css", "lapak-wawancara.js", "lapak-bilik.css", "lapak-bilik.js",
        "lapak-nomor.css", "lapak-nomor.js", "lapak-layar.css", "lapak-layar.js",
        "lapak-halaman.css", "lapak-halaman.js", "lapak-pekerja.js",
    ]

    /// What single pages need beside the sheet and the script of all: `lapak-meja`, `lapak-rtc`.
    static let further = Set(names.map { String($0.prefix { $0 != "." }) }).subtracting(["lapak"]).sorted()

    package init(folder: String?) throws {
        self.folder = folder.map { URL(filePath: $0) }
        let source = self.folder ?? Bundle.module.bundleURL.appending(path: "Assets")
        kept = try Dictionary(uniqueKeysWithValues: Self.names.map { ($0, try Self.load($0, from: source)) })
    }

    package subscript(name: String) -> Asset? {
        guard let folder, Self.names.contains(name) else { return kept[name] }
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
