import Foundation

/// One Swift file of the repository.
struct Source {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// `Module/Room/File.swift`.
    let path: String
    let text: String
    var lineCount: Int { text.count { $0 == "\n" } }

    /// The modules that the file's import lines name.
    var imports: [String] {
        text.split(separator: "\n").compactMap { line in
            let words = line.split(separator: " ").drop {
                ["public", "package", "internal", "private", "@testable", "@preconcurrency"].contains($0)
            }
            guard words.first == "import", let last = words.last else { return nil }
            return String(last.split(separator: ".")[0])
        }
    }

    static func all(in module: String) throws -> [Source] {
        let folder = root.appending(path: "Sources/\(module)")
        let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        return try names.filter { $0.hasSuffix(".swift") }.map {
            Source(path: "\(module)/\($0)", text: try String(contentsOf: folder.appending(path: $0), encoding: .utf8))
        }
    }
}
