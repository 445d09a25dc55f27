import Foundation
package import HTTPTypes
package import LapakDomain

/// An error for machines (RFC 9457): a stable code, and the same sentence that people get.
package struct Problem {
    package let status: HTTPResponse.Status
    package let code: String
    package let words: Words
    /// The field that is wrong, if one is.
    package var field: String?

    package init(status: HTTPResponse.Status, code: String, words: Words, field: String? = nil) {
        self.status = status
        self.code = code
        self.words = words
        self.field = field
    }

    /// The answer in this language.
    package func reply(_ language: Language) -> Reply {
        struct Body: Encodable {
            let type: String
            let title: String
            let status: Int
            let detail: String
            let code: String
            let field: String?
        }
        let body = Body(
            type: "urn:lapak:problem:\(code)", title: code.replacing("_", with: " "), status: status.code, detail: words[language],
            code: code,
            field: field)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let text = (try? encoder.encode(body)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
        return Reply(status: status, type: "application/problem+json", body: text)
    }
}
