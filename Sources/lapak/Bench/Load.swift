import Foundation

/// A load generator of one thread: so many connections, one request after another on each, until the time is up or
/// nothing is left to ask. Loopback only.
struct Load {
    let port: UInt16
    let connections: Int

    struct Result {
        var statuses: [Int: Int] = [:]
        /// Milliseconds, sorted.
        var latencies: [Double] = []
        var seconds = 0.0
        var perSecond: Double { seconds > 0 ? Double(latencies.count) / seconds : 0 }
        func percentile(_ share: Double) -> Double {
            latencies.isEmpty ? 0 : latencies[min(latencies.count - 1, Int(Double(latencies.count) * share))]
        }
    }

    /// `next` gives the bytes of the next request, or nil when there are no more.
    func run(seconds: Double, _ next: () -> [UInt8]?) throws -> Result {
        var result = Result()
        var wires = try (0..<connections).map { _ in try Wire(port: port) }
        defer { for wire in wires { close(wire.socket) } }
        let begun = now()
        var open = 0
        for index in wires.indices {
            guard let request = next() else { break }
            wires[index].send(request, at: now())
            open += 1
        }
        var polled = wires.map { pollfd(fd: $0.socket, events: Int16(POLLIN), revents: 0) }
        while open > 0 {
            guard poll(&polled, nfds_t(polled.count), 5000) > 0 else { throw BenchTrouble("the server stopped answering") }
            let moment = now()
            let over = Double(moment - begun) / 1e9 >= seconds
            for index in polled.indices where polled[index].revents != 0 {
                guard let status = try wires[index].receive() else { continue }
                result.statuses[status, default: 0] += 1
                result.latencies.append(Double(now() - wires[index].sentAt) / 1e6)
                if !over, let request = next() { wires[index].send(request, at: now()) } else { open -= 1; polled[index].fd = -1 }
            }
        }
        result.seconds = Double(now() - begun) / 1e9
        result.latencies.sort()
        return result
    }

    private func now() -> UInt64 { DispatchTime.now().uptimeNanoseconds }
}

/// One keep-alive connection and what has arrived of its answer.
private struct Wire {
    let socket: Int32
    var sentAt: UInt64 = 0
    private var buffer = [UInt8](repeating: 0, count: 16 * 1024)
    private var filled = 0

    init(port: UInt16) throws {
        socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let connected = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) }
        }
        guard connected == 0 else { throw BenchTrouble("cannot connect to 127.0.0.1:\(port)") }
        var on: Int32 = 1
        setsockopt(socket, Int32(IPPROTO_TCP), TCP_NODELAY, &on, socklen_t(MemoryLayout<Int32>.size))
    }

    mutating func send(_ bytes: [UInt8], at moment: UInt64) {
        sentAt = moment
        filled = 0
        _ = bytes.withUnsafeBytes { Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
    }

    /// The status once the whole answer is there.
    mutating func receive() throws -> Int? {
        let start = filled
        let count = buffer.withUnsafeMutableBytes { recv(socket, $0.baseAddress! + start, $0.count - start, 0) }
        guard count > 0 else { throw BenchTrouble("the server closed a connection") }
        filled += count
        guard let end = headerEnd(), filled >= end + contentLength(upTo: end) else { return nil }
        return Int(buffer[9] - 48) * 100 + Int(buffer[10] - 48) * 10 + Int(buffer[11] - 48)
    }

    private func headerEnd() -> Int? {
        var index = 0
        while index + 3 < filled {
            if buffer[index] == 13, buffer[index + 1] == 10, buffer[index + 2] == 13, buffer[index + 3] == 10 { return index + 4 }
            index += 1
        }
        return nil
    }

    private func contentLength(upTo end: Int) -> Int {
        let name = Array("content-length: ".utf8)
        var index = 0
        while index + name.count < end {
            if buffer[index] == 10, zip(buffer[(index + 1)...], name).allSatisfy({ $0 | 0x20 == $1 || $0 == $1 }) {
                return buffer[(index + 1 + name.count)..<end].prefix { (48...57).contains($0) }.reduce(0) { $0 * 10 + Int($1 - 48) }
            }
            index += 1
        }
        return 0
    }
}

struct BenchTrouble: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}

/// What the kernel says of processes.
enum Machine {
    /// CPU seconds of one process, user and system.
    static func cpuSeconds(of pid: Int32) -> Double {
        guard let text = try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8), let close = text.lastIndex(of: ")") else {
            return 0
        }
        let fields = text[text.index(after: close)...].split(separator: " ")
        guard fields.count > 12, let user = Double(fields[11]), let system = Double(fields[12]) else { return 0 }
        return (user + system) / Double(sysconf(Int32(_SC_CLK_TCK)))
    }

    /// Waits until a process does next to nothing for half a second, at most a minute.
    static func waitUntilResting(_ pid: Int32) {
        var quiet = 0
        for _ in 0..<240 where quiet < 2 {
            let before = cpuSeconds(of: pid)
            Thread.sleep(forTimeInterval: 0.25)
            quiet = cpuSeconds(of: pid) - before < 0.03 ? quiet + 1 : 0
        }
    }

    /// CPU seconds of this process, user and system.
    static func ownCPUSeconds() -> Double { cpuSeconds(of: getpid()) }

    /// CPU seconds of every PostgreSQL process on this machine.
    static func postgresSeconds() -> Double {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return names.compactMap { Int32($0) }.reduce(0) { sum, pid in
            let name = try? String(contentsOfFile: "/proc/\(pid)/comm", encoding: .utf8)
            return name == "postgres\n" ? sum + cpuSeconds(of: pid) : sum
        }
    }

    /// The most memory this process has held, megabytes.
    static var peakMegabytes: Int {
        let text = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = text.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        return line.flatMap { Int($0.split(separator: " ").dropLast().last ?? "") }.map { $0 / 1024 } ?? 0
    }
}
