import LapakGround

/// ClamAV's daemon, asked by its `INSTREAM` command, one connection per file.
package final class Clamd: Scanner {
    private let address: ClamdAddress
    private let timeLimit: Duration
    private let threads: BlockingThreads<Void>

    /// - Parameter timeLimit: for one file from connecting to the answer; a name that must be looked up may take longer.
    package init(_ address: ClamdAddress, atOnce: Int = 4, mostWaiting: Int = 256, timeLimit: Duration = .seconds(30)) {
        self.address = address
        self.timeLimit = timeLimit
        threads = BlockingThreads(name: "scan", count: atOnce, mostWaiting: mostWaiting)
    }

    package func scan(_ bytes: [UInt8]) async throws -> ScanVerdict {
        try await threads.attempt { [self] cancellation in
            let socket = try ClamdSocket(address, by: .now + timeLimit, cancellation)
            let isSent = try Self.send(bytes, on: socket)
            // One that wants no more says why before it closes.
            return try Self.verdict(try socket.readAnswer(), isSent)
        }
    }

    /// False when the daemon would not take all of it.
    private static func send(_ bytes: [UInt8], on socket: borrowing ClamdSocket) throws -> Bool {
        guard try socket.write(Array("zINSTREAM\0".utf8)) else { return false }
        for start in stride(from: 0, to: bytes.count, by: chunk) {
            let part = bytes[start..<min(start + chunk, bytes.count)]
            guard try socket.write(length(part.count) + part) else { return false }
        }
        return try socket.write(length(0))
    }

    private static func length(_ count: Int) -> [UInt8] { withUnsafeBytes(of: UInt32(count).bigEndian) { Array($0) } }

    /// Everything but the two known answers, and an answer before the end of the file, is no answer.
    private static func verdict(_ answer: String, _ isSent: Bool) throws -> ScanVerdict {
        let prefix = "stream: "
        let ending = " FOUND"
        if answer.hasPrefix(prefix), answer.hasSuffix(ending), answer.count > prefix.count + ending.count {
            return .found(String(answer.dropFirst(prefix.count).dropLast(ending.count)))
        }
        guard isSent, answer == prefix + "OK" else { throw ScannerUnavailable("clamd says \"\(answer)\"") }
        return .clean
    }

    private static let chunk = 1 << 16
}
