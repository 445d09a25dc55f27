import Logging
import Synchronization
import Testing

@testable import LapakServer

@Suite("A record of the log is one line") struct LineLogTests {
    @Test(
        "whatever stands in it",
        arguments: [
            "ERROR:  new row violates\nDETAIL:  Failing row contains (3173).", "a\r\nb", "a\tb\u{0B}c\u{0C}d", "a\u{2028}b\u{2029}c\u{85}d",
            "\u{1B}[31mred\u{1B}[0m", "a\0b",
        ])
    func line(text: String) {
        let line = LineLog.line(text)
        #expect(
            !line.contains(where: \.isNewline) && line.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) })
        #expect(line.contains("\\"))
    }

    @Test func `a plain text stays as it is, a very long one is cut`() {
        #expect(LineLog.line("follower.live failed: Jalan Merdeka 1 → é") == "follower.live failed: Jalan Merdeka 1 → é")
        #expect(LineLog.line(String(repeating: "a", count: 100_000)).count == LineLog.longest + 1)
    }

    @Test func `in the message, in what is said with it, and in what a logger always says`() {
        let kept = Kept()
        var log = Logger(label: "test") { _ in LineLog(kept) }
        log[metadataKey: "id"] = "1\n2"
        log.error("one\ntwo", metadata: ["a": "x\ny", "b": ["p\nq"], "c": ["k\n": "v\r"], "d": .stringConvertible(Lines())])
        let said = kept.said.withLock { $0 }
        #expect(said.count == 1 && !said[0].contains("\n") && !said[0].contains("\r"), "\(said)")
    }

    private struct Lines: CustomStringConvertible, Sendable { let description = "1\n2" }
}

/// A handler that keeps what it would write.
private final class Kept: LogHandler, Sendable {
    let said = Mutex<[String]>([])
    private let always = Mutex<Logger.Metadata>([:])
    var logLevel: Logger.Level {
        get { .trace }
        set {}
    }
    var metadata: Logger.Metadata {
        get { always.withLock { $0 } }
        set { always.withLock { $0 = newValue } }
    }
    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { always.withLock { $0[key] } }
        set { always.withLock { $0[key] = newValue } }
    }
    func log(event: LogEvent) { said.withLock { $0.append("\(event.message) \(event.metadata ?? [:]) \(metadata)") } }
}
