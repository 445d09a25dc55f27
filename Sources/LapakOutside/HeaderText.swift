import Foundation
import LapakDomain

/// Free text inside a header of a letter: plain ASCII where it can stand so, encoded words (RFC 2047) where it cannot.
enum HeaderText {
    /// True if a control character stands in the text: a line end would start a header of the writer's choice.
    static func hasControls(_ text: String) -> Bool { text.utf8.contains { $0 < 32 || $0 == 127 } }

    /// A subject. The text must have no control characters.
    static func subject(_ text: String) -> String { isPlain(text) ? text : encodedWords(text) }

    /// An address with its name. Both are free of control characters by construction.
    static func mailbox(_ mailbox: Mailbox) -> String {
        guard !mailbox.name.isEmpty else { return mailbox.address.value }
        guard isPlain(mailbox.name) else { return "\(encodedWords(mailbox.name))\r\n <\(mailbox.address.value)>" }
        let escaped = mailbox.name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        return "\"\(escaped)\"\r\n <\(mailbox.address.value)>"
    }

    /// Short printable ASCII that no reader would take for an encoded word.
    private static func isPlain(_ text: String) -> Bool {
        text.utf8.count <= 60 && text.utf8.allSatisfy { (32...126).contains($0) } && !text.contains("=?")
            && text.utf8.first != UInt8(ascii: " ") && text.utf8.last != UInt8(ascii: " ")
    }

    /// Base64 words of at most 64 characters, one a line; no letter is cut in two (RFC 2047, section 5).
    private static func encodedWords(_ text: String) -> String {
        var words: [String] = []
        var bytes: [UInt8] = []
        for scalar in text.unicodeScalars {
            let next = Array(String(scalar).utf8)
            if bytes.count + next.count > bytesPerWord {
                words.append(word(bytes))
                bytes = []
            }
            bytes += next
        }
        words.append(word(bytes))
        return words.joined(separator: "\r\n ")
    }

    /// 52 characters of base64: with `Subject: ` before it a line stays under 76.
    private static let bytesPerWord = 39
    private static func word(_ bytes: [UInt8]) -> String { "=?UTF-8?B?\(Data(bytes).base64EncodedString())?=" }
}
