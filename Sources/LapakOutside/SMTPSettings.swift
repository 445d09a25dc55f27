import Foundation
package import LapakDomain

/// The mail server and the account on it.
///
/// Written as one address: `smtp://user:password@host:587?starttls=require&from=no-reply@example.id`. Parts of the
/// query: `from` (must be there; `Name <address>` also), `starttls` (`never`, `try`, `require`; default `require`),
/// `ca` (file of certificates to trust instead of the system's), `seconds` (time limit, default 30).
/// `smtps://` speaks TLS from the start. Ports: 587 (RFC 6409) and 465 (RFC 8314) unless given.
package struct SMTPSettings: Hashable, Sendable {
    /// Whether a connection of `smtp://` is turned into TLS.
    package enum StartTLS: String, Hashable, Sendable {
        case never
        /// If the server offers it. Anyone on the way can take the offer out.
        case `try`
        case require
    }

    package let host: String
    package let port: Int
    /// TLS from the first byte, `smtps://`.
    package let isTLSFromStart: Bool
    package let startTLS: StartTLS
    package let account: Account?
    /// The sender that bounces go back to, and the one that letters should carry.
    package let from: Mailbox
    /// A file of certificates (PEM) to trust instead of the system's.
    package let authorities: String?
    package let timeLimit: Span

    /// A user and a password; neither is ever printed.
    package struct Account: Hashable, Sendable, CustomStringConvertible {
        package let user: String
        package let password: String

        package init(user: String, password: String) {
            self.user = user
            self.password = password
        }
        package var description: String { "an account" }
    }

    /// Reads the address; refuses unknown parts and a password that would travel in the clear to another machine.
    package init(url: String) throws(OutsideSettingTrouble) {
        guard let parts = URLComponents(string: url), let scheme = parts.scheme, let host = parts.host, !host.isEmpty,
            ["smtp", "smtps"].contains(scheme), ["", "/"].contains(parts.path)
        else { throw OutsideSettingTrouble("a mail server is written smtp://user:password@host:port?from=address") }
        let query = try SMTPSettings.query(parts.queryItems ?? [])
        guard let startTLS = StartTLS(rawValue: query["starttls"] ?? "require") else {
            throw OutsideSettingTrouble("starttls of the mail server is never, try or require")
        }
        guard let from = query["from"].flatMap({ Mailbox($0) }) else {
            throw OutsideSettingTrouble("the mail server needs from=address, the sender of all mail")
        }
        guard let seconds = Int(query["seconds"] ?? "30"), (1...600).contains(seconds) else {
            throw OutsideSettingTrouble("seconds of the mail server is a number from 1 to 600")
        }
        self.host = host
        self.isTLSFromStart = scheme == "smtps"
        self.port = parts.port ?? (scheme == "smtps" ? 465 : 587)
        self.startTLS = startTLS
        self.account = parts.user.map { Account(user: $0, password: parts.password ?? "") }
        self.from = from
        self.authorities = query["ca"]
        self.timeLimit = .seconds(seconds)
        guard account == nil || isTLSFromStart || startTLS == .require || Loopback.contains(host) else {
            throw OutsideSettingTrouble("the password of the mail server needs smtps:// or starttls=require")
        }
    }

    private static func query(_ items: [URLQueryItem]) throws(OutsideSettingTrouble) -> [String: String] {
        var query: [String: String] = [:]
        for item in items {
            guard ["from", "starttls", "ca", "seconds"].contains(item.name), query[item.name] == nil, let value = item.value else {
                throw OutsideSettingTrouble("the mail server has no use for \(item.name), or it stands there twice or empty")
            }
            query[item.name] = value
        }
        return query
    }
}

extension SMTPSettings: CustomStringConvertible {
    /// For logs: without the account.
    package var description: String {
        isTLSFromStart ? "smtps://\(host):\(port)" : "smtp://\(host):\(port)?starttls=\(startTLS.rawValue)"
    }
}
