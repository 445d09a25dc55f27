import Foundation
import Testing

/// A comment may only send its reader to a page that the repository has.
@Suite("Citations") struct CitationTests {
    @Test("no comment cites a page that is not in the repository") func pages() throws {
        let pages = try Repository.files(in: ["docs", "."], endings: ["md"]).map(\.name)
        for file in try Repository.files(in: ["Sources", "Tests", "bin"], endings: ["swift", "js", "css", "py", ""]) {
            for (number, line) in file.lines.enumerated() {
                for cited in line.matches(of: /[A-Za-z0-9_-]+\.md\b/).map({ String($0.output) }) where !pages.contains(cited) {
                    Issue.record("\(file.path):\(number + 1) cites \(cited), which is not in the repository")
                }
            }
        }
    }
}

/// The repository's own files, as text.
struct Repository {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// One file: its path from the root, and its lines.
    struct File {
        let path: String
        let text: String
        var name: String { path.split(separator: "/").last.map(String.init) ?? path }
        var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
    }

    /// The files below some folders whose names end so; "." is the root's own files alone, "" stands for no ending.
    static func files(in folders: [String], endings: Set<String>) throws -> [File] {
        try folders.flatMap { folder -> [File] in
            let base = root.appending(path: folder)
            let names =
                folder == "."
                ? try FileManager.default.contentsOfDirectory(atPath: base.path)
                : FileManager.default.enumerator(atPath: base.path)?.compactMap { $0 as? String } ?? []
            let wanted = names.filter { endings.contains(URL(filePath: $0).pathExtension) && !$0.contains("__pycache__") }
            return try wanted.compactMap { name in
                let url = base.appending(path: name)
                guard try url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile ?? false,
                    let text = try? String(contentsOf: url, encoding: .utf8)
                else { return nil }
                return File(path: folder == "." ? name : "\(folder)/\(name)", text: text)
            }
        }
    }
}
