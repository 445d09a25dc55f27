import CCurl
import LapakGround
import LapakVault

/// The bytes that go out and come in during one transfer; lives on the thread that runs it.
final class CurlFlow {
    private let sending: [UInt8]
    private let outgoing: DiskFile?
    private let incoming: DiskFile?
    private var sent = 0
    private var received = 0
    private var status = 0
    private var allowance: Int
    private(set) var headers: [String] = []
    private(set) var body: [UInt8] = []
    private(set) var isOverflowing = false
    /// Why a file could not be read or written.
    private(set) var disk: VaultTrouble?
    let cancellation: Cancellation

    init(_ transfer: CurlTransfer, _ cancellation: Cancellation) {
        sending = transfer.sending
        outgoing = transfer.outgoing
        incoming = transfer.incoming
        allowance = transfer.receivingLimit
        self.cancellation = cancellation
    }

    /// Fills the buffer with what is still to be sent; 0 at the end.
    func send(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        do throws(VaultTrouble) {
            let bytes = try outgoing?.read(buffer.count, at: sent)[...] ?? sending[sent...].prefix(buffer.count)
            buffer.copyBytes(from: bytes)
            sent += bytes.count
            return bytes.count
        } catch {
            disk = error
            return Int(CURL_READFUNC_ABORT)
        }
    }

    /// Sends again from `offset` on.
    func rewind(to offset: Int) { sent = offset }

    /// Takes a piece of the body; an answer other than its count tells libcurl to give up.
    func receive(body bytes: UnsafeRawBufferPointer) -> Int {
        guard admits(bytes.count) else { return 0 }
        guard let incoming, (200..<300).contains(status) else {
            body.append(contentsOf: bytes)
            return bytes.count
        }
        do throws(VaultTrouble) {
            try incoming.write(Array(bytes)[...], at: received)
            received += bytes.count
            return bytes.count
        } catch {
            disk = error
            return 0
        }
    }

    /// Takes one header line; a status line begins anew, because 1xx answers come with headers of their own.
    func receive(header bytes: UnsafeRawBufferPointer) -> Int {
        guard admits(bytes.count) else { return 0 }
        let line = String(decoding: bytes.prefix { $0 != 13 && $0 != 10 }, as: UTF8.self)
        if line.hasPrefix("HTTP/") {
            headers = []
            status = line.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
        } else if !line.isEmpty {
            headers.append(line)
        }
        return bytes.count
    }

    private func admits(_ count: Int) -> Bool {
        allowance -= count
        if allowance < 0 { isOverflowing = true }
        return !isOverflowing
    }
}
