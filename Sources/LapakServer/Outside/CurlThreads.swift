import Foundation
import LapakDomain

/// A few threads of our own on which libcurl may block, so that the cooperative threads never do.
///
/// Each thread keeps its connections open between transfers. Give each kind of destination its own threads: a mail
/// server that hangs must not hold up questions to the member registry. Put it before its users in the service group,
/// which ends services in reverse order.
package final class CurlThreads: Sendable {
    private let queue: CurlQueue

    /// Starts `count` threads; more than `waitingLimit` transfers that wait for one are refused.
    package init(count: Int = 4, waitingLimit: Int = 1000) {
        let queue = CurlQueue(threads: count, limit: waitingLimit)
        self.queue = queue
        for number in 0..<count {
            let thread = Thread { CurlThreads.work(for: queue) }
            thread.name = "curl-\(number)"
            thread.start()
        }
    }

    deinit { queue.close() }

    /// How many transfers run and how many wait for a thread now.
    package var load: (running: Int, waiting: Int) { queue.load }

    /// Refuses new and waiting transfers and returns when the running ones have ended, each by its own time limit.
    package func stop() async {
        queue.close()
        await queue.drained()
    }

    /// Carries out a transfer.
    ///
    /// One whose time runs out in the line is answered when a thread next comes free. A cancelled task leaves the line at
    /// once and ends a running transfer within about a second.
    func run(_ transfer: CurlTransfer) async throws(CurlTrouble) -> CurlAnswer {
        let ticket = CurlTicket()
        let deadline = ContinuousClock.now + .milliseconds(transfer.timeLimit.milliseconds)
        let result = await withTaskCancellationHandler {
            await withCheckedContinuation { answer in
                queue.add(CurlQueue.Job(transfer: transfer, ticket: ticket, deadline: deadline, answer: answer))
            }
        } onCancel: {
            queue.withdraw(ticket)
        }
        return try result.get()
    }

    /// The life of one thread: its handle never leaves it.
    private static func work(for queue: CurlQueue) {
        let handle = CurlHandle()
        while let job = queue.next() {
            queue.finish(job, handle.run(job.transfer, until: job.deadline, ticket: job.ticket))
        }
        queue.leave()
        // The handle goes last: libcurl may say QUIT to a mail server, and nobody needs to wait for the answer.
        withExtendedLifetime(handle) {}
    }
}
