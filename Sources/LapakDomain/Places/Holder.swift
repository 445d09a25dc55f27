/// For whom a place is held: one live hold for each of the three, so that nobody keeps places for others or sells them.
///
/// The mailbox is known from the proof of the contact on; NIK and phone count once the registry knows the person. Before that a hold is
/// nobody's: short, and one of a third of the slot at most.
package struct Holder: Hashable, Sendable {
    package let nik: NIK?
    /// One name for all spellings of the address.
    package let mailbox: String
    package let phone: PhoneNumber?

    package init(nik: NIK?, mailbox: String, phone: PhoneNumber?) {
        self.nik = nik
        self.mailbox = mailbox
        self.phone = phone
    }
}

extension Registration {
    /// For whom this registration would hold a place; nil before the proof of the contact.
    package var holder: Holder? {
        guard proven != nil, let email else { return nil }
        return Holder(nik: isMatched ? nik : nil, mailbox: email.mailbox, phone: isMatched ? phone : nil)
    }
}
