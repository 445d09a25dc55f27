/// The bytes that go out and come in during one transfer; lives on the thread that runs it.
final class CurlFlow {
    private let sending: [UInt8]
    private var sent = 0
    private var allowance: Int
    private(set) var headers: [String] = []
    private(set) var body: [UInt8] = []
    private(set) var isOverflowing = false
    let ticket: CurlTicket

    init(_ transfer: CurlTransfer, ticket: CurlTicket) {
        sending = transfer.sending
        allowance = transfer.receivingLimit
        self.ticket = ticket
    }

    /// Fills the buffer with what is still to be sent; 0 at the end.
    func send(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        let count = min(buffer.count, sending.count - sent)
        buffer.copyBytes(from: sending[sent..<sent + count])
        sent += count
        return count
    }

    /// Takes a piece of the body; an answer other than its count tells libcurl to give up.
    func receive(body bytes: UnsafeRawBufferPointer) -> Int {
        guard admits(bytes.count) else { return 0 }
        body.append(contentsOf: bytes)
        return bytes.count
    }

    /// Takes one header line; a status line begins anew, because 1xx answers come with headers of their own.
    func receive(header bytes: UnsafeRawBufferPointer) -> Int {
        guard admits(bytes.count) else { return 0 }
        let line = String(decoding: bytes.prefix { $0 != 13 && $0 != 10 }, as: UTF8.self)
        if line.hasPrefix("HTTP/") { headers = [] } else if !line.isEmpty { headers.append(line) }
        return bytes.count
    }

    private func admits(_ count: Int) -> Bool {
        allowance -= count
        if allowance < 0 { isOverflowing = true }
        return !isOverflowing
    }
}
