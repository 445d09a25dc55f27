import LapakDomain
import LapakGround

/// A few threads of our own on which libcurl may block.
///
/// Each thread keeps its connections open between transfers. Give each kind of destination its own threads: a mail
/// server that hangs must not hold up questions to the member registry. Put it before its users in the service group,
/// which ends services in reverse order.
package final class CurlThreads: Sendable {
    private let threads: BlockingThreads<CurlHandle>

    /// More than `waitingLimit` transfers that wait for one of `count` threads are refused.
    package init(count: Int = 4, waitingLimit: Int = 1000) {
        threads = BlockingThreads(name: "curl", count: count, mostWaiting: waitingLimit, isKept: true) { CurlHandle() }
    }

    /// How many transfers run and how many wait for a thread now.
    package var load: (running: Int, waiting: Int) { threads.load }

    /// Refuses new and waiting transfers and returns when the running ones have ended, each by its own time limit.
    package func stop() async { await threads.stop() }

    /// Carries out a transfer.
    ///
    /// One whose time runs out in the line is answered when a thread next comes free. A cancelled task leaves the line at
    /// once and ends a running transfer within about a second.
    func run(_ transfer: CurlTransfer) async throws(CurlTrouble) -> CurlAnswer {
        let deadline = ContinuousClock.now + .milliseconds(transfer.timeLimit.milliseconds)
        let result: Result<CurlAnswer, CurlTrouble>
        do throws(NotDone) {
            result = try await threads.run(by: deadline) { handle, cancellation in
                handle.run(transfer, until: deadline, cancellation)
            }
        } catch { throw CurlTrouble(error) }
        return try result.get()
    }
}

extension CurlTrouble {
    fileprivate init(_ reason: NotDone) {
        self =
            switch reason {
            case .crowded: .crowded
            case .stopped: .stopped
            case .cancelled: .cancelled
            case .late: .timeLimit
            }
    }
}
