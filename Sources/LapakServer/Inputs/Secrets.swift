import Crypto
import Foundation
package import LapakDomain
import LapakGround

/// Where secrets come from: random ones, and those that are derived from the application's own. The rules get them as values.
package final class Secrets: Sendable {
    private let chance: @Sendable () -> UInt64
    /// The application's own secret: links and codes are derived from it.
    private let key: SymmetricKey

    /// - Parameter chance: 64 bits each time; the system's, but where a story is told, which is the same each time.
    package init(secret: [UInt8], chance: @escaping @Sendable () -> UInt64 = Secrets.system) {
        key = SymmetricKey(data: secret)
        self.chance = chance
    }

    /// The system's chance, good for secrets.
    package static let system: @Sendable () -> UInt64 = { UInt64.random(in: .min ... .max) }

    /// So many bytes by chance; the system is asked once for eight of them.
    package func bytes(_ count: Int) -> [UInt8] {
        let eights = (0..<(count + 7) / 8).map { _ in chance() }
        return (0..<count).map { UInt8(truncatingIfNeeded: eights[$0 / 8] >> (8 * ($0 % 8))) }
    }

    /// Six digits.
    package func code() -> String {
        let digits = String(chance() % 1_000_000)
        return String(repeating: "0", count: 6 - digits.count) + digits
    }

    /// Two different ones.
    package func twoCodes() -> (String, String) {
        let first = code()
        while true {
            let second = code()
            if second != first { return (first, second) }
        }
    }

    /// A code is kept only as its hash, bound to whom it was sent to and to the application's secret: six digits alone
    /// would be found by trying.
    package func hash(code: String, for id: Int64) -> String { derived("code:\(id):\(code)") }

    /// What the ticket's QR code and its messages carry: whoever holds it may follow the number, and nothing more.
    package func walkInKey(_ walkIn: ID<WalkIn>) -> Key<WalkIn> {
        Key(id: walkIn, secret: String(derived("visit:\(walkIn.rawValue)").prefix(16)))
    }

    /// The address of a branch's hall display: derived, so that nobody finds another branch's screens by counting.
    package func hallKey(_ branch: ID<Branch>) -> Key<Branch> {
        Key(id: branch, secret: String(derived("hall:\(branch.rawValue)").prefix(24)))
    }

    /// The secret in an offer's link: derived, so that whoever writes the letter can make it again.
    package func offerSecret(_ booking: ID<Booking>) -> String { String(derived("offer:\(booking.rawValue)").prefix(32)) }

    func derived(_ text: String) -> String {
        HMAC<SHA256>.authenticationCode(for: Data(text.utf8), using: key).hex
    }
}
