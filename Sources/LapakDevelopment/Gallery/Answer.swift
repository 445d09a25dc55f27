import HTTPTypes
import LapakDomain
import LapakGround

/// What came back over the wire.
struct Answer: Sendable {
    let request: HTTPRequest
    let status: Int
    let headers: HTTPFields
    let bytes: [UInt8]

    var text: String { String(decoding: bytes, as: UTF8.self) }
    var type: String { headers[.contentType] ?? "" }
    var isPage: Bool { type.hasPrefix("text/html") }
    var isDocument: Bool { text.hasPrefix("<!doctype html>") }
    var location: String? { headers[.location] }
    /// Without what follows the question mark.
    var path: String { String((request.path ?? "").prefix { $0 != "?" }) }
    var markup: Markup { Markup(text) }
    var json: JSON { JSON(bytes) ?? .null }

    /// Name and value of each cookie that is set; the value is empty where it is deleted.
    var cookies: [(name: String, value: String)] {
        headers[values: .setCookie].compactMap { field in
            let pair = field.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return pair.count == 2 ? (String(pair[0]), String(pair[1])) : nil
        }
    }

    func says(_ words: String) -> Bool { markup.words.contains(words) }
}
