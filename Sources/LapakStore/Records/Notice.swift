package import LapakDomain

/// One thing to tell one person, before it is split by channels.
package struct Notice: Sendable {
    /// What caused it: never told twice.
    package let source: String
    package let kind: Message.Kind
    /// Nil for somebody without an address.
    package let mail: EmailAddress?
    package let phone: PhoneNumber?
    package let language: Language
    package let claim: ID<Claim>?
    package let details: String

    package init(
        source: String, kind: Message.Kind, mail: EmailAddress?, phone: PhoneNumber?, language: Language, claim: ID<Claim>? = nil,
        details: String = ""
    ) {
        self.source = source
        self.kind = kind
        self.mail = mail
        self.phone = phone
        self.language = language
        self.claim = claim
        self.details = details
    }
}

/// What came back about a message that was handed over.
package enum News: Hashable, Sendable {
    case sent, delivered, read
    case failed(String, forGood: Bool)
}
