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
    /// Not before this moment; nil: at once.
    package var from: Instant?

    /// Only the rules below say whom a notice goes to.
    init(
        source: String, kind: Message.Kind, mail: EmailAddress?, phone: PhoneNumber?, language: Language, claim: ID<Claim>? = nil,
        details: String = "", from: Instant? = nil
    ) {
        self.source = source
        self.kind = kind
        self.mail = mail
        self.phone = phone
        self.language = language
        self.claim = claim
        self.details = details
        self.from = from
    }
}

extension Notice {
    /// News of a claim, to every contact that was proven; of those, `only` one or all but one, where that is said.
    package static func about(
        _ claim: Claim, source: String, kind: Message.Kind, details: String = "", only: Contacts.Way? = nil, but other: Contacts.Way? = nil
    ) -> Notice {
        let contacts = claim.contacts
        func goes(_ way: Contacts.Way) -> Bool { contacts[way].proven != nil && (only == nil || only == way) && other != way }
        return Notice(
            source: source, kind: kind, mail: goes(.mail) ? contacts.email : nil, phone: goes(.phone) ? contacts.phone : nil,
            language: claim.language, claim: claim.id, details: details)
    }

    /// To one address alone: a code to the contact that it proves, or the word to a former contact that it is none any more.
    package static func to(
        _ address: ContactAddress, source: String, kind: Message.Kind, language: Language, details: String
    ) -> Notice {
        switch address {
        case .mail(let mail): Notice(source: source, kind: kind, mail: mail, phone: nil, language: language, details: details)
        case .phone(let phone): Notice(source: source, kind: kind, mail: nil, phone: phone, language: language, details: details)
        }
    }
}
