/// What the yard found out about one person: who it is, which papers are there.
///
/// It may have been made by a tablet without a network, and arrives then later, perhaps twice: `key` makes it one.
package struct YardCheck: Hashable, Sendable {
    /// Who it is, as the registry confirmed it.
    package struct Person: Hashable, Sendable {
        package let member: ID<Member>
        package let nik: NIK
        package let name: String
        package let phone: PhoneNumber
        package let email: EmailAddress?
        package let language: Language
        package let facts: Dossier.Facts
        /// The first day on which the reason allows the claim, where it lies ahead.
        package let earliest: Day?

        package init(
            member: ID<Member>, nik: NIK, name: String, phone: PhoneNumber, email: EmailAddress?, language: Language, facts: Dossier.Facts,
            earliest: Day?
        ) {
            self.member = member
            self.nik = nik
            self.name = name
            self.phone = phone
            self.email = email
            self.language = language
            self.facts = facts
            self.earliest = earliest
        }
    }

    /// The tablet's own name for this check.
    package let key: String
    /// The visit, where a ticket was scanned.
    package var walkIn: ID<WalkIn>?
    /// The number that the tablet gave from its block, without asking: a promise that is kept.
    package var promised: QueueNumber?
    package var person: Person?
    /// Why there is no person, in the yard's words.
    package var trouble: Words?
    package var priority: Priority?
    package var seen: [Paper]
    /// An appointment of another day or channel is given up for a number today.
    package var converts: Bool
    /// Where today has no place left the person stands in the branch's waiting list.
    package var queues: Bool

    package init(
        key: String, walkIn: ID<WalkIn>? = nil, promised: QueueNumber? = nil, person: Person? = nil, trouble: Words? = nil,
        priority: Priority? = nil, seen: [Paper] = [], converts: Bool = false, queues: Bool = false
    ) {
        self.key = key
        self.walkIn = walkIn
        self.promised = promised
        self.person = person
        self.trouble = trouble
        self.priority = priority
        self.seen = seen
        self.converts = converts
        self.queues = queues
    }
}

extension YardCheck {
    /// A number from a tablet's block that went to somebody who has an appointment.
    package static let hasAppointment = Words(
        "Orang ini sudah punya jadwal, dan jadwal itu tetap berlaku. Tanyakan: tetap pada jadwalnya, atau "
            + "dilayani hari ini dengan nomor ini?",
        "This person has an appointment, and it stands. Ask: keep it, or be served today with this number?")
}
