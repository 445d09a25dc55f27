import Crypto
package import Foundation
import LapakGround
import Synchronization

/// The pages' style sheets and scripts: put together once at start, or for every page while someone works on them.
package final class Assets: Sendable {
    /// One script or style sheet as it goes over the wire.
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

    /// Reads every script and style sheet that a page may name: those at the top of the folder. What they import lies in its rooms.
    ///
    /// - Parameters:
    ///   - folder: Read again for every page; `nil` is the program's own folder, read once.
    ///   - bundled: The program's own folder.
    /// - Throws: What a file says that cannot be linked.
    package init(folder: String?, bundled: URL) throws {
        self.folder = folder.map { URL(filePath: $0) }
        let source = self.folder ?? bundled
        let names = try FileManager.default.contentsOfDirectory(atPath: source.path).filter { $0.hasSuffix(".js") || $0.hasSuffix(".css") }
        kept = try Dictionary(uniqueKeysWithValues: names.map { ($0, Asset(try AssetLinker.text(of: $0, in: source))) })
    }

    package subscript(name: String) -> Asset? {
        guard let folder, kept[name] != nil else { return kept[name] }
        return (try? AssetLinker.text(of: name, in: folder)).map(Asset.init) ?? kept[name]
    }

    /// Where a page finds one of them: `/lapak-desk.0123456789.css`. Empty for one that does not exist.
    package func address(of name: String) -> String {
        let parts = name.split(separator: ".")
        return self[name].map { "/lapak-\(parts[0]).\($0.version).\(parts[1])" } ?? ""
    }

    /// Where every script and sheet is now; a page that names another address is of another version.
    package var addresses: [String] {
        kept.keys.sorted().map { name in
            switch name {
            case "page.css": "/gaya.\(css.version).css"
            case "page.js": "/lapak.\(script.version).js"
            default: address(of: name)
            }
        }
    }

    package var css: Asset { self["page.css"] ?? Asset("") }
    package var script: Asset { self["page.js"] ?? Asset("") }
}
