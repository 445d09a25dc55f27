import Foundation
import LapakInspection

/// A stand-in for clamd: hears one `INSTREAM` command to its end, gives one answer and closes.
struct ClamdStand {
    let address: ClamdAddress
    /// The file as it arrived.
    let received: Task<[UInt8], Never>

    /// - Parameters:
    ///   - answer: nil for one that never says anything.
    ///   - hangsUpAfter: how many bytes it reads at most before it answers.
    init(answer: String?, hangsUpAfter most: Int = .max) throws {
        let listening = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var place = sockaddr_in()
        place.sin_family = sa_family_t(AF_INET)
        place.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        withUnsafeMutableBytes(of: &place) { bytes in
            let address = bytes.bindMemory(to: sockaddr.self).baseAddress!
            precondition(bind(listening, address, size) == 0 && listen(listening, 4) == 0)
            precondition(getsockname(listening, address, &size) == 0)
        }
        address = .tcp(host: "127.0.0.1", port: UInt16(bigEndian: place.sin_port))
        let (stream, continuation) = AsyncStream<[UInt8]>.makeStream()
        Thread.detachNewThread {
            let caller = accept(listening, nil, nil)
            let bytes = Self.hear(caller, most)
            continuation.yield(bytes)
            if let answer { _ = answer.withCString { send(caller, $0, answer.utf8.count, Int32(MSG_NOSIGNAL)) } } else { Self.wait(caller) }
            close(caller)
            close(listening)
        }
        received = Task { await stream.first { _ in true } ?? [] }
    }

    private static func hear(_ caller: Int32, _ most: Int) -> [UInt8] {
        var taken = 0
        func take(_ count: Int) -> [UInt8] {
            var bytes: [UInt8] = []
            while bytes.count < count, taken < most {
                var buffer = [UInt8](repeating: 0, count: min(count - bytes.count, most - taken))
                let read = recv(caller, &buffer, buffer.count, 0)
                guard read > 0 else { break }
                bytes += buffer[..<read]
                taken += read
            }
            return bytes
        }
        guard take(10) == Array("zINSTREAM\0".utf8) else { return [] }
        var file: [UInt8] = []
        while true {
            let length = take(4)
            let count = length.reduce(0) { $0 << 8 | Int($1) }
            guard length.count == 4, count > 0 else { return file }
            file += take(count)
        }
    }

    /// Until the caller goes away.
    private static func wait(_ caller: Int32) {
        var byte: UInt8 = 0
        _ = recv(caller, &byte, 1, 0)
    }
}
