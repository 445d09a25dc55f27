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
    /// No connection, no trust in the certificate, or an answer that is not HTTP.
    case unreachable(String)
    case timeLimit
    /// The answer is larger than the limit of the call.
    case tooLarge
    /// Not even tried: too many calls wait, or the house is closing.
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
        case .failed: self = .unreachable(trouble.description)
        }
    }
}

extension HTTPTrouble: CustomStringConvertible {
    package var description: String {
        switch self {
        case .unreachable(let text), .crowded(let text), .unsendable(let text): text
        case .timeLimit: CurlTrouble.timeLimit.description
        case .tooLarge: CurlTrouble.tooLarge.description
        case .cancelled: CurlTrouble.cancelled.description
        case .disk(let trouble): trouble.description
        }
    }
}
