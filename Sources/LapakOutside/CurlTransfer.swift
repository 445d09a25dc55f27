import CCurl
import LapakDomain
import LapakVault

/// One exchange with a server as libcurl sees it: a value that a thread of `CurlThreads` carries out.
struct CurlTransfer: Sendable {
    enum Value: Sendable {
        case text(String)
        case number(Int)
        /// A length of bytes (`curl_off_t`).
        case size(Int)
        case list([String])
        /// A body to post; libcurl copies it, so that it can be sent again on a fresh connection.
        case body([UInt8])
    }

    var options: [(option: CURLoption, value: Value)]
    /// What the server reads from us, for uploads (SMTP).
    var sending: [UInt8] = []
    /// The same from a file, read while it goes.
    var outgoing: DiskFile?
    /// Takes the body of a good answer of HTTP (2xx) instead of memory.
    var incoming: DiskFile?
    /// The most bytes that are taken from the server, headers included.
    var receivingLimit: Int
    /// From the call to the answer, waiting for a thread included.
    var timeLimit: Span
}

/// What came back from a transfer that went through.
struct CurlAnswer: Sendable {
    /// The status of HTTP or the last reply code of SMTP.
    let status: Int
    /// Header lines as received, without line ends.
    let headers: [String]
    let body: [UInt8]
}
