import Foundation
import Synchronization
import Testing

/// A small server written in Python, run as a child process for one test.
///
/// The child prints its port first, then one line for each thing to tell; it ends when its standard input does, so that it
/// cannot outlive the tests.
final class PythonChild {
    /// The interpreter that has aiosmtpd, or nil where there is none.
    static let interpreter = ProcessInfo.processInfo.environment["LAPAK_PYTHON"].flatMap { $0.isEmpty ? nil : $0 }
    static var isAvailable: Bool { interpreter != nil }

    /// True when the interpreter can run this line; for tests of things that need packages of their own.
    static func has(_ line: String) -> Bool {
        guard let interpreter else { return false }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: interpreter)
        process.arguments = ["-c", line]
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }

    private let process = Process()
    private let input = Pipe()
    private let output = Pipe()
    private var lines: AsyncStream<String>.AsyncIterator

    init(script: String, arguments: [String] = []) throws {
        let (stream, continuation) = AsyncStream.makeStream(of: String.self)
        lines = stream.makeAsyncIterator()
        process.executableURL = URL(fileURLWithPath: try #require(Self.interpreter))
        process.arguments = ["-c", script] + arguments
        process.standardInput = input
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        let splitter = LineSplitter()
        try process.run()
        // A thread that reads: Foundation's readability handler has brought down the dispatch manager when its file was closed.
        let reading = output.fileHandleForReading
        Thread.detachNewThread {
            while case let data = reading.availableData, !data.isEmpty {
                for line in splitter.take(data) { continuation.yield(line) }
            }
            continuation.finish()
        }
    }

    func line() async throws -> String {
        let line = await lines.next(isolation: #isolation)
        return try #require(line)
    }

    /// Writes a line to the child.
    func say(_ line: String) throws { try input.fileHandleForWriting.write(contentsOf: Data("\(line)\n".utf8)) }

    func port() async throws -> Int { try await #require(Int(line())) }

    /// Returns when the child has closed its output, which it does at its end.
    func ended() async {
        while await lines.next(isolation: #isolation) != nil {}
    }

    func stop() {
        process.terminate()
        try? input.fileHandleForWriting.close()
    }
}

/// Makes whole lines of pieces.
private final class LineSplitter: Sendable {
    private let rest = Mutex<[UInt8]>([])

    func take(_ data: Data) -> [String] {
        rest.withLock { rest in
            var pieces = (rest + data).split(separator: 10, omittingEmptySubsequences: false)
            rest = Array(pieces.removeLast())
            return pieces.map { String(decoding: $0, as: UTF8.self) }
        }
    }
}
