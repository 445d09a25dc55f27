package import LapakDomain
import LapakGround

/// What a browser may use to find a way to another one: the relays of the settings, each time with fresh credentials.
package struct IceServers: Sendable {
    private let plain: [String]
    private let relays: [String]
    private let secret: String?

    /// - Throws: `SettingTrouble` for an address that is none, or a relay without a secret.
    package init(_ settings: Settings) throws {
        for url in settings.turnURLs where !["stun:", "turn:", "turns:"].contains(where: url.hasPrefix) {
            throw SettingTrouble("LAPAK_TURN_URLS: '\(url)' is no stun:, turn: or turns: address")
        }
        plain = settings.turnURLs.filter { $0.hasPrefix("stun:") }
        relays = settings.turnURLs.filter { !$0.hasPrefix("stun:") }
        secret = settings.turnSecrets.first
        guard relays.isEmpty || secret != nil else {
            throw SettingTrouble("LAPAK_TURN_URLS names a relay, so LAPAK_TURN_SECRET must be set")
        }
    }

    /// `{"iceServers":[…]}`, as `RTCPeerConnection` takes it. `now` is the time of the world outside: the relay compares it.
    package func json(for party: Party, at now: Instant) -> String {
        var servers: [JSON] = []
        if !plain.isEmpty { servers.append(["urls": .array(plain.map(JSON.string))]) }
        if let secret, !relays.isEmpty {
            let credential = TurnCredential(user: party.name, expires: now + TurnCredential.lasts, secret: secret)
            servers.append([
                "urls": .array(relays.map(JSON.string)), "username": .string(credential.username),
                "credential": .string(credential.password),
            ])
        }
        return (["iceServers": .array(servers)] as JSON).text
    }
}
