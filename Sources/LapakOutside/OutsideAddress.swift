import Foundation

/// Where another server is asked: an address of https and the token that goes along.
struct OutsideAddress: Sendable {
    /// Without a slash at its end.
    let base: String
    /// What every JSON question carries.
    let headers: [String: String]

    /// Refuses a base other than `https://`, except `http://` to this very machine: what travels is about people.
    init(of what: String, base: String, token: String) throws(OutsideSettingTrouble) {
        guard let parts = URLComponents(string: base), let scheme = parts.scheme, let host = parts.host, !host.isEmpty,
            parts.query == nil, parts.fragment == nil, parts.user == nil, parts.password == nil
        else { throw OutsideSettingTrouble("\(what) is written https://host/path") }
        guard scheme == "https" || scheme == "http" && Loopback.contains(host) else {
            throw OutsideSettingTrouble("\(what) must be reached by https")
        }
        guard !token.isEmpty, token.utf8.allSatisfy({ (33...126).contains($0) }) else {
            throw OutsideSettingTrouble("the token of \(what) must be printable ASCII without blanks")
        }
        self.base = base.hasSuffix("/") ? String(base.dropLast()) : base
        headers = ["Authorization": "Bearer \(token)", "Content-Type": "application/json", "Accept": "application/json"]
    }
}

/// The names of this very machine, to which secrets may travel in the clear.
enum Loopback {
    static func contains(_ host: String) -> Bool { ["localhost", "127.0.0.1", "::1", "[::1]"].contains(host.lowercased()) }
}
