import Foundation
import LapakGround

/// A connection to clamd on a thread that may block, until a deadline.
struct ClamdSocket: ~Copyable {
    private let socket: Int32
    private let deadline: ContinuousClock.Instant
    private let cancellation: Cancellation

    /// Connects to the first of the address's machines that answers.
    init(_ address: ClamdAddress, by deadline: ContinuousClock.Instant, _ cancellation: Cancellation) throws {
        self.deadline = deadline
        self.cancellation = cancellation
        switch address {
        case .unix(let path):
            var place = sockaddr_un()
            place.sun_family = sa_family_t(AF_UNIX)
            withUnsafeMutableBytes(of: &place.sun_path) { $0.copyBytes(from: path.utf8) }
            socket = try withUnsafeBytes(of: &place) { try Self.connect(AF_UNIX, $0, deadline, cancellation) }
        case .tcp(let host, let port):
            var hints = addrinfo()
            hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
            var list: UnsafeMutablePointer<addrinfo>?
            let code = getaddrinfo(host, String(port), &hints, &list)
            guard code == 0 else { throw ScannerUnavailable("clamd's name is not known: \(String(cString: gai_strerror(code)))") }
            defer { freeaddrinfo(list) }
            var connected: Result<Int32, any Error> = .failure(ScannerUnavailable("clamd's name has no address"))
            for place in sequence(first: list, next: { $0?.pointee.ai_next }) {
                guard let place = place?.pointee, (try? connected.get()) == nil else { break }
                let bytes = UnsafeRawBufferPointer(start: place.ai_addr, count: Int(place.ai_addrlen))
                connected = Result { try Self.connect(place.ai_family, bytes, deadline, cancellation) }
            }
            socket = try connected.get()
        }
    }

    deinit { close(socket) }

    /// False when the other side has closed.
    func write(_ bytes: [UInt8]) throws -> Bool {
        var sent = 0
        while sent < bytes.count {
            try Self.wait(socket, POLLOUT, deadline, cancellation)
            let count = bytes.withUnsafeBytes { send(socket, $0.baseAddress! + sent, $0.count - sent, Int32(MSG_NOSIGNAL)) }
            if count >= 0 { sent += count } else if errno == EPIPE || errno == ECONNRESET { return false } else { try Self.mayGoOn() }
        }
        return true
    }

    /// Up to the zero byte that ends it, or the end of the connection; a kilobyte at most.
    func readAnswer() throws -> String {
        var answer: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1024)
        while answer.count < 1024, !answer.contains(0) {
            try Self.wait(socket, POLLIN, deadline, cancellation)
            let count = recv(socket, &buffer, buffer.count, 0)
            if count > 0 { answer += buffer[..<count] } else if count == 0 || errno == ECONNRESET { break } else { try Self.mayGoOn() }
        }
        return String(decoding: answer.prefix { $0 != 0 }, as: UTF8.self)
    }

    private static func connect(
        _ family: Int32, _ place: UnsafeRawBufferPointer, _ deadline: ContinuousClock.Instant, _ cancellation: Cancellation
    ) throws -> Int32 {
        let socket = Foundation.socket(family, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue), 0)
        guard socket >= 0 else { throw ScannerUnavailable("no socket for clamd: \(reason())") }
        do {
            let address = place.bindMemory(to: sockaddr.self).baseAddress!
            if Foundation.connect(socket, address, socklen_t(place.count)) != 0 {
                guard errno == EINPROGRESS else { throw ScannerUnavailable("clamd cannot be reached: \(reason())") }
                try wait(socket, POLLOUT, deadline, cancellation)
                var code: Int32 = 0
                var size = socklen_t(MemoryLayout<Int32>.size)
                getsockopt(socket, SOL_SOCKET, SO_ERROR, &code, &size)
                guard code == 0 else { throw ScannerUnavailable("clamd cannot be reached: \(String(cString: strerror(code)))") }
            }
            return socket
        } catch {
            close(socket)
            throw error
        }
    }

    private static func wait(_ socket: Int32, _ event: Int32, _ deadline: ContinuousClock.Instant, _ cancellation: Cancellation) throws {
        while true {
            if cancellation.isCancelled { throw CancellationError() }
            guard ContinuousClock.now < deadline else { throw ScannerUnavailable("clamd took too long") }
            var watch = pollfd(fd: socket, events: Int16(event), revents: 0)
            if poll(&watch, 1, 50) > 0 { return }
        }
    }

    private static func mayGoOn() throws {
        guard errno == EAGAIN || errno == EINTR else { throw ScannerUnavailable("clamd's connection broke: \(reason())") }
    }

    private static func reason() -> String { String(cString: strerror(errno)) }
}
