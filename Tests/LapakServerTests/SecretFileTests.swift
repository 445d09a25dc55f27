import Foundation
import Testing

@testable import LapakServer

@Suite("The secret beside the database") struct SecretFileTests {
    private func inFolder(_ body: (URL, Settings) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "lapak-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var settings = Settings()
        settings.database = "sqlite:\(folder.appending(path: "books.db").path)"
        try body(folder.appending(path: "books.db.secret"), settings)
    }

    @Test func `is for its owner only, from the first byte, and nothing else is left`() throws {
        try inFolder { file, settings in
            let made = try settings.secretBytes()
            let kept = Array(try Data(contentsOf: file))
            #expect(made.count == 32 && kept == made)
            #expect(try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int == 0o600)
            #expect(try FileManager.default.contentsOfDirectory(atPath: file.deletingLastPathComponent().path) == ["books.db.secret"])
            #expect(try settings.secretBytes() == made)
        }
    }

    @Test func `is the same for all that start at once`() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "lapak-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var settings = Settings()
        settings.database = "sqlite:\(folder.appending(path: "books.db").path)"
        let all = try await withThrowingTaskGroup(of: [UInt8].self) { [settings] group in
            for _ in 0..<16 { group.addTask { try settings.secretBytes() } }
            return try await group.reduce(into: Set<[UInt8]>()) { $0.insert($1) }
        }
        #expect(all.count == 1)
    }

    @Test func `takes the place of what is no secret`() throws {
        try inFolder { file, settings in
            try Data("short".utf8).write(to: file)
            #expect(try settings.secretBytes().count == 32)
            #expect(try Data(contentsOf: file).count == 32)
        }
    }
}
