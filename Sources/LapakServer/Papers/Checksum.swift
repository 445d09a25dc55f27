import Crypto
import Foundation

/// What a sender says the bytes of one request hash to (tus, `Upload-Checksum`), beside what they do.
struct Checksum {
    static let algorithms = "sha1,sha256,md5"

    private enum Running {
        case sha1(Insecure.SHA1)
        case sha256(SHA256)
        case md5(Insecure.MD5)
    }
    private let promised: Data
    private var running: Running

    /// `sha1 BASE64`. Nil for anything else, and for an algorithm that is not ours.
    init?(_ text: String) {
        let words = text.split(separator: " ")
        guard words.count == 2, let promised = Data(base64Encoded: String(words[1])) else { return nil }
        let size: Int
        switch words[0] {
        case "sha1": (running, size) = (.sha1(Insecure.SHA1()), Insecure.SHA1.byteCount)
        case "sha256": (running, size) = (.sha256(SHA256()), SHA256.byteCount)
        case "md5": (running, size) = (.md5(Insecure.MD5()), Insecure.MD5.byteCount)
        default: return nil
        }
        guard promised.count == size else { return nil }
        self.promised = promised
    }

    mutating func update(_ bytes: some DataProtocol) {
        switch running {
        case .sha1(var hasher):
            hasher.update(data: bytes)
            running = .sha1(hasher)
        case .sha256(var hasher):
            hasher.update(data: bytes)
            running = .sha256(hasher)
        case .md5(var hasher):
            hasher.update(data: bytes)
            running = .md5(hasher)
        }
    }

    /// Whether everything that came is what was promised.
    var fits: Bool {
        switch running {
        case .sha1(let hasher): Data(hasher.finalize()) == promised
        case .sha256(let hasher): Data(hasher.finalize()) == promised
        case .md5(let hasher): Data(hasher.finalize()) == promised
        }
    }
}

/// The bytes of a request are not those that its checksum names.
struct ChecksumMismatch: Error {}

/// What a sender tells of a file beside its bytes (tus, `Upload-Metadata`): names, each with a value in Base64.
struct UploadMetadata {
    private let values: [String: String]
    private static let longest = 4096

    /// Nil for text that tus would not write: an empty or repeated name, a value that is no Base64, or more than 4 KiB.
    init?(_ text: String) {
        var values: [String: String] = [:]
        guard text.utf8.count <= Self.longest else { return nil }
        for pair in text.split(separator: ",", omittingEmptySubsequences: !text.contains(",")) {
            let words = pair.split(separator: " ", omittingEmptySubsequences: true)
            guard (1...2).contains(words.count), words[0].utf8.allSatisfy({ $0 > 32 && $0 < 127 }) else { return nil }
            guard let value = words.count == 1 ? Data() : Data(base64Encoded: String(words[1])) else { return nil }
            guard values.updateValue(String(decoding: value, as: UTF8.self), forKey: String(words[0])) == nil else { return nil }
        }
        self.values = values
    }

    subscript(name: String) -> String? { values[name] }

    /// The hash of the whole file, if the sender knew it: 64 hexadecimal digits, made small.
    var sha256: String? {
        guard let text = values["sha256"], text.utf8.count == 64, text.utf8.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) else {
            return nil
        }
        return text.lowercased()
    }

    /// The type that the sender names, cut to what a type may be long.
    var declared: String? { values["filetype"].map { String($0.filter { $0.isASCII && !$0.isWhitespace }.prefix(100)) } }
}
