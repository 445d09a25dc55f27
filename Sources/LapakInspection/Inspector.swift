import LapakGround

/// Checks arriving files, each in a process of its own: a file that breaks its reader breaks that process and nothing else.
///
/// Few children at once and few callers waiting. A child that crashes, takes too long or too much memory, or answers nonsense
/// makes the file `broken`; it never lets one pass.
package final class Inspector: Sendable {
    private let program: String
    private let arguments: [String]
    private let limits: InspectionLimits
    private let timeLimit: Duration
    private let threads: BlockingThreads<Void>

    /// - Parameters:
    ///   - program: the absolute path of an executable that calls `InspectionChild.main()` when started with the arguments.
    ///   - atOnce: how many children at the same time; each takes up to 1 GiB and one processor.
    ///   - mostWaiting: how many callers may wait for a child.
    ///   - timeLimit: how long a child may take, from its start.
    package init(
        program: String, arguments: [String] = ["inspect"], limits: InspectionLimits = InspectionLimits(), atOnce: Int = 2,
        mostWaiting: Int = 64, timeLimit: Duration = .seconds(30)
    ) {
        self.program = program
        self.arguments = arguments
        self.limits = limits
        self.timeLimit = timeLimit
        threads = BlockingThreads(name: "inspect", count: atOnce, mostWaiting: mostWaiting)
    }

    /// How many files are being checked and wait at this moment.
    package var load: (running: Int, waiting: Int) { threads.load }

    /// The verdict on the file.
    ///
    /// Throws `Crowded` when too many wait, `CancellationError`, and `InspectorTrouble` when no child could be started: then
    /// nothing is known of the file.
    package func inspect(_ bytes: [UInt8]) async throws -> Inspected {
        if bytes.isEmpty { return .refused(.empty) }
        if bytes.count > limits.mostBytes { return .refused(.tooLarge) }
        return try await threads.attempt { [self] cancellation in try answer(Question(bytes: bytes, limits: limits), cancellation) }
    }

    private func answer(_ question: Question, _ cancellation: Cancellation) throws -> Inspected {
        let deadline = ContinuousClock.now + timeLimit
        var child = try ChildProcess(program, arguments)
        let answer = child.ask(try question.sent, mostBytes: Self.mostBytesOfAnswer, by: deadline, cancellation)
        let end = child.end(by: answer == nil ? .now : deadline, cancellation)
        if cancellation.isCancelled { throw CancellationError() }
        switch end {
        case .exited(0): return answer.flatMap { Inspected(sent: $0, limits: limits) } ?? .refused(.broken)
        case .exited(ChildStatus.notReady.rawValue), .exited(ChildStatus.notLoaded.rawValue):
            throw InspectorTrouble("the child did not get ready: \(end)")
        case .exited, .killed, .unknown: return .refused(.broken)
        }
    }

    /// A clean file and its previews; far more than any has.
    private static let mostBytesOfAnswer = 96 << 20
}

/// How a child says that it never came to look at the file.
package enum ChildStatus: Int32 {
    /// It could not limit itself or start its libraries (`EX_OSERR`).
    case notReady = 71
    /// The loader of the system did not find its libraries.
    case notLoaded = 127
}
