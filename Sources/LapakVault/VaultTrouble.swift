/// Why a file or a key could not be kept or read. The texts hold neither keys nor content.
package enum VaultTrouble: Error, Hashable, Sendable {
    /// The master keys as written cannot be used; says which line and why.
    case keys(String)
    /// A claim's key was wrapped by a master key that is not in the ring.
    case unknownMaster(Int)
    /// A claim's wrapped key does not open: another master key, another claim, or a changed value.
    case wrongKey
    /// The file was not sealed for this claim, document and version with this key.
    case foreign
    /// The file is not as it was sealed: changed, cut, put together from others, or longer than it should be.
    case damaged
    /// Sealed to its end already: nothing can be added.
    case finished
    /// Somebody else writes this file now.
    case busy
    /// There is no such file.
    case missing
    /// As much work waits for the disk or the storage as may.
    case crowded
    /// The operating system refused; `code` is `errno`.
    case disk(String, code: Int32)
    /// The storage elsewhere could not be reached or gave up; doing it again later may succeed.
    case away(String)
    /// The storage elsewhere refused, and will again until somebody changes a setting or right.
    case refused(String)
}

extension VaultTrouble: CustomStringConvertible {
    package var description: String {
        switch self {
        case .keys(let text): "master keys: \(text)"
        case .unknownMaster(let version): "master keys: there is no version \(version), which wrapped this claim's key"
        case .wrongKey: "the claim's key does not open: wrong master key, wrong claim or a changed value"
        case .foreign: "the file is not sealed for this claim, document and version"
        case .damaged: "the file is not as it was sealed"
        case .finished: "the file is sealed to its end already"
        case .busy: "the file is being written by somebody else"
        case .missing: "there is no such file"
        case .crowded: "too much work waits for the storage already"
        case .disk(let act, let code): "\(act): \(VaultTrouble.words(code))"
        case .away(let text), .refused(let text): text
        }
    }

    /// True when the cause is ours and may pass: a full or failing disk, a storage out of reach, a crowd. Nobody should lose a
    /// deadline by it.
    package var isOurs: Bool {
        switch self {
        case .crowded, .disk, .away, .refused: true
        default: false
        }
    }
}
