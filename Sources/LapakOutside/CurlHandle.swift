import CCurl
import LapakGround

/// One easy handle of libcurl, used by one thread for one transfer after the other; its connections stay open between them.
final class CurlHandle {
    private static let start = lapak_curl_start()

    private let pointer: UnsafeMutableRawPointer?
    private let complaint = UnsafeMutablePointer<CChar>.allocate(capacity: Int(CURL_ERROR_SIZE))

    init() { pointer = Self.start == CURLE_OK ? curl_easy_init() : nil }

    deinit {
        if let pointer { curl_easy_cleanup(pointer) }
        complaint.deallocate()
    }

    /// Blocks until the transfer has ended, at the latest at the deadline.
    func run(_ transfer: CurlTransfer, until deadline: ContinuousClock.Instant, _ cancellation: Cancellation) -> Result<
        CurlAnswer, CurlTrouble
    > {
        guard let pointer else { return .failure(.failed(code: CURLE_FAILED_INIT, status: 0, text: "libcurl did not start")) }
        defer { curl_easy_reset(pointer) }
        complaint.pointee = 0
        let flow = CurlFlow(transfer, cancellation)
        var lists: [UnsafeMutablePointer<curl_slist>] = []
        defer { for list in lists { curl_slist_free_all(list) } }

        var code = prepare(pointer, flow: flow, milliseconds: Self.milliseconds(until: deadline))
        for (option, value) in transfer.options where code == CURLE_OK {
            code = set(option, value, on: pointer, lists: &lists)
        }
        if code == CURLE_OK { code = withExtendedLifetime(flow) { curl_easy_perform(pointer) } }

        let status = lapak_curl_status(pointer)
        if code == CURLE_OK { return .success(CurlAnswer(status: status, headers: flow.headers, body: flow.body)) }
        return .failure(trouble(code, status: status, flow: flow))
    }

    /// The settings of every transfer. TLS is always verified; signals stay off because there are many threads.
    private func prepare(_ pointer: UnsafeMutableRawPointer, flow: CurlFlow, milliseconds: Int) -> CURLcode {
        let context = Unmanaged.passUnretained(flow).toOpaque()
        return [
            lapak_curl_set_pointer(pointer, CURLOPT_ERRORBUFFER, complaint),
            lapak_curl_set_number(pointer, CURLOPT_NOSIGNAL, 1),
            lapak_curl_set_number(pointer, CURLOPT_TIMEOUT_MS, milliseconds),
            lapak_curl_set_number(pointer, CURLOPT_CONNECTTIMEOUT_MS, min(milliseconds, 10_000)),
            lapak_curl_set_number(pointer, CURLOPT_SSL_VERIFYPEER, 1),
            lapak_curl_set_number(pointer, CURLOPT_SSL_VERIFYHOST, 2),
            lapak_curl_set_number(pointer, CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2)),
            lapak_curl_set_flow(pointer, CURLOPT_READFUNCTION, Self.read),
            lapak_curl_set_pointer(pointer, CURLOPT_READDATA, context),
            lapak_curl_set_seek(pointer, Self.seek),
            lapak_curl_set_pointer(pointer, CURLOPT_SEEKDATA, context),
            lapak_curl_set_flow(pointer, CURLOPT_WRITEFUNCTION, Self.write),
            lapak_curl_set_pointer(pointer, CURLOPT_WRITEDATA, context),
            lapak_curl_set_flow(pointer, CURLOPT_HEADERFUNCTION, Self.header),
            lapak_curl_set_pointer(pointer, CURLOPT_HEADERDATA, context),
            lapak_curl_set_progress(pointer, Self.progress),
            lapak_curl_set_pointer(pointer, CURLOPT_XFERINFODATA, context),
            lapak_curl_set_number(pointer, CURLOPT_NOPROGRESS, 0),
        ].first { $0 != CURLE_OK } ?? CURLE_OK
    }

    private func set(
        _ option: CURLoption, _ value: CurlTransfer.Value, on pointer: UnsafeMutableRawPointer,
        lists: inout [UnsafeMutablePointer<curl_slist>]
    ) -> CURLcode {
        switch value {
        case .text(let text): return lapak_curl_set_text(pointer, option, text)
        case .number(let number): return lapak_curl_set_number(pointer, option, number)
        case .size(let size): return lapak_curl_set_size(pointer, option, curl_off_t(size))
        case .list(let lines):
            var list: UnsafeMutablePointer<curl_slist>?
            for line in lines { list = curl_slist_append(list, line) ?? list }
            guard let list else { return CURLE_OK }
            lists.append(list)
            return lapak_curl_set_list(pointer, option, list)
        case .body(var bytes):
            let code = lapak_curl_set_number(pointer, CURLOPT_POSTFIELDSIZE, bytes.count)
            guard code == CURLE_OK else { return code }
            return bytes.withUnsafeMutableBytes { lapak_curl_set_pointer(pointer, option, $0.baseAddress) }
        }
    }

    private func trouble(_ code: CURLcode, status: Int, flow: CurlFlow) -> CurlTrouble {
        if flow.isOverflowing { return .tooLarge }
        if let trouble = flow.disk { return .disk(trouble) }
        if flow.cancellation.isCancelled { return .cancelled }
        if code == CURLE_OPERATION_TIMEDOUT { return .timeLimit }
        let text = String(cString: complaint.pointee == 0 ? curl_easy_strerror(code) : UnsafePointer(complaint))
        return .failed(code: code, status: status, text: text)
    }

    /// At least 1: libcurl takes 0 for "no limit".
    private static func milliseconds(until deadline: ContinuousClock.Instant) -> Int {
        let (seconds, attoseconds) = (deadline - .now).components
        return max(1, Int(seconds) * 1000 + Int(attoseconds / 1_000_000_000_000_000))
    }
}

extension CurlHandle {
    private static let read: lapak_curl_flow = { bytes, size, count, context in
        guard let flow = flow(context) else { return 0 }
        return flow.send(into: UnsafeMutableRawBufferPointer(start: bytes, count: size * count))
    }
    private static let write: lapak_curl_flow = { bytes, size, count, context in
        guard let flow = flow(context) else { return 0 }
        return flow.receive(body: UnsafeRawBufferPointer(start: bytes, count: size * count))
    }
    private static let header: lapak_curl_flow = { bytes, size, count, context in
        guard let flow = flow(context) else { return 0 }
        return flow.receive(header: UnsafeRawBufferPointer(start: bytes, count: size * count))
    }
    /// Called when a body must be sent again, on a fresh connection.
    private static let seek: lapak_curl_seek = { context, offset, origin in
        guard let flow = flow(context), origin == SEEK_SET else { return CURL_SEEKFUNC_FAIL }
        flow.rewind(to: Int(offset))
        return CURL_SEEKFUNC_OK
    }
    /// Called about once a second even when nothing moves: an answer other than 0 ends the transfer.
    private static let progress: lapak_curl_progress = { context, _, _, _, _ in
        flow(context)?.cancellation.isCancelled == true ? 1 : 0
    }
    private static func flow(_ context: UnsafeMutableRawPointer?) -> CurlFlow? {
        context.map { Unmanaged<CurlFlow>.fromOpaque($0).takeUnretainedValue() }
    }
}
