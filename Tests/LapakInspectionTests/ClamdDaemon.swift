import Foundation
import LapakInspection

/// The real clamd with one signature of its own, in a folder of its own, for one test.
final class ClamdDaemon {
    private static let program = "/usr/sbin/clamd"
    static var isInstalled: Bool { FileManager.default.isExecutableFile(atPath: program) }

    let local: ClamdAddress
    let remote: ClamdAddress
    private let folder = FileManager.default.temporaryDirectory.appending(path: "clamd-\(getpid())")
    private let process = Process()

    init(signature: [UInt8]) async throws {
        let port = 20_000 + Int(getpid()) % 10_000
        local = .unix(path: folder.appending(path: "socket").path)
        remote = .tcp(host: "127.0.0.1", port: UInt16(port))
        let books = folder.appending(path: "books")
        try FileManager.default.createDirectory(at: books, withIntermediateDirectories: true)
        let digits = signature.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
        try Data("Test:0:*:\(digits)\n".utf8).write(to: books.appending(path: "test.ndb"))
        let settings = """
            DatabaseDirectory \(books.path)
            LocalSocket \(folder.appending(path: "socket").path)
            TCPSocket \(port)
            TCPAddr 127.0.0.1
            StreamMaxLength 2M
            Foreground yes

            """
        try Data(settings.utf8).write(to: folder.appending(path: "settings"))
        process.executableURL = URL(filePath: Self.program)
        process.arguments = ["--config-file=\(folder.appending(path: "settings").path)"]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        for _ in 0..<600 where try await !isReady { try await Task.sleep(for: .milliseconds(100)) }
    }

    deinit {
        process.terminate()
        try? FileManager.default.removeItem(at: folder)
    }

    private var isReady: Bool { get async throws { (try? await Clamd(local).scan([])) != nil } }
}
