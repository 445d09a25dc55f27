import LapakGround
import Synchronization
import Testing

@Suite("Threads that may block", .timeLimit(.minutes(5))) struct BlockingThreadsTests {
    /// Holds work back until it is opened.
    private final class Gate: Sendable {
        private let open = Atomic(false)
        func pass(_ cancellation: Cancellation) { while !open.load(ordering: .acquiring), !cancellation.isCancelled {} }
        func release() { open.store(true, ordering: .releasing) }
    }

    private static func reached(_ threads: BlockingThreads<Void>, _ load: (running: Int, waiting: Int)) async {
        while threads.load != load, !Task.isCancelled { await Task.yield() }
    }

    @Test func `as many wait as may, and the next is refused at once`() async {
        let (threads, gate) = (BlockingThreads(name: "test", count: 1, mostWaiting: 1), Gate())
        let running = Task { try await threads.run { _, cancellation in gate.pass(cancellation) } }
        await Self.reached(threads, (1, 0))
        let waiting = Task { try await threads.run { _, _ in 2 } }
        await Self.reached(threads, (1, 1))
        await #expect(throws: NotDone.crowded) { try await threads.run { _, _ in 3 } }
        gate.release()
        await #expect(throws: Never.self) { try await running.value }
        #expect(await (try? waiting.value) == 2)
    }

    @Test func `who goes away leaves the line, and work that runs is told`() async {
        let (threads, gate) = (BlockingThreads(name: "test", count: 1, mostWaiting: 9), Gate())
        let running = Task {
            try await threads.run { _, cancellation in
                gate.pass(cancellation)
                return cancellation.isCancelled
            }
        }
        await Self.reached(threads, (1, 0))
        let waiting = Task { try await threads.run { _, _ in } }
        await Self.reached(threads, (1, 1))
        waiting.cancel()
        await #expect(throws: NotDone.cancelled) { try await waiting.value }
        running.cancel()
        #expect(await (try? running.value) == true)
    }

    @Test func `work that must be finished is done although nobody waits for it`() async {
        let (threads, gate) = (BlockingThreads(name: "test", count: 1, mostWaiting: 9), Gate())
        let running = Task { try await threads.run { _, cancellation in gate.pass(cancellation) } }
        await Self.reached(threads, (1, 0))
        let waiting = Task { try await threads.finish { _, cancellation in cancellation.isCancelled } }
        await Self.reached(threads, (1, 1))
        waiting.cancel()
        gate.release()
        #expect(await (try? waiting.value) == false)
        await #expect(throws: Never.self) { try await running.value }
    }

    @Test func `work whose time ran out in the line is not begun`() async {
        let (threads, gate) = (BlockingThreads(name: "test", count: 1, mostWaiting: 9), Gate())
        let running = Task { try await threads.run { _, cancellation in gate.pass(cancellation) } }
        await Self.reached(threads, (1, 0))
        let late = Task { try await threads.run(by: .now) { _, _ in } }
        await Self.reached(threads, (1, 1))
        gate.release()
        await #expect(throws: NotDone.late) { try await late.value }
        await #expect(throws: Never.self) { try await running.value }
    }

    @Test func `stopping refuses what waits and what comes, and returns when the threads have ended`() async {
        let (threads, gate) = (BlockingThreads(name: "test", count: 1, mostWaiting: 9), Gate())
        let running = Task { try await threads.run { _, cancellation in gate.pass(cancellation) } }
        await Self.reached(threads, (1, 0))
        let waiting = Task { try await threads.run { _, _ in } }
        await Self.reached(threads, (1, 1))
        let stopping = Task { await threads.stop() }
        await #expect(throws: NotDone.stopped) { try await waiting.value }
        await #expect(throws: NotDone.stopped) { try await threads.run { _, _ in } }
        gate.release()
        await stopping.value
        #expect(threads.load == (0, 0))
        await #expect(throws: Never.self) { try await running.value }
    }

    @Test func `a thread keeps its tool from one piece of work to the next`() async throws {
        let made = Counter()
        let threads = BlockingThreads<Int>(name: "test", count: 1, mostWaiting: 9, isKept: true) {
            made.add()
            return 0
        }
        for expected in 1...5 {
            let uses = try await threads.run { tool, _ -> Int in
                tool += 1
                return tool
            }
            #expect(uses == expected)
        }
        #expect(made.count == 1)
        await threads.stop()
    }

    private final class Counter: Sendable {
        private let value = Atomic(0)
        var count: Int { value.load(ordering: .acquiring) }
        func add() { value.add(1, ordering: .acquiringAndReleasing) }
    }
}
