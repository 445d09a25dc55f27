import CVips
import Foundation
import LapakInspection

/// The process that reads one file. Its caller is `Inspector`.
package enum InspectionChild {
    /// Confines the process, reads a question from standard input, writes the verdict to standard output and ends.
    package static func main() -> Never {
        guard Confinement.begin(), lapak_vips_start() == 0 else { _exit(ChildStatus.notReady.rawValue) }
        guard let question = readQuestion() else { _exit(EX_DATAERR) }
        let verdict = Inspection.inspect(question.bytes, question.limits)
        guard let sent = try? verdict.sent, write(sent) else { _exit(EX_IOERR) }
        _exit(0)
    }

    private static func readQuestion() -> Question? {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(STDIN_FILENO, &buffer, buffer.count)
            if count == 0 { return Question(sent: bytes) }
            if count > 0 { bytes += buffer[..<count] } else if errno != EINTR { return nil }
        }
    }

    private static func write(_ bytes: [UInt8]) -> Bool {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { Foundation.write(STDOUT_FILENO, $0.baseAddress! + written, $0.count - written) }
            if count >= 0 { written += count } else if errno != EINTR { return false }
        }
        return true
    }

    private static let EX_DATAERR: Int32 = 65
    private static let EX_IOERR: Int32 = 74
}
