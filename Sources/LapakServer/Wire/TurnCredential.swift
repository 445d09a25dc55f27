import Crypto
import Foundation
package import LapakDomain

/// A name and a password for the relay (coturn's `use-auth-secret`), worth something until the moment in the name.
///
/// The relay and we share only the secret; nothing is kept, and nothing has to be taken back.
package struct TurnCredential: Equatable, Sendable {
    /// `seconds since 1970:user`.
    package let username: String
    /// Base64 of HMAC-SHA1 of the name.
    package let password: String

    /// Long enough for every call; a new way is looked for with a new one.
    package static let lasts = Span.hours(2)

    package init(user: String, expires: Instant, secret: String) {
        username = "\(expires.seconds):\(user)"
        password = Self.signature(of: username, secret: secret)
    }

    static func signature(of text: String, secret: String) -> String {
        let key = SymmetricKey(data: Data(secret.utf8))
        return Data(HMAC<Insecure.SHA1>.authenticationCode(for: Data(text.utf8), using: key)).base64EncodedString()
    }
}
