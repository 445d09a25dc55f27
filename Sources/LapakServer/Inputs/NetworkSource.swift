/// Where in the network a request comes from: one address of version 4, or 64 bits of version 6, which is what a household or a phone has.
///
/// Only in memory, for counting strangers; it is never written down.
package struct NetworkSource: Hashable, Sendable {
    private let bytes: [UInt8]

    package init(_ address: IPAddress) { bytes = address.prefix(64) }

    /// The source of a request that `peer` sent. What proxies say in `X-Forwarded-For` is believed from the right, for as long as trusted
    /// proxies said it; anybody can write what stands before.
    ///
    /// Nil for a request inside this process, and for one that a trusted proxy sends by itself: there is no stranger behind it.
    package init?(peer: IPAddress?, forwarded: [String], trusted: [IPRange]) {
        guard let peer else { return nil }
        // A proxy on this machine that nobody named: all of the country comes from it, and counting it would shut everybody out.
        if trusted.isEmpty, peer.isLoopback { return nil }
        func isTrusted(_ address: IPAddress) -> Bool { trusted.contains { $0.contains(address) } }
        guard isTrusted(peer) else {
            self.init(peer)
            return
        }
        let hops = forwarded.flatMap { $0.split(separator: ",") }
        var last: IPAddress?
        for hop in hops.reversed().prefix(16) {
            guard let address = IPAddress(hop) else { break }
            last = address
            if !isTrusted(address) { break }
        }
        guard let last else { return nil }
        self.init(last)
    }
}
