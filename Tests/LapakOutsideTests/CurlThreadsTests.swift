import LapakDomain
import LapakOutside
import Testing

@Suite("Threads for outgoing calls", .timeLimit(.minutes(5)))
struct CurlThreadsTests {
    @Test("A server that says nothing costs a call its time limit and no more")
    func timeLimit() async {
        let server = SilentServer()
        let threads = CurlThreads(count: 1)
        #expect(await Self.trouble(server.port, .milliseconds(200), threads) == .timeLimit)
        await threads.stop()
        #expect(threads.load == (0, 0))
    }

    @Test("When as many wait as may, the next is refused at once; who is cancelled leaves")
    func crowd() async {
        let server = SilentServer()
        let port = server.port
        let threads = CurlThreads(count: 1, waitingLimit: 1)
        let running = Task { await Self.trouble(port, .seconds(50), threads) }
        await Self.reached(threads) { $0 == (1, 0) }
        let waiting = Task { await Self.trouble(port, .seconds(50), threads) }
        await Self.reached(threads) { $0 == (1, 1) }
        #expect(await Self.trouble(port, .seconds(50), threads) == .crowded("too many calls are waiting already"))
        waiting.cancel()
        #expect(await waiting.value == .cancelled)
        #expect(threads.load == (1, 0))
        running.cancel()
        #expect(await running.value == .cancelled)
        await threads.stop()
    }

    @Test("A call whose time ran out in the line is not made")
    func late() async {
        let server = SilentServer()
        let port = server.port
        let threads = CurlThreads(count: 1)
        let running = Task { await Self.trouble(port, .seconds(50), threads) }
        await Self.reached(threads) { $0 == (1, 0) }
        let late = Task { await Self.trouble(port, .milliseconds(1), threads) }
        await Self.reached(threads) { $0 == (1, 1) }
        running.cancel()
        #expect(await running.value == .cancelled)
        #expect(await late.value == .timeLimit)
        await threads.stop()
    }

    @Test("Stopping refuses what waits and what comes, and returns when the running calls have ended")
    func stop() async {
        let server = SilentServer()
        let port = server.port
        let threads = CurlThreads(count: 1)
        let running = Task { await Self.trouble(port, .seconds(50), threads) }
        await Self.reached(threads) { $0 == (1, 0) }
        let waiting = Task { await Self.trouble(port, .seconds(50), threads) }
        await Self.reached(threads) { $0 == (1, 1) }
        let stopping = Task { await threads.stop() }
        let stopped = HTTPTrouble.crowded("outgoing calls have been stopped")
        #expect(await waiting.value == stopped)
        #expect(await Self.trouble(port, .seconds(50), threads) == stopped)
        #expect(threads.load == (1, 0))
        running.cancel()
        #expect(await running.value == .cancelled)
        await stopping.value
        #expect(threads.load == (0, 0))
    }

    @Test("A hundred calls at once all end")
    func many() async {
        let threads = CurlThreads(count: 3)
        let troubles = await withTaskGroup(of: HTTPTrouble?.self) { group in
            for _ in 0..<100 { group.addTask { await Self.trouble(1, .seconds(20), threads) } }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(troubles.count == 100)
        #expect(troubles.allSatisfy { if case .unreachable = $0 { true } else { false } })
    }

    @Test(
        "A call that could smuggle a header, or to something that is not HTTP, is not made",
        arguments: [
            HTTPCall(.get, "http://127.0.0.1:1/", headers: ["X-A": "a\r\nX-B: b"]),
            HTTPCall(.get, "http://127.0.0.1:1/", headers: ["X A": "a"]),
            HTTPCall(.get, "http://127.0.0.1:1/\r\nX: y"), HTTPCall(.get, "file:///etc/hostname"),
            HTTPCall(.get, "http://127.0.0.1:1/", headers: ["": "a"]),
        ])
    func unsendable(call: HTTPCall) async {
        let error = await #expect(throws: HTTPTrouble.self) { try await call.send(on: CurlThreads(count: 1)) }
        if case .unsendable = error {} else { Issue.record("\(String(describing: error))") }
    }

    private static func trouble(_ port: Int, _ limit: Span, _ threads: CurlThreads) async -> HTTPTrouble? {
        do throws(HTTPTrouble) {
            _ = try await HTTPCall(.get, "http://127.0.0.1:\(port)/", timeLimit: limit).send(on: threads)
            return nil
        } catch {
            return error
        }
    }

    /// Returns once the threads carry this load.
    private static func reached(_ threads: CurlThreads, _ isReached: ((running: Int, waiting: Int)) -> Bool) async {
        while !isReached(threads.load), !Task.isCancelled { await Task.yield() }
    }
}

extension Span {
    static func milliseconds(_ count: Int) -> Span { Span(milliseconds: Int64(count)) }
}
