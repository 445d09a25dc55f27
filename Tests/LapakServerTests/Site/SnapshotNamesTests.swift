import Foundation
import Testing

/// Every file among the snapshots is somebody's: what no test and no story names any more is deleted.
@Suite("The snapshots") struct SnapshotNamesTests {
    @Test func `each file is named by a test or a story`() throws {
        let tests = Snapshot.folder.deletingLastPathComponent()
        let stories = tests.appending(path: "../../Sources/LapakDevelopment/Stories").standardizedFileURL
        let sources = try [tests, stories].flatMap { Self.files(in: $0, ending: ".swift") }
            .map { try String(contentsOf: $0, encoding: .utf8) }.joined()
        for file in Self.files(in: Snapshot.folder, ending: "") {
            let room = file.deletingLastPathComponent().lastPathComponent
            let page = file.lastPathComponent.prefix { $0 != "." }
            // A name that ends with what is shown (`reason-siti`) is written with an interpolation after its first part.
            let words = page.split(separator: "-")
            let isNamed = (0...words.count).contains { count in
                let part = words.prefix(count).joined(separator: "-")
                let beginnings = ["\"\(room)/\(part)", "see(\"\(part)"]
                return beginnings.contains { begun in ["\"", "-\\(", ".\\("].contains { sources.contains(begun + $0) } }
                    || count == 0 && sources.contains("\"\(room)/\\(")
            }
            #expect(isNamed, "Snapshots/\(room)/\(file.lastPathComponent) is named by no test and no story")
        }
    }

    private static func files(in folder: URL, ending: String) -> [URL] {
        let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        return names.filter { $0.hasSuffix(ending) && $0.contains(".") }.map { folder.appending(path: $0) }
    }
}
