import LapakDomain
import LapakWeb

/// A browser on which people proved a claim or an address before: what strangers use up elsewhere does not keep it out.
///
/// It opens nothing. The cookie holds proofs of the last eight, which only this service can make and nobody can read.
struct KnownDevice: Sendable {
    static let cookie = "kenal"
    private let proofs: [String]

    init(_ cookie: String?) {
        proofs = (cookie ?? "").prefix(400).split(separator: ".").prefix(8).map(String.init)
    }

    private init(proofs: [String]) { self.proofs = proofs }

    func knows(_ whom: String, _ secrets: Secrets) -> Bool { proofs.contains(Self.proof(whom, secrets)) }

    /// The same device after this was proven on it.
    func remembering(_ whom: String, _ secrets: Secrets) -> KnownDevice {
        let proof = Self.proof(whom, secrets)
        return KnownDevice(proofs: Array(([proof] + proofs.filter { $0 != proof }).prefix(8)))
    }

    var asCookie: Cookie { Cookie(Self.cookie, proofs.joined(separator: "."), maxAge: 31_536_000) }

    private static func proof(_ whom: String, _ secrets: Secrets) -> String {
        String(secrets.hash(code: "kenal:\(whom)", for: 0).prefix(32))
    }

    /// How a claim and an address are called here.
    static func claim(_ number: ClaimNumber) -> String { "klaim:\(number.value)" }
    static func mailbox(_ email: EmailAddress) -> String { "surel:\(email.mailbox)" }
}

extension Call {
    var knownDevice: KnownDevice { KnownDevice(cookies[KnownDevice.cookie]) }
}
