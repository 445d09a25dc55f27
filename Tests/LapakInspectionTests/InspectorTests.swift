import Foundation
import LapakGround
import Testing

@testable import LapakInspection

@Suite struct InspectorTests {
    private let file = Array("%PDF-1.7 anything".utf8)

    @Test(arguments: [
        "kill -9 $$", "kill -SEGV $$", "exit 1", "cat > /dev/null", "cat > /dev/null; echo nonsense", "cat", "exec 0<&-; sleep 0.1",
        "cat > /dev/null; cat /dev/zero",
    ])
    func `a child that fails or says what no child says makes the file broken`(script: String) async throws {
        #expect(try await Inspector.pretending(script).inspect(file) == .refused(.broken))
    }

    @Test(arguments: ["sleep 600", "cat > /dev/null; exec 1>&-; exec 0<&-; sleep 600", "sleep 600 & wait"])
    func `a child that does not end makes the file broken when the time is over`(script: String) async throws {
        #expect(try await Inspector.pretending(script, timeLimit: .milliseconds(300)).inspect(file) == .refused(.broken))
    }

    @Test(arguments: ["exit 71", "exit 127"]) func `a child that never got ready says nothing of the file`(script: String) async {
        await #expect(throws: InspectorTrouble.self) { try await Inspector.pretending(script).inspect(file) }
    }

    @Test func `a program that does not exist says nothing of the file`() async {
        await #expect(throws: InspectorTrouble.self) { try await Inspector(program: "/nowhere/lapak").inspect(file) }
    }

    @Test func `too many who wait are refused, and those who go away make room`() async throws {
        let inspector = Inspector.pretending("sleep 600", atOnce: 1, mostWaiting: 1)
        let first = Task { [file] in try await inspector.inspect(file) }
        while inspector.load.running < 1 || inspector.load.waiting > 0 { await Task.yield() }
        let second = Task { [file] in try await inspector.inspect(file) }
        while inspector.load.waiting < 1 { await Task.yield() }
        await #expect(throws: Crowded.self) { try await inspector.inspect(file) }
        second.cancel()
        await #expect(throws: CancellationError.self) { try await second.value }
        first.cancel()
        await #expect(throws: CancellationError.self) { try await first.value }
        while inspector.load.running > 0 { await Task.yield() }
        #expect(inspector.load.waiting == 0)
    }

    @Test func `no more children live at once than may, and everyone is answered`() async throws {
        let inspector = Inspector.pretending("exit 1", atOnce: 2, mostWaiting: 30)
        try await withThrowingTaskGroup { group in
            for _ in 0..<30 { group.addTask { [file] in try await inspector.inspect(file) } }
            for try await verdict in group {
                #expect(verdict == .refused(.broken))
                #expect(inspector.load.running <= 2)
            }
        }
    }

    @Test func `a child has nothing of the server: no files, no environment, no signals held back`() async throws {
        setenv("LAPAK_SECRET", "rahasia", 1)
        signal(SIGPIPE, SIG_IGN)
        let extra = open("/dev/null", O_RDONLY)
        defer { close(extra) }
        var child = try ChildProcess("/bin/sh", ["-c", "env; ls /proc/$$/fd | wc -l; grep SigIgn /proc/$$/status; pwd"])
        let deadline = ContinuousClock.now + .seconds(60)
        let answer = child.ask([], mostBytes: 1 << 20, by: deadline, Cancellation())
        let end = child.end(by: deadline, Cancellation())
        let said = String(decoding: try #require(answer), as: UTF8.self)
        #expect(end == .exited(0))
        #expect(!said.contains("rahasia") && !said.contains("HOME="))
        #expect(said.contains("\n3\n"))
        let ignored = try #require(said.split(separator: "\n").first { $0.hasPrefix("SigIgn") }?.split(separator: "\t").last)
        #expect(try #require(UInt64(ignored, radix: 16)) & 0x7FFF_FFFF == 0, "signal 32 and above are the C library's own")
        #expect(said.hasSuffix("\n/\n"))
    }

    @Test func `a child that ended is gone, also when nobody waited for it`() throws {
        var ids: [pid_t] = []
        for _ in 0..<3 {
            let child = try ChildProcess("/bin/sleep", ["600"])
            ids.append(child.id)
        }
        for id in ids { #expect(kill(id, 0) == -1 && errno == ESRCH) }
    }

    @Test func `the child has given up what it must before it sees a byte`() async throws {
        let child = try ChildProcess(Inspector.program, ["inspect"])
        var status = ""
        let id = child.id
        while !status.contains("Seccomp:\t2") {
            try #require(kill(id, 0) == 0)
            await Task.yield()
            status = try String(contentsOfFile: "/proc/\(id)/status", encoding: .utf8)
        }
        #expect(status.contains("NoNewPrivs:\t1"))
        let limits = try String(contentsOfFile: "/proc/\(id)/limits", encoding: .utf8)
            .split(separator: "\n").map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
        for line in [
            "Max address space 1073741824 1073741824 bytes", "Max cpu time 20 20 seconds", "Max open files 64 64 files",
            "Max file size 0 0 bytes", "Max core file size 0 0 bytes",
        ] { #expect(limits.contains(line)) }
        let answer = child.ask(Array("nonsense".utf8), mostBytes: 1, by: .now + .seconds(60), Cancellation())
        #expect(answer == [])
    }
}
