/// Whose page a request comes from that changes something, as browsers of every age tell it.
///
/// The first that says something decides: `Sec-Fetch-Site`, which browsers since 2020 send, but only to https and this very machine;
/// `Origin`; the origin of `Referer`. `Origin: null` says nothing: it comes from sandboxed frames of other sites, and from our own forms
/// where something hides the referrer. Then a cookie of ours decides, which browsers since 2018 do not send with another site's form
/// (`SameSite=Lax`). A program sends none of these and is let through: it has no cookies that somebody else could use.
package struct SendingSite: Sendable {
    package var fetchSite: String?
    package var origin: String?
    package var referrer: String?
    /// The address that was asked, as `Host` has it. A proxy may have written its own there.
    package var host: String?
    /// The origin that people know us by, where it is set. When it is of https, no page that came in the clear is ours.
    package var publicOrigin: String?
    /// The request carries a cookie that only our pages set.
    package var hasCookie: Bool

    package init(
        fetchSite: String? = nil, origin: String? = nil, referrer: String? = nil, host: String? = nil, publicOrigin: String? = nil,
        hasCookie: Bool = false
    ) {
        self.fetchSite = fetchSite
        self.origin = origin
        self.referrer = referrer
        self.host = host
        self.publicOrigin = publicOrigin
        self.hasCookie = hasCookie
    }

    /// Another site's page sends it, or one that may be another's.
    package var isForeign: Bool {
        if let fetchSite { return fetchSite != "same-origin" && fetchSite != "none" }
        if let origin, origin != "null" { return !isOurs(origin) }
        if let referrer { return !isOurs(referrer) }
        return origin == "null" && !hasCookie
    }

    private func isOurs(_ address: String) -> Bool {
        guard let origin = WebOrigin(address) else { return false }
        let known = publicOrigin.flatMap { WebOrigin($0) }
        if origin == known { return true }
        if known?.scheme == "https", origin.scheme != "https" { return false }
        return host.flatMap { WebOrigin("\(origin.scheme)://\($0)") } == origin
    }
}

/// Scheme, host and port of an address (RFC 6454), so that they can be compared: in small letters, the usual port left out.
struct WebOrigin: Hashable {
    let scheme: String
    let authority: String

    /// Takes a whole address, too. Nil for anything that is not of http or https.
    init?(_ address: String) {
        let parts = address.lowercased().split(separator: "://", maxSplits: 1)
        guard parts.count == 2, parts[0] == "http" || parts[0] == "https" else { return nil }
        let authority = parts[1].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        guard !authority.isEmpty, !authority.contains("@"), !authority.contains(where: \.isWhitespace) else { return nil }
        let usual = parts[0] == "https" ? ":443" : ":80"
        scheme = String(parts[0])
        self.authority = String(authority.hasSuffix(usual) ? authority.dropLast(usual.count) : authority)
    }
}
