import CCurl
import LapakVault

/// Why a transfer did not go through.
enum CurlTrouble: Error, Sendable {
    /// As many transfers as allowed wait already.
    case crowded
    case stopped
    case cancelled
    case timeLimit
    case tooLarge
    /// The file that is sent or received failed.
    case disk(VaultTrouble)
    /// libcurl's own code, the last status of the server (0 before the first) and a sentence without addresses of people.
    case failed(code: CURLcode, status: Int, text: String)
}

extension CurlTrouble: CustomStringConvertible {
    var description: String {
        switch self {
        case .crowded: "too many calls are waiting already"
        case .stopped: "outgoing calls have been stopped"
        case .cancelled: "the call was cancelled"
        case .timeLimit: "no answer within the time limit"
        case .tooLarge: "the answer is larger than the limit"
        case .disk(let trouble): trouble.description
        case .failed(let code, _, let text): "\(text) (libcurl \(code.rawValue))"
        }
    }
}
