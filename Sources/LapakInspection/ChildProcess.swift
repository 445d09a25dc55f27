import Foundation
import LapakGround

/// One short-lived process with its input and output on one socket: asked once, ended for certain, never left as a zombie.
///
/// Belongs to the thread that started it, which may block: the child is told to end when that thread ends.
struct ChildProcess: ~Copyable {
    /// How a child ended.
    enum End: Equatable {
        case exited(Int32)
        case killed(signal: Int32)
        case unknown
    }

    let id: pid_t
    private let socket: Int32
    private var isReaped = false

    /// Starts the program with nothing but these words: no inherited files, no environment beyond what the loader needs, and a
    /// process group of its own. Throws `InspectorTrouble` when it cannot be started.
    init(_ program: String, _ arguments: [String]) throws {
        var ends: [Int32] = [-1, -1]
        guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0, &ends) == 0 else {
            throw InspectorTrouble("no socket for a child: \(String(cString: strerror(errno)))")
        }
        do { id = try Self.spawn(program, arguments, ends[1]) } catch {
            close(ends[0])
            close(ends[1])
            throw error
        }
        close(ends[1])
        socket = ends[0]
    }

    deinit {
        if !isReaped {
            kill(-id, SIGKILL)
            var status: Int32 = 0
            while waitpid(id, &status, 0) < 0, errno == EINTR {}
        }
        close(socket)
    }

    /// Sends the question, closes that direction and reads the answer to its end; at most so many bytes.
    ///
    /// Nil when the deadline passed, the cancellation was cancelled or the answer is too long.
    func ask(_ question: [UInt8], mostBytes: Int, by deadline: ContinuousClock.Instant, _ cancellation: Cancellation) -> [UInt8]? {
        var sent = 0
        var answer: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while !cancellation.isCancelled, ContinuousClock.now < deadline, answer.count <= mostBytes {
            let isSending = sent < question.count
            var watch = pollfd(fd: socket, events: Int16(POLLIN | (isSending ? POLLOUT : 0)), revents: 0)
            guard poll(&watch, 1, Self.look) > 0 else { continue }
            if isSending, watch.revents & Int16(POLLOUT | POLLERR | POLLHUP) != 0 {
                let count = question.withUnsafeBytes {
                    send(socket, $0.baseAddress! + sent, $0.count - sent, Int32(MSG_NOSIGNAL | MSG_DONTWAIT))
                }
                // A child that reads no further may still have something to say.
                if count >= 0 { sent += count } else if errno != EAGAIN, errno != EINTR { sent = question.count }
                if sent == question.count { shutdown(socket, Int32(SHUT_WR)) }
            }
            if watch.revents & Int16(POLLIN | POLLERR | POLLHUP) != 0 {
                let count = recv(socket, &buffer, buffer.count, Int32(MSG_DONTWAIT))
                if count > 0 { answer += buffer[..<count] } else if count == 0 || (errno != EAGAIN && errno != EINTR) { return answer }
            }
        }
        return nil
    }

    /// Waits for the end until the deadline, and brings it about then.
    mutating func end(by deadline: ContinuousClock.Instant, _ cancellation: Cancellation) -> End {
        var status: Int32 = 0
        var isKilled = false
        while true {
            let result = waitpid(id, &status, isKilled ? 0 : WNOHANG)
            if result == id { break }
            if result < 0, errno != EINTR {
                isReaped = true
                return .unknown
            }
            if !isKilled, cancellation.isCancelled || ContinuousClock.now >= deadline {
                kill(-id, SIGKILL)
                isKilled = true
            } else if !isKilled {
                usleep(2000)
            }
        }
        isReaped = true
        return status & 0x7F == 0 ? .exited(status >> 8 & 0xFF) : .killed(signal: status & 0x7F)
    }

    /// How often a wait looks whether it is still wanted, in milliseconds.
    private static let look: Int32 = 50
}
