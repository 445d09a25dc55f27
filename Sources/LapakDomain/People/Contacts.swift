/// How the person of a claim can be reached, and which of it they have proven to be theirs.
///
/// The one rule for everything that is sent: news, codes, links and the claim's number go to proven contacts and to no other.
/// Somebody else may hold an address or a number that was mistyped, or that its owner gave up; all that one may get is the code
/// that proves it. A contact that was changed rests for a while: it gets news and codes, and opens nothing worth stealing by itself.
package struct Contacts: Hashable, Sendable {
    /// The two ways to a person.
    package enum Way: String, Hashable, Codable, Sendable, CaseIterable { case mail, phone }

    /// What is known of one contact.
    package struct Standing: Hashable, Sendable {
        /// When its owner showed that it is theirs; nil before.
        package let proven: Instant?
        /// It was changed, and until then it opens nothing valuable by itself.
        package let rests: Instant?

        package init(proven: Instant? = nil, rests: Instant? = nil) { (self.proven, self.rests) = (proven, rests) }
    }

    /// Nil for somebody who came to a branch and has none.
    package private(set) var email: EmailAddress?
    package private(set) var phone: PhoneNumber
    private var mailStanding: Standing
    private var phoneStanding: Standing

    /// Nothing is proven unless it is said.
    package init(email: EmailAddress?, phone: PhoneNumber, mail: Standing = Standing(), mobile: Standing = Standing()) {
        (self.email, self.phone, mailStanding, phoneStanding) = (email, phone, mail, mobile)
    }

    package subscript(way: Way) -> Standing {
        switch way {
        case .mail: mailStanding
        case .phone: phoneStanding
        }
    }

    /// Nil where there is no such contact.
    package func address(_ way: Way) -> ContactAddress? {
        switch way {
        case .mail: email.map { .mail($0) }
        case .phone: .phone(phone)
        }
    }

    /// Where news, codes and links may go.
    package var proven: [ContactAddress] { Way.allCases.filter { self[$0].proven != nil }.compactMap { address($0) } }

    /// Whether a message may still go to whom it was made for: what waited meanwhile does not follow a contact that is none any more.
    /// Only the code that proves a contact, and the word that it was changed, go to others.
    package func admits(_ message: Message) -> Bool {
        message.kind == .proof || message.kind == .contactChanged || proven.contains(message.recipient.address)
    }

    /// Whether the contact was changed a moment ago: it opens nothing valuable by itself.
    package func rests(_ way: Way, at now: Instant) -> Bool { self[way].rests.map { now < $0 } ?? false }

    /// Whether a secret that opens the claim's papers may lie there.
    package func holdsKeys(_ way: Way, at now: Instant) -> Bool { self[way].proven != nil && !rests(way, at: now) }

    /// Its owner showed the code. What stood there is replaced; another one than before rests for so long.
    fileprivate mutating func prove(_ address: ContactAddress, rest: Span, at now: Instant) -> Bool {
        let isNew = self.address(address.way) != address
        let standing = Standing(proven: now, rests: isNew ? now + rest : self[address.way].rests)
        switch address {
        case .mail(let email): (self.email, mailStanding) = (email, standing)
        case .phone(let phone): (self.phone, phoneStanding) = (phone, standing)
        }
        return isNew
    }
}

/// One address or number of a person.
package enum ContactAddress: Hashable, Sendable {
    case mail(EmailAddress)
    case phone(PhoneNumber)

    package var way: Contacts.Way {
        switch self {
        case .mail: .mail
        case .phone: .phone
        }
    }
    /// The address or number itself.
    package var value: String {
        switch self {
        case .mail(let address): address.value
        case .phone(let number): number.value
        }
    }
    /// As people write it.
    package var text: String {
        switch self {
        case .mail(let address): address.value
        case .phone(let number): number.text
        }
    }
    /// Enough to recognise one's own.
    package var masked: String {
        switch self {
        case .mail(let address): address.masked
        case .phone(let number): number.masked
        }
    }
}

extension Recipient {
    /// Whose mailbox or phone it is, whatever the channel.
    package var address: ContactAddress {
        switch self {
        case .mail(let address): .mail(address)
        case .whatsapp(let number), .sms(let number): .phone(number)
        }
    }
}

extension Claim {
    /// The person proved this contact with its own code, at home or before somebody of the staff: it is the claim's from now on.
    /// Another one than before rests as long as the policy says. Refuses a claim that is over.
    package mutating func prove(_ address: ContactAddress, policy: Policy, at now: Instant) throws(Refusal) -> Event {
        guard phase.isLive else { throw .wrongPhase(phase) }
        let isNew = contacts.prove(address, rest: policy.contactRest, at: now)
        return .claim(.contactProven(claim: id, contact: address.way, changed: isNew))
    }
}
