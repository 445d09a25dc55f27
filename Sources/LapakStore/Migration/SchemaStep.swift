import Crypto
import Foundation
import LapakGround

/// One numbered step of the schema: a file of SQL that is run once in every database, and never changed once it was.
package struct SchemaStep: Sendable, Hashable {
    package let number: Int
    /// What the file is called after its number: `nation`.
    package let name: String
    /// The file as it is: statements that end with `;` and a line end, comments on lines of their own, `{id}` for the identity column.
    package let text: String
    /// The SHA-256 of the file, as `sha256sum` prints it.
    package let sha256: String

    package init(_ number: Int, _ name: String, _ text: String) {
        self.number = number
        self.name = name
        self.text = text
        sha256 = SHA256.hash(data: Data(text.utf8)).hex
    }

    init(_ number: Int, _ name: String, _ bytes: [UInt8]) { self.init(number, name, String(decoding: bytes, as: UTF8.self)) }

    /// What the file is called: `0001-nation`.
    package var title: String { String("000\(number)".suffix(4)) + "-\(name)" }

    /// The statements in their order, with this type of identity column.
    func statements(identity: String) -> [String] {
        text.split(separator: "\n").filter { !$0.hasPrefix("--") }.joined(separator: "\n").split(separator: ";\n")
            .map { $0.trimmingCharacters(in: CharacterSet(charactersIn: "; \n")).replacing("{id}", with: identity) }
            .filter { !$0.isEmpty }
    }
}
