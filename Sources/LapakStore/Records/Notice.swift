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

/// How an attempt to hand a message over ended.
package enum Handover: Hashable, Sendable {
    /// The next hop has it, under a name of its own; `arrived` when it vouches for the arrival, too.
    case taken(reference: String? = nil, arrived: Bool = false)
    /// Certainly not handed over; worth trying again.
    case postponed(String)
    /// Never going to work.
    case refused(String)
    /// It may have left, or not: the connection broke, or time ran out.
    case unknown(String)
    /// There was nothing left to say.
    case moot(String)
}

/// What came back about a message that was handed over.
package enum News: Hashable, Sendable {
    case sent, delivered, read
    case failed(String, forGood: Bool)
}
