/// One letter to one person: what it says, not yet how it travels.
package struct Mail: Hashable, Sendable {
    /// Makes the Message-ID, so that the same letter sent twice is recognised: 1 to 60 ASCII letters, digits, `.`, `_`, `-`.
    package let id: String
    package let from: Mailbox
    package let to: Mailbox
    /// One line; control characters are refused when the letter is sent.
    package let subject: String
    /// The letter for readers without HTML; says the same as `html`.
    package let text: String
    package let html: String
    /// An iCalendar file (RFC 5545) to go with it.
    package let calendar: String?

    package init(id: String, from: Mailbox, to: Mailbox, subject: String, text: String, html: String, calendar: String? = nil) {
        self.id = id
        self.from = from
        self.to = to
        self.subject = subject
        self.text = text
        self.html = html
        self.calendar = calendar
    }
}

/// Carries letters out of the application.
package protocol MailCarrier: Sendable {
    /// Returns when the next server has taken charge of the letter.
    func send(_ mail: Mail) async throws(MailTrouble)
}

/// Why a letter did not leave. The texts name no person.
package enum MailTrouble: Error, Hashable, Sendable {
    /// Worth trying again later: network, TLS, account or settings, replies 4xx.
    case temporary(String)
    /// Never going to work for this letter: replies 5xx, or a letter that cannot be written.
    case permanent(String)
}
