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

    /// Where lines of more than 140 signs stand: `path:line`.
    var longLines: [String] {
        let lines: [Substring] = text.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.enumerated().filter { $0.element.utf8.count > 140 && $0.element.count > 140 }.map { "\(path):\($0.offset + 1)" }
    }

    static func all(in module: String) throws -> [Source] { try all(under: "Sources/\(module)", [".swift"]) }

    /// The files below a folder of the repository whose names end so.
    static func all(under path: String, _ endings: [String]) throws -> [Source] {
        let folder = root.appending(path: path)
        let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        return try names.filter { name in endings.contains { name.hasSuffix($0) } }.map {
            Source(path: "\(folder.lastPathComponent)/\($0)", text: try String(contentsOf: folder.appending(path: $0), encoding: .utf8))
        }
    }
}
