import CCurl
package import LapakVault

/// What a server answered.
package struct HTTPAnswer: Hashable, Sendable {
    package let status: Int
    /// By name in lower case; repeated headers are joined by commas.
    package let headers: [String: String]
    package let body: [UInt8]

    init(_ end: CurlAnswer) {
        status = end.status
        body = end.body
        let pairs = end.headers.compactMap { line -> (String, String)? in
            guard let colon = line.firstIndex(of: ":") else { return nil }
            let value = line[line.index(after: colon)...].drop { $0 == " " || $0 == "\t" }
            return (line[..<colon].lowercased(), String(value))
        }
        headers = Dictionary(pairs) { "\($0), \($1)" }
    }
}

/// Why there is no answer. The texts hold neither bodies nor headers.
package enum HTTPTrouble: Error, Hashable, Sendable {
    /// No connection, or no trust in the certificate: the question has not left.
    case unreachable(String)
    /// The connection broke, or the answer is not HTTP: the question may have been heard.
    case broken(String)
    case timeLimit
    /// The answer is larger than the limit of the call.
    case tooLarge
    /// Not even tried: too many calls wait, or the application is closing.
    case crowded(String)
    case cancelled
    /// The file that is sent or received failed.
    case disk(VaultTrouble)
    /// The call itself is wrong.
    case unsendable(String)

    init(_ trouble: CurlTrouble) {
        switch trouble {
        case .crowded, .stopped: self = .crowded(trouble.description)
        case .cancelled: self = .cancelled
        case .disk(let trouble): self = .disk(trouble)
        case .timeLimit: self = .timeLimit
        case .tooLarge: self = .tooLarge
        case .failed(let code, _, _) where code == CURLE_URL_MALFORMAT || code == CURLE_UNSUPPORTED_PROTOCOL:
            self = .unsendable("the address is not of http or https")
        case .failed(let code, _, _) where HTTPTrouble.beforeTheQuestion.contains(code): self = .unreachable(trouble.description)
        case .failed: self = .broken(trouble.description)
        }
    }

    /// Where libcurl ends before it sends the request.
    private static let beforeTheQuestion: [CURLcode] = [
        CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY, CURLE_COULDNT_CONNECT, CURLE_SSL_CONNECT_ERROR,
        CURLE_PEER_FAILED_VERIFICATION,
        CURLE_SSL_CACERT_BADFILE, CURLE_SSL_CERTPROBLEM, CURLE_INTERFACE_FAILED, CURLE_PROXY,
    ]

    /// The other side may have heard and done what was asked, although no answer came.
    package var mayHaveBeenHeard: Bool {
        switch self {
        case .broken, .timeLimit, .tooLarge, .cancelled, .disk: true
        case .unreachable, .crowded, .unsendable: false
        }
    }
}

extension HTTPTrouble: CustomStringConvertible {
    package var description: String {
        switch self {
        case .unreachable(let text), .broken(let text), .crowded(let text), .unsendable(let text): text
        case .timeLimit: CurlTrouble.timeLimit.description
        case .tooLarge: CurlTrouble.tooLarge.description
        case .cancelled: CurlTrouble.cancelled.description
        case .disk(let trouble): trouble.description
        }
    }
}
