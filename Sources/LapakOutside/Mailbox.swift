package import LapakDomain

/// Where a letter goes or comes from: an address, perhaps with the name of its owner.
///
/// Cannot hold line ends or other control characters, so that no header can be smuggled in (RFC 5322, section 2.2).
package struct Mailbox: Hashable, Sendable, CustomStringConvertible {
    /// Shown to the reader; empty when there is none.
    package let name: String
    package let address: EmailAddress

    /// Nil when `name` has control characters.
    package init?(name: String = "", address: EmailAddress) {
        guard !HeaderText.hasControls(name) else { return nil }
        self.name = name
        self.address = address
    }

    /// Reads `rina@example.id` or `Rina <rina@example.id>`, as settings have it; nil when it is neither.
    package init?(_ written: String) {
        guard written.utf8.last == UInt8(ascii: ">"), let open = written.utf8.lastIndex(of: UInt8(ascii: "<")) else {
            guard let address = EmailAddress(written) else { return nil }
            self.init(address: address)
            return
        }
        guard let address = EmailAddress(String(written[written.index(after: open)...].dropLast())) else { return nil }
        self.init(name: written[..<open].split(separator: " ").joined(separator: " "), address: address)
    }

    /// The masked address alone, for logs.
    package var description: String { address.description }
}
