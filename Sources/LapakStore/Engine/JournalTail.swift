import Synchronization

/// The last lines of the journal that this process wrote itself, so that its followers need not read them back.
///
/// It holds an unbroken run of positions, or nothing. What another process wrote in between is never in it: the next line of our
/// own does not join on, and the run begins anew with it. A follower whose place lies before the run asks the database.
final class JournalTail: Sendable {
    private let run = Mutex<[Journal.Line]>([])
    private let most: Int

    /// `most` lines are always kept once they were written; up to twice as many are held.
    init(most: Int = 1024) { self.most = most }

    /// Takes in what one commit wrote, after that commit.
    func append(_ lines: [Journal.Line]) {
        guard let first = lines.first else { return }
        run.withLock { run in
            if let last = run.last, last.position + 1 != first.position { run.removeAll(keepingCapacity: true) }
            run += lines
            if run.count >= 2 * most { run.removeFirst(run.count - most) }
        }
    }

    /// The lines right after `position`, oldest first, and the last position of the run. Nil where it cannot tell: the run begins
    /// later, or has nothing after `position`.
    func lines(after position: Int64, limit: Int) -> (lines: [Journal.Line], last: Int64)? {
        run.withLock { run in
            guard let first = run.first?.position, let last = run.last?.position, first <= position + 1, position < last else { return nil }
            let start = Int(position + 1 - first)
            return (Array(run[start..<min(run.count, start + limit)]), last)
        }
    }
}
