extension EmailAddress {
    /// One name for all spellings of one mailbox: in small letters, without what follows a `+`, and for Gmail without points.
    ///
    /// Only for counting and for telling people apart; letters go to the address as it was typed.
    package var mailbox: String {
        let name = value.prefix { $0 != "@" }.lowercased()
        let plain = name.prefix { $0 != "+" }
        let isGmail = domain == "gmail.com" || domain == "googlemail.com"
        let person = isGmail ? plain.filter { $0 != "." } : String(plain)
        return "\(person.isEmpty ? name : person)@\(isGmail ? "gmail.com" : String(domain))"
    }

    /// Whether anybody may have an address there and nobody has them all: the mail providers that people in Indonesia use.
    package var isOfPublicProvider: Bool { Self.publicProviders.contains(String(domain)) }

    private static let publicProviders: Set<String> = [
        "gmail.com", "googlemail.com", "yahoo.com", "yahoo.co.id", "ymail.com", "rocketmail.com", "outlook.com", "outlook.co.id",
        "hotmail.com", "live.com", "msn.com", "icloud.com", "me.com", "mac.com", "proton.me", "protonmail.com", "aol.com", "gmx.com",
        "mail.com", "zoho.com", "yandex.com", "telkom.net", "plasa.com", "indo.net.id",
    ]
}
