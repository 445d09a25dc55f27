/// A setting for the outside world that cannot be used: says which and why, and holds no secret.
package struct OutsideSettingTrouble: Error, Hashable, Sendable, CustomStringConvertible {
    package let description: String
    init(_ description: String) { self.description = description }
}

/// The names of this very machine, to which secrets may travel in the clear.
enum Loopback {
    static func contains(_ host: String) -> Bool { ["localhost", "127.0.0.1", "::1", "[::1]"].contains(host.lowercased()) }
}
