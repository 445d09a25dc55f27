import Crypto
import Foundation
package import LapakDomain
import LapakGround
package import LapakStore

/// A row's identity and the secret that opens it, as one word for cookies, bearer headers and links.
package struct Key<Noun>: Sendable {
    package let id: ID<Noun>
    package let secret: String

    package init(id: ID<Noun>, secret: String) {
        self.id = id
        self.secret = secret
    }

    /// Nil for anything that this application did not write.
    package init?(_ word: String) {
        let parts = word.split(separator: ".", maxSplits: 1)
        guard parts.count == 2, word.utf8.count <= 80, let id = Int64(parts[0], radix: 36),
            parts[1].utf8.allSatisfy({ $0 > 47 && $0 < 123 })
        else { return nil }
        self.init(id: ID(id), secret: String(parts[1]))
    }

    package var word: String { "\(String(id.rawValue, radix: 36)).\(secret)" }
    package var pass: Pass<Noun> { Pass(id: id, hash: SHA256.hash(data: Data(secret.utf8)).hex) }
}
