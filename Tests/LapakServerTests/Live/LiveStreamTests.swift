import Hummingbird
import LapakDomain
import Logging
import ServiceLifecycle
import Testing

@testable import LapakServer

/// Streams over a real port, read by a program that knows nothing of ours.
@Suite("Live streams over the network", .enabled(if: PythonChild.isAvailable), .timeLimit(.minutes(6))) struct LiveStreamTests {
    /// Opens `/siaran` and tells every line that it hears; `end` when the stream ends.
    private static let reader = """
        import http.client, sys, threading
        def read():
            line = http.client.HTTPConnection("127.0.0.1", int(sys.argv[1]))
            line.request("GET", "/siaran" + sys.argv[2], headers={"Accept-Encoding": "gzip"})
            answer = line.getresponse()
            print(answer.status, answer.headers["Content-Type"], answer.headers["Cache-Control"], answer.headers["X-Accel-Buffering"],
                  answer.headers["Content-Encoding"], flush=True)
            for one in answer:
                print(one.decode().rstrip(), flush=True)
            print("end", flush=True)
        threading.Thread(target=read, daemon=True).start()
        sys.stdin.read()
        """

    /// Serves one live address of `.interview(7)` while `work` runs; gives the port to it.
    private func serving(_ work: @Sendable @escaping (App, Int, ServiceGroup) async throws -> Void) async throws {
        let test = try await TestApp.make()
        let app = test.app
        let router = Router(context: LapakContext.self)
        router.add(middleware: AnswerMiddleware(app: app))
        Routes(router: router, app: app).live("/siaran") { call in
            try Live(.interview(7), call) {
                [app.switchboard.halo(for: .interview(7), peers: [.session(1)])] + (call.lastEvent.map { [.changed($0)] } ?? [])
            }
        }
        // Hummingbird keeps a request's name in its logger, so this one must keep something.
        var log = Logger(label: "test")
        log.logLevel = .critical
        let (ports, port) = AsyncStream<Int>.makeStream()
        let server = Application(
            router: router, configuration: .init(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { channel in port.yield(channel.localAddress?.port ?? 0) }, logger: log)
        var configuration = ServiceGroupConfiguration(services: [.init(service: server)], logger: log)
        configuration.maximumGracefulShutdownDuration = .seconds(60)
        let group = ServiceGroup(configuration: configuration)
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            tasks.addTask {
                var numbers = ports.makeAsyncIterator()
                let number = try #require(await numbers.next(isolation: #isolation))
                try await work(app, number, group)
                await group.triggerGracefulShutdown()
            }
            try await tasks.waitForAll()
        }
    }

    private func lines(_ child: PythonChild, _ count: Int) async throws -> [String] {
        var lines: [String] = []
        for _ in 0..<count { lines.append(try await child.line()) }
        return lines
    }

    @Test("a stream begins at once, carries what is sent, and ends when the server does") func whole() async throws {
        try await serving { app, port, group in
            let child = try PythonChild(script: Self.reader, arguments: [String(port), "?inst=a1&last=41"])
            #expect(try await child.line() == "200 text/event-stream no-store no None")
            let first = try await lines(child, 12)
            #expect(first[0] == "retry: 1000" && first[2] == "event: versi" && first[3].contains("/lapak-hall."))
            #expect(first[5] == "event: halo" && first[8...10] == ["event: ubah", "id: 41", "data: {}"])
            #expect(first[6].contains(#""inst":"a1","peers":[{"id":"1","online":false,"inst":null}]"#))
            #expect(app.switchboard.presence(of: .interview(7)).inst == "a1")
            app.switchboard.beat()
            #expect(try await lines(child, 3) == ["event: hb", "data: {}", ""])
            await group.triggerGracefulShutdown()
            #expect(try await child.line() == "end")
            child.stop()
        }
    }

    @Test("a page that goes away is noticed") func gone() async throws {
        try await serving { app, port, _ in
            var changes = app.switchboard.presences().makeAsyncIterator()
            let child = try PythonChild(script: Self.reader, arguments: [String(port), "?inst=a1"])
            #expect(await changes.next(isolation: #isolation)?.1 == true)
            _ = try await child.line()
            child.stop()
            #expect(await changes.next(isolation: #isolation)?.1 == false)
        }
    }

    @Test("a page that does not say which it is gets no stream", arguments: ["", "?inst=", "?inst=a%20b"])
    func nameless(query: String) async throws {
        try await serving { app, port, _ in
            let child = try PythonChild(script: Self.reader, arguments: [String(port), query])
            #expect(try await child.line().hasPrefix("422 "))
            #expect(!app.switchboard.presence(of: .interview(7)).isOnline)
            child.stop()
        }
    }
}
