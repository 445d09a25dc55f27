import Foundation

/// Sends one photo for each cookie, all at once, from one thread: announces it, then sends it as fast as the server takes it.
struct UploadLoad {
    let port: UInt16
    let photo: [UInt8]
    let cookies: [String]
    /// Asked every 20 milliseconds or so, and now and then with the children.
    var watch: MemoryWatch

    struct Result {
        /// Milliseconds from the announcement to the answer that the whole file is kept, sorted.
        var latencies: [Double] = []
        var failed = 0
        var seconds = 0.0
        var watch: MemoryWatch

        func percentile(_ share: Double) -> Double {
            latencies.isEmpty ? 0 : latencies[min(latencies.count - 1, Int(Double(latencies.count) * share))]
        }
    }

    func run() throws -> Result {
        var result = Result(watch: watch)
        var wires = try cookies.map { try UploadWire(port: port, cookie: $0, length: photo.count) }
        defer { for wire in wires { close(wire.socket) } }
        let begun = DispatchTime.now().uptimeNanoseconds
        var polled = wires.map { pollfd(fd: $0.socket, events: Int16(POLLIN | POLLOUT), revents: 0) }
        var open = wires.count
        while open > 0 {
            guard poll(&polled, nfds_t(polled.count), 20) >= 0 else { throw BenchTrouble("the sockets cannot be watched") }
            result.watch.look()
            guard DispatchTime.now().uptimeNanoseconds - begun < 600_000_000_000 else { throw BenchTrouble("ten minutes were not enough") }
            for index in polled.indices where polled[index].fd >= 0 && polled[index].revents != 0 {
                if polled[index].revents & Int16(POLLIN | POLLHUP | POLLERR) != 0, let status = wires[index].receive() {
                    if status == 204 || status != 201 {
                        open -= 1
                        polled[index].fd = -1
                        if status != 204 { result.failed += 1 }
                        result.latencies.append(Double(DispatchTime.now().uptimeNanoseconds - begun) / 1e6)
                        continue
                    }
                }
                wires[index].send(photo)
                polled[index].events = Int16(wires[index].hasMore(photo) ? POLLIN | POLLOUT : POLLIN)
            }
        }
        result.seconds = Double(DispatchTime.now().uptimeNanoseconds - begun) / 1e9
        result.latencies.sort()
        return result
    }
}

/// One connection: what of the request is still to be sent, and what has arrived of the answer.
private struct UploadWire {
    let socket: Int32
    private let cookie: String
    private let length: Int
    private var head: [UInt8]
    private var sent = 0
    private var sendsPhoto = false
    private var answer: [UInt8] = []

    init(port: UInt16, cookie: String, length: Int) throws {
        self.cookie = cookie
        self.length = length
        socket = try Self.connect(port)
        let metadata = "paper a3Rw,filename Zm90by5qcGc="
        head = Self.head("POST /berkas/kirim", cookie, ["Upload-Length: \(length)", "Upload-Metadata: \(metadata)", "Content-Length: 0"])
    }

    private static func head(_ request: String, _ cookie: String, _ fields: [String]) -> [UInt8] {
        let lines = ["\(request) HTTP/1.1", "Host: localhost", "Tus-Resumable: 1.0.0", "Cookie: \(cookie)"] + fields
        return Array("\(lines.joined(separator: "\r\n"))\r\n\r\n".utf8)
    }

    private static func connect(_ port: UInt16) throws -> Int32 {
        let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let connected = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { Glibc.connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) }
        }
        guard connected == 0 else { throw BenchTrouble("cannot connect to 127.0.0.1:\(port)") }
        return socket
    }

    func hasMore(_ photo: [UInt8]) -> Bool { sent < head.count + (sendsPhoto ? photo.count : 0) }

    mutating func send(_ photo: [UInt8]) {
        while hasMore(photo) {
            let (bytes, from) = sent < head.count ? (head, sent) : (photo, sent - head.count)
            let count = bytes.withUnsafeBytes {
                Glibc.send(socket, $0.baseAddress! + from, min(65_536, $0.count - from), Int32(MSG_NOSIGNAL | MSG_DONTWAIT))
            }
            guard count > 0 else { return }
            sent += count
        }
    }

    /// The status once the whole answer is there; 0 when the connection ended. After an announcement the photo follows.
    mutating func receive() -> Int? {
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = recv(socket, &buffer, buffer.count, Int32(MSG_DONTWAIT))
        guard count > 0 else { return count < 0 && errno == EAGAIN ? nil : 0 }
        answer += buffer[..<count]
        let text = String(decoding: answer, as: UTF8.self)
        guard text.contains("\r\n\r\n"), let status = Int(text.dropFirst(9).prefix(3)) else { return nil }
        answer = []
        if status == 201, let line = text.split(separator: "\r\n").first(where: { $0.lowercased().hasPrefix("location: ") }) {
            head = Self.head(
                "PATCH \(line.dropFirst(10))", cookie,
                ["Upload-Offset: 0", "Content-Type: application/offset+octet-stream", "Content-Length: \(length)"])
            (sent, sendsPhoto) = (0, true)
        }
        return status
    }
}

/// The memory of a server and of its children, looked at again and again; megabytes.
struct MemoryWatch {
    let pid: Int32
    private(set) var peak = 0.0
    private(set) var childrenPeak = 0.0
    private var looks = 0

    init(_ pid: Int32) { self.pid = pid }

    mutating func look() {
        peak = max(peak, Machine.memory(of: pid).resident)
        if looks % 10 == 0 {
            childrenPeak = max(childrenPeak, Machine.children(of: pid).map { Machine.memory(of: $0).resident }.reduce(0, +))
        }
        looks += 1
    }
}

extension Machine {
    /// Resident memory of one process now and at its highest, megabytes; without its children.
    static func memory(of pid: Int32) -> (resident: Double, highWater: Double) {
        let text = (try? String(contentsOfFile: "/proc/\(pid)/status", encoding: .utf8)) ?? ""
        func value(_ name: String) -> Double {
            let line = text.split(separator: "\n").first { $0.hasPrefix(name) }
            return (line.flatMap { Double($0.split(whereSeparator: \.isWhitespace).dropLast().last ?? "") } ?? 0) / 1024
        }
        return (value("VmRSS:"), value("VmHWM:"))
    }

    static func children(of pid: Int32) -> [Int32] {
        let tasks = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(pid)/task")) ?? []
        return tasks.flatMap { task -> [Int32] in
            let text = (try? String(contentsOfFile: "/proc/\(pid)/task/\(task)/children", encoding: .utf8)) ?? ""
            return text.split(separator: " ").compactMap { Int32($0) }
        }
    }
}

/// The same bytes into plain files, with fsync of each file and of the folder.
enum PlainWriting {
    /// Seconds, with eight threads as the server has for its disk.
    static func measure(_ bytes: [UInt8], files: Int, in folder: String) -> Double {
        let (place, begun) = ("\(folder)/plain", DispatchTime.now().uptimeNanoseconds)
        mkdir(place, 0o700)
        let descriptor = open(place, O_RDONLY | O_DIRECTORY)
        DispatchQueue.concurrentPerform(iterations: 8) { worker in
            for index in stride(from: worker, to: files, by: 8) {
                let file = open("\(place)/\(index)", O_WRONLY | O_CREAT | O_TRUNC, 0o600)
                var done = 0
                while done < bytes.count {
                    let count = bytes.withUnsafeBytes { write(file, $0.baseAddress! + done, min(65_536, bytes.count - done)) }
                    guard count > 0 else { break }
                    done += count
                }
                fsync(file)
                close(file)
                fsync(descriptor)
            }
        }
        close(descriptor)
        let seconds = Double(DispatchTime.now().uptimeNanoseconds - begun) / 1e9
        try? FileManager.default.removeItem(atPath: place)
        return seconds
    }
}
