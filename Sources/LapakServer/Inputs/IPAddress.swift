import Foundation

/// An address of the network, version 4 or 6; one of version 4 in the clothes of version 6 is taken out of them.
package struct IPAddress: Hashable, Sendable {
    /// Four or sixteen.
    let bytes: [UInt8]

    /// `192.0.2.1`, `2001:db8::1`, also with a zone (`fe80::1%eth0`), a port (`192.0.2.1:80`, `[2001:db8::1]:80`) or blanks around it.
    package init?(_ text: some StringProtocol) {
        var text = text.trimmingCharacters(in: .whitespaces)
        if text.hasPrefix("[") {
            text = String(text.dropFirst().prefix { $0 != "]" })
        } else if text.contains("."), text.count(where: { $0 == ":" }) == 1 {
            text = String(text.prefix { $0 != ":" })
        }
        text = String(text.prefix { $0 != "%" })
        guard text.utf8.count <= 45 else { return nil }
        var (four, six) = (in_addr(), in6_addr())
        if inet_pton(AF_INET, text, &four) == 1 {
            bytes = withUnsafeBytes(of: &four) { Array($0) }
        } else if inet_pton(AF_INET6, text, &six) == 1 {
            let all = withUnsafeBytes(of: &six) { Array($0) }
            bytes = all.starts(with: Self.mapped) ? Array(all.suffix(4)) : all
        } else {
            return nil
        }
    }

    private static let mapped = [UInt8](repeating: 0, count: 10) + [0xff, 0xff]

    /// This machine itself.
    var isLoopback: Bool { bytes.count == 4 ? bytes[0] == 127 : bytes == [UInt8](repeating: 0, count: 15) + [1] }

    /// The first bits alone; the others are zero.
    func prefix(_ bits: Int) -> [UInt8] {
        bytes.enumerated().map { index, byte in
            let left = min(8, max(0, bits - index * 8))
            return left == 0 ? 0 : byte & UInt8(truncatingIfNeeded: 0xff << (8 - left))
        }
    }
}

/// Addresses that begin alike: `10.0.0.0/8`, `2001:db8::/32`, or one alone.
package struct IPRange: Hashable, Sendable {
    private let first: [UInt8]
    private let bits: Int

    package init?(_ text: some StringProtocol) {
        let halves = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let address = halves.first.flatMap({ IPAddress($0) }) else { return nil }
        let most = address.bytes.count * 8
        guard let bits = halves.count == 2 ? Int(halves[1].trimmingCharacters(in: .whitespaces)) : most, (0...most).contains(bits) else {
            return nil
        }
        (first, self.bits) = (address.prefix(bits), bits)
    }

    func contains(_ address: IPAddress) -> Bool { address.bytes.count == first.count && address.prefix(bits) == first }
}
