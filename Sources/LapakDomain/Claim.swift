/// A member's request to withdraw JHT savings.
///
///     waiting ─▶ booked ─▶ (papers, interview, decision, payment: later rooms of this house)
///        ╰─────────┴─────▶ cancelled
///
/// *waiting* (in line for a place) can become booked or cancelled; *booked* can become cancelled, or booked anew at
/// another time. One live claim per member: the database holds it too.
package struct Claim: Hashable, Sendable {
    package enum Phase: String, Hashable, Codable, Sendable, CaseIterable {
        case waiting, booked, cancelled
        package var isLive: Bool { self != .cancelled }
    }

    package let id: ID<Claim>
    package let number: ClaimNumber
    package let member: ID<Member>
    package let reason: ClaimReason
    package let rules: RuleVersion
    package private(set) var phase: Phase
    package let name: String
    package let nik: NIK
    package let email: EmailAddress
    package let phone: PhoneNumber
    package private(set) var language: Language
    package private(set) var booking: ID<Booking>?
    package private(set) var slot: ID<Slot>?
    package private(set) var ticket: ID<Ticket>?
    /// The first day on which the reason allows the claim; appointments lie on it or later.
    package let earliest: Day?
    /// How often the appointment was changed.
    package private(set) var changes: Int
    package let filed: Instant
    /// When the next reminder is due.
    package private(set) var remindAt: Instant?

    package init(
        id: ID<Claim>, number: ClaimNumber, member: ID<Member>, reason: ClaimReason, rules: RuleVersion, phase: Phase, name: String,
        nik: NIK,
        email: EmailAddress, phone: PhoneNumber, language: Language, booking: ID<Booking>? = nil, slot: ID<Slot>? = nil,
        ticket: ID<Ticket>? = nil, earliest: Day? = nil, changes: Int = 0, filed: Instant, remindAt: Instant? = nil
    ) {
        self.id = id
        self.number = number
        self.member = member
        self.reason = reason
        self.rules = rules
        self.phase = phase
        self.name = name
        self.nik = nik
        self.email = email
        self.phone = phone
        self.language = language
        self.booking = booking
        self.slot = slot
        self.ticket = ticket
        self.earliest = earliest
        self.changes = changes
        self.filed = filed
        self.remindAt = remindAt
    }
}

extension Claim {
    /// The claim has its appointment: the first one, or one that the waiting list brought.
    package mutating func book(_ booking: Booking, zone: Zone, policy: Policy) throws(Refusal) -> Event {
        guard phase == .waiting else { throw .wrongPhase(phase) }
        if let earliest, zone.day(of: booking.start) < earliest { throw .tooEarly(earliest) }
        phase = .booked
        take(booking, zone: zone, policy: policy)
        return .booked(claim: id, booking: booking.id, slot: booking.slot)
    }

    /// Another time or branch. At most as often as the policy says, and only while papers can still arrive.
    package mutating func move(to booking: Booking, from slot: Slot, zone: Zone, policy: Policy, at now: Instant) throws(Refusal) -> Event {
        guard phase == .booked, let old = self.booking else { throw .wrongPhase(phase) }
        guard changes < policy.changes else { throw .noChangesLeft(policy.changes) }
        guard now < slot.start else { throw .slotPassed }
        if let earliest, zone.day(of: booking.start) < earliest { throw .tooEarly(earliest) }
        changes += 1
        take(booking, zone: zone, policy: policy)
        return .moved(claim: id, from: old, to: booking.id, slot: booking.slot, freed: slot.id)
    }

    /// Stands in line.
    package mutating func queue(_ ticket: Ticket) -> Event {
        self.ticket = ticket.id
        return .queued(claim: id, ticket: ticket.id)
    }

    /// The member gives up. A cancelled claim stays on record; a new one may be filed.
    package mutating func cancel(at now: Instant) throws(Refusal) -> Event {
        guard phase.isLive else { throw .wrongPhase(phase) }
        defer { phase = .cancelled; remindAt = nil }
        return .cancelled(claim: id, slot: slot, ticket: ticket)
    }

    /// The reminder of H-1 goes out, once.
    package mutating func remind(at now: Instant) throws(Refusal) -> Event {
        guard phase == .booked, let remindAt else { throw .wrongPhase(phase) }
        guard now >= remindAt else { throw .notYet(remindAt) }
        self.remindAt = nil
        return .reminderDue(claim: id)
    }

    private mutating func take(_ booking: Booking, zone: Zone, policy: Policy) {
        self.booking = booking.id
        slot = booking.slot
        remindAt = (zone.day(of: booking.start) - 1).at(policy.reminderAt, in: zone)
    }

    /// Why `verb` would be refused now, or nil if it is allowed. Pages ask this before they show a button: both run the
    /// same code, one on a copy.
    package func refusal(of verb: (inout Claim) throws(Refusal) -> Event) -> Refusal? {
        var copy = self
        do throws(Refusal) { _ = try verb(&copy); return nil } catch { return error }
    }
}

/// The number that people write down: seven letters or digits without those that look alike, and a check sign.
/// Shown as `7K4M-92QX`.
package struct ClaimNumber: Hashable, Codable, Sendable, CustomStringConvertible {
    package let value: String
    private static let signs = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

    /// From 35 chance bits.
    package init(chance: UInt64) {
        var signs: [UInt8] = (0..<7).map { Self.signs[Int(chance >> UInt64($0 * 5) & 31)] }
        signs.append(Self.check(signs))
        value = String(decoding: signs, as: UTF8.self)
    }

    /// As typed: small letters, spaces and dashes are fine, O is 0, I and L are 1. Nil when the check sign is wrong.
    package init?(_ typed: String) {
        var signs: [UInt8] = []
        for byte in typed.utf8 where byte != 32 && byte != 45 {
            let upper = (97...122).contains(byte) ? byte - 32 : byte
            let sign: UInt8 = upper == 79 ? 48 : upper == 73 || upper == 76 ? 49 : upper
            guard Self.signs.contains(sign) else { return nil }
            signs.append(sign)
        }
        guard signs.count == 8, Self.check(Array(signs.dropLast())) == signs.last else { return nil }
        value = String(decoding: signs, as: UTF8.self)
    }

    package var description: String { "\(value.prefix(4))-\(value.suffix(4))" }

    /// Luhn's sign over 32 signs: one mistyped sign never passes.
    private static func check(_ body: [UInt8]) -> UInt8 {
        let sum = body.reversed().enumerated().reduce(0) { sum, place in
            let value = (signs.firstIndex(of: place.element) ?? 0) * (place.offset.isMultiple(of: 2) ? 2 : 1)
            return sum + value / 32 + value % 32
        }
        return signs[(32 - sum % 32) % 32]
    }
}
