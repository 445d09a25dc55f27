/// One try to bring a payment to one account, as one item of a bank file or one request to the bank.
///
///     planned ─▶ sent ─▶ accepted ─▶ booked ─▶ returned
///        │         │ ╲      │          ▲
///        ▼         │  ╲─────┼──────────╯
///     dropped      ╰────────┴─▶ rejected ─▶ (booked after all: an alarm)
///
/// *planned* (in a batch that is not sealed, or sealed and not sent) can be dropped. From *sent* on the bank may have the money, and
/// only its word ends that: silence, a broken line or an answer that cannot be read leave the attempt *sent*, and the status is asked.
/// *Paid* is only what the bank booked. Reports come late, twice and out of order; each has one effect.
package struct PaymentAttempt: Hashable, Codable, Sendable {
    package enum Phase: String, Hashable, Codable, Sendable, CaseIterable {
        case planned, dropped, sent, accepted, booked, rejected, returned
        /// The money may be on its way or there.
        package var isLive: Bool { self == .planned || self == .sent || self == .accepted || self == .booked }
    }

    /// 1 for the first try.
    package let number: Int
    package let account: BankAccount
    package let rail: Rail
    package let amount: Rupiah
    package internal(set) var phase = Phase.planned
    /// Why the bank refused or returned it.
    package internal(set) var reason: BankReason?

    package init(number: Int, account: BankAccount, rail: Rail, amount: Rupiah) {
        self.number = number
        self.account = account
        self.rail = rail
        self.amount = amount
    }
}

/// What a bank says about one attempt, however it came: a status file, a statement's entry, an answer of its interface.
package enum BankReport: Hashable, Codable, Sendable {
    /// Taken for processing: RCVD, ACTC, ACCP, ACSP, PDNG, SNAP 202.
    case accepted
    case rejected(BankReason)
    /// Booked on the paying account: an entry with status BOOK, or SNAP's final 00.
    case booked
    /// Came back: a credit entry that names the attempt as its return.
    case returned(BankReason)
}

/// What a report changed: lines for the ledger, and whether people must look.
package struct BankEffect: Hashable, Sendable {
    package var postings: [Posting] = []
    package var alarm: Alarm?

    package init(postings: [Posting] = [], alarm: Alarm? = nil) {
        self.postings = postings
        self.alarm = alarm
    }

    /// Things that a bank must not say, or says too late.
    package enum Alarm: String, Hashable, Codable, Sendable, CaseIterable {
        /// A report about something that was never sent.
        case neverSent = "never_sent"
        /// Booked after it was rejected: another attempt may be on its way.
        case bookedAfterRejection = "booked_after_rejection"
        /// Rejected after it was booked: the statement decides, and it says booked.
        case rejectedAfterBooking = "rejected_after_booking"
        /// Returned without ever having been booked.
        case returnedUnbooked = "returned_unbooked"
    }
}

extension PaymentAttempt {
    /// The bank got it, or may have got it: what cannot be known counts as sent. Nothing when it was sent before.
    mutating func send(from owed: LedgerAccount) -> [Posting] {
        guard phase == .planned else { return [] }
        phase = .sent
        return [Posting(debit: owed, credit: .inTransit, amount: amount)].real
    }

    /// Takes what the bank says. Saying it again, or something older, changes nothing.
    mutating func hear(_ report: BankReport) -> BankEffect {
        let booking = Posting(debit: .inTransit, credit: .bank, amount: amount)
        switch (phase, report) {
        case (.planned, _), (.dropped, _): return BankEffect(alarm: .neverSent)
        case (.sent, .accepted):
            phase = .accepted
            return BankEffect()
        case (.sent, .rejected(let why)), (.accepted, .rejected(let why)):
            (phase, reason) = (.rejected, why)
            return BankEffect(postings: [Posting(debit: .inTransit, credit: .returned, amount: amount)])
        case (.sent, .booked), (.accepted, .booked):
            phase = .booked
            return BankEffect(postings: [booking])
        case (.rejected, .booked):
            phase = .booked
            return BankEffect(
                postings: [Posting(debit: .returned, credit: .inTransit, amount: amount), booking], alarm: .bookedAfterRejection)
        case (.booked, .returned(let why)):
            (phase, reason) = (.returned, why)
            return BankEffect(postings: [Posting(debit: .bank, credit: .returned, amount: amount)])
        case (.sent, .returned(let why)), (.accepted, .returned(let why)):
            // The statement with the booking is still to come: its entry finds the attempt returned and changes nothing.
            (phase, reason) = (.returned, why)
            return BankEffect(postings: [booking, Posting(debit: .bank, credit: .returned, amount: amount)], alarm: .returnedUnbooked)
        case (.booked, .rejected): return BankEffect(alarm: .rejectedAfterBooking)
        case (.accepted, .accepted), (.booked, .accepted), (.booked, .booked), (.rejected, .rejected), (.rejected, .accepted),
            (.rejected, .returned), (.returned, _):
            return BankEffect()
        }
    }
}
