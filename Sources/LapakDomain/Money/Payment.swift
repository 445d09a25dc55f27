/// The money of one approved claim, from the order to the account.
///
///     ordered ─▶ released ─▶ (attempt sent) ─▶ paid
///      │  ▲         │ ▲            │            │
///      ▼  │         │ ╰─(mended)── returned ◀───╯
///     held          ▼
///      ╰──────▶ cancelled
///
/// *ordered* has its amounts and everything that they rest on, for good. *held* waits for an officer, with the reason. *released* was
/// let go by a second person. What follows is the bank's: `attempts` say it. *returned* waits for the member to mend the account, or for
/// us. Before anything was sent two people can cancel. At most one attempt is live.
package struct Payment: Hashable, Sendable {
    package enum Phase: String, Hashable, Codable, Sendable, CaseIterable {
        case ordered, held, released, sent, paid, returned, cancelled
    }

    package let id: ID<Payment>
    package let claim: ID<Claim>
    package let withholding: Withholding
    /// The last working day on which the money must be sent.
    package internal(set) var due: Day
    package internal(set) var account: BankAccount
    /// No attempt to `account` before this moment: it was changed lately.
    package internal(set) var restsUntil: Instant?
    package internal(set) var phase = Phase.ordered
    package internal(set) var hold: PaymentHold?
    /// People who made a part of it: who interviewed, changed the account, settled the name. They never release it.
    package internal(set) var makers: Set<ID<Staff>>
    /// Who let the next attempt go.
    package internal(set) var releases: [Release] = []
    package internal(set) var attempts: [PaymentAttempt] = []

    /// The order of a claim's payment.
    package init(
        id: ID<Payment>, claim: ID<Claim>, withholding: Withholding, due: Day, account: BankAccount, makers: Set<ID<Staff>>
    ) {
        self.id = id
        self.claim = claim
        self.withholding = withholding
        self.due = due
        self.account = account
        self.makers = makers
    }

    /// The attempt that may have the money, or had it last.
    package var current: PaymentAttempt? { attempts.last }
    /// The name of an attempt at the bank, unique for ever, at most 35 signs of the banks' alphabet: `P4K7-1`.
    package func reference(of attempt: PaymentAttempt) -> String {
        "P" + String(id.rawValue, radix: 36, uppercase: true) + "-\(attempt.number)"
    }
}

/// One person who let an attempt go.
package struct Release: Hashable, Codable, Sendable {
    package let staff: ID<Staff>
    package let isManager: Bool

    package init(staff: ID<Staff>, isManager: Bool) {
        self.staff = staff
        self.isManager = isManager
    }
}

/// Why a payment waits for people.
package enum PaymentHold: Hashable, Codable, Sendable {
    /// The account's name needs an officer.
    case name(AccountNameMatch.Doubt)
    /// The account is another's: the member gives another one.
    case otherOwner(AccountNameMatch.Clash)
    /// The bank does not know the number.
    case account(BankReason)
    /// The bank contradicted itself.
    case alarm(BankEffect.Alarm)
    /// A person stopped it.
    case stopped
}

extension Payment {
    /// Waits for people. What was sent cannot be held: only the bank's word ends it.
    package mutating func hold(_ why: PaymentHold) throws(PaymentRefusal) {
        guard phase == .ordered || phase == .held || phase == .released || phase == .returned else { throw .phase(phase) }
        if let current, current.phase == .planned { try drop(current) }
        (phase, hold) = (.held, why)
        releases = []
    }

    /// Somebody settled what it was held for; from now on they are one of its makers.
    package mutating func settle(by staff: ID<Staff>) throws(PaymentRefusal) {
        guard phase == .held else { throw .phase(phase) }
        (phase, hold) = (tries.isEmpty ? .ordered : .returned, nil)
        makers.insert(staff)
    }

    /// The member, or staff for them, gives another account: it rests until `rest`, and has to be released again.
    package mutating func mend(_ account: BankAccount, by staff: ID<Staff>?, restsUntil rest: Instant) throws(PaymentRefusal) {
        guard phase == .ordered || phase == .held || phase == .released || phase == .returned else { throw .phase(phase) }
        if let current, current.phase == .planned { try drop(current) }
        self.account = account
        restsUntil = rest
        (phase, hold) = (tries.isEmpty ? .ordered : .returned, nil)
        releases = []
        if let staff { makers.insert(staff) }
    }

    /// A second person lets it go; from the third attempt on two of them, one a manager. The phase stays until the last one needed.
    package mutating func release(_ release: Release, at now: Instant) throws(PaymentRefusal) {
        guard phase == .ordered || phase == .returned else { throw .phase(phase) }
        if makers.contains(release.staff) || releases.contains(where: { $0.staff == release.staff }) { throw .secondPerson }
        if let restsUntil, now < restsUntil { throw .resting(restsUntil) }
        let all = releases + [release]
        let isThird = tries.count >= 2
        if isThird, all.count > 1, !all.contains(where: \.isManager) { throw .managerNeeded }
        releases = all
        if !isThird || all.count > 1 { phase = .released }
    }

    /// Attempts that reached the bank, or may have.
    private var tries: [PaymentAttempt] { attempts.filter { $0.phase != .planned && $0.phase != .dropped } }

    /// The next attempt, in a batch or to the bank's interface. Refused while another one is live: nobody is paid twice.
    package mutating func plan(rail: Rail) throws(PaymentRefusal) -> PaymentAttempt {
        guard phase == .released else { throw .phase(phase) }
        if attempts.contains(where: \.phase.isLive) { throw .attemptLive }
        let attempt = PaymentAttempt(number: attempts.count + 1, account: account, rail: rail, amount: withholding.net)
        attempts.append(attempt)
        return attempt
    }

    /// An attempt that was planned and not sent is dropped, with its batch.
    package mutating func drop(_ attempt: PaymentAttempt) throws(PaymentRefusal) {
        guard let index = attempts.firstIndex(where: { $0.number == attempt.number }), attempts[index].phase == .planned else {
            throw .phase(phase)
        }
        attempts[index].phase = .dropped
    }

    /// The bank has it, or may have it: the amount leaves what is owed. Saying it again changes nothing.
    package mutating func send(attempt number: Int) throws(PaymentRefusal) -> [Posting] {
        guard let index = attempts.firstIndex(where: { $0.number == number }), attempts[index].phase != .dropped else {
            throw .phase(phase)
        }
        let postings = attempts[index].send(from: tries.isEmpty ? .payable : .returned)
        if !postings.isEmpty { phase = .sent }
        return postings
    }

    /// Takes what the bank says of one attempt, in any order and however often.
    package mutating func hear(_ report: BankReport, of number: Int) -> BankEffect {
        guard let index = attempts.firstIndex(where: { $0.number == number }) else { return BankEffect(alarm: .neverSent) }
        let before = attempts[index].phase
        let effect = attempts[index].hear(report)
        guard attempts[index].phase != before else { return effect }
        if let waiting = attempts.lastIndex(where: { $0.phase == .planned }), effect.alarm == .bookedAfterRejection {
            attempts[waiting].phase = .dropped
        }
        if attempts.contains(where: { $0.phase == .booked }) {
            phase = .paid
        } else if attempts.contains(where: { $0.phase == .sent || $0.phase == .accepted }) {
            phase = .sent
        } else {
            phase = .returned
            releases = []
        }
        hold = nil
        return effect
    }

    /// Two people end it before anything was sent: the order's lines are taken back.
    package mutating func cancel(by first: ID<Staff>, and second: ID<Staff>) throws(PaymentRefusal) -> [Posting] {
        guard phase == .ordered || phase == .held || phase == .released, tries.isEmpty else { throw .phase(phase) }
        if first == second { throw .secondPerson }
        if let current, current.phase == .planned { try drop(current) }
        (phase, hold) = (.cancelled, nil)
        return withholding.ordered.map(\.mirror)
    }
}

/// Why the rules of money say no.
package enum PaymentRefusal: Error, Hashable, Sendable {
    case phase(Payment.Phase)
    /// Whoever made a part of it does not let it go, and nobody does it twice.
    case secondPerson
    case managerNeeded
    /// The account was changed lately.
    case resting(Instant)
    case attemptLive
}
