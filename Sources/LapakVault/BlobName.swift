import Crypto
import Foundation
package import LapakDomain
import LapakGround

/// The name under which a sealed file is kept: small letters, digits and hyphens, 1 to 100 of them, no hyphen first.
package struct BlobName: Hashable, Sendable, CustomStringConvertible {
    package let text: String

    /// Nil for anything else, so that no name can leave its folder.
    package init?(_ text: String) {
        guard (1...100).contains(text.utf8.count), text.utf8.first != UInt8(ascii: "-"),
            text.utf8.allSatisfy({ (97...122).contains($0) || (48...57).contains($0) || $0 == UInt8(ascii: "-") })
        else { return nil }
        self.text = text
    }

    /// The name of one file of a document, as in its `Seal`: numbers only, nothing about anybody. None of them may be negative.
    package init<Document>(claim: ID<Claim>, document: ID<Document>, version: Int, part: Int = 0) {
        let numbers = [claim.rawValue, document.rawValue, Int64(version), Int64(part)]
        text = numbers.map { String($0.magnitude, radix: 36) }.joined(separator: "-")
    }

    package var description: String { text }

    /// The name with its shelf before it: `4f/name`. The shelf is the first byte of the name's SHA-256, so that all fill alike.
    package var shelved: String { "\(shelf)/\(text)" }

    var shelf: String { Array(SHA256.hash(data: Array(text.utf8)).prefix(1)).hex }
}
