/// One notice on its way to one person by one channel: made by a follower or beside its code, sent by the postman.
///
/// ```
/// waiting ─▶ taken ─▶ sent ─▶ delivered ─▶ read      news of arrival counts from every phase and never goes back
///    ▲        │ │       │
///    └────────┘ └───────┴──▶ failed (an SMS goes in its place) | dead (nothing does; operators see it)
///    └─────────────────────────────────────────────────── dead, sent again by an operator
/// waiting ─▶ moot (nothing is left to say)
/// ```
package struct Message: Hashable, Sendable {
    /// Where the notice stands.
    package enum Phase: String, Hashable, Sendable, CaseIterable {
        /// To be sent when due; also between two attempts.
        case waiting
        /// A carrier has it in hand, or nobody knows what became of it: when `due` has passed, the attempt counts as doubtful.
        case taken
        /// The next hop has it.
        case sent
        case delivered
        case read
        /// Will not arrive by this channel; another message went in its place.
        case failed
        /// Will not arrive, and nothing went in its place.
        case dead
        /// There was nothing left to say: the claim is gone, the offer answered, the code too old.
        case moot
    }
    /// How it travels.
    package enum Channel: String, Hashable, Sendable, CaseIterable {
        case mail, whatsapp, sms

        /// How often it may be sent again without knowing whether it has left: a letter is known by its Message-ID, the
        /// others would reach the person twice.
        package var mostDoubts: Int { self == .mail ? Message.mostAttempts : 1 }
    }
    /// After so many attempts it is given up; an operator may grant as many again.
    package static let mostAttempts = 12
    /// How long a carrier may have it in hand without a word.
    package var lease: Span { kind.isAwaited ? Message.shortLease : Message.longLease }
    /// Of what somebody waits for at the screen: its carrier says every few seconds that it is still at it (`hold`), so that
    /// another one takes over soon after it went down.
    package static let shortLease = Span.seconds(6)
    /// Of everything else: longer than any carrier takes.
    package static let longLease = Span.minutes(2)

    package let id: ID<Message>
    /// What caused it: never twice from the same, of the same kind, by the same channel.
    package let source: String
    package let kind: Kind
    package let recipient: Recipient
    package let language: Language
    package let claim: ID<Claim>?
    /// A code, or an offer's booking: cleared once nobody needs it.
    package internal(set) var details: String
    package internal(set) var phase: Phase
    /// How often a carrier has taken it. Names the attempt in what comes back from outside.
    package internal(set) var attempts: Int
    /// Of these, how many ended without anyone knowing how.
    package internal(set) var doubts: Int
    /// When it is to be sent; while it is taken, when that attempt counts as doubtful.
    package internal(set) var due: Instant
    /// When an SMS goes in its place unless it has arrived; nil when none is to go any more.
    package internal(set) var overdue: Instant?
    package let made: Instant
    /// When its phase last changed.
    package internal(set) var changed: Instant
    package internal(set) var sent: Instant?
    /// What the next hop calls it.
    package internal(set) var reference: String?
    /// The SMS that went in its place.
    package internal(set) var successor: ID<Message>?
    /// Why it is not further; names no person.
    package internal(set) var trouble: String?

    package var channel: Channel { recipient.channel }

    package init(
        id: ID<Message>, source: String, kind: Kind, recipient: Recipient, language: Language, claim: ID<Claim>? = nil,
        details: String = "", overdue: Instant? = nil, made: Instant? = nil, at now: Instant, standing: Standing = Standing()
    ) {
        self.id = id
        self.source = source
        self.kind = kind
        self.recipient = recipient
        self.language = language
        self.claim = claim
        self.details = details
        self.overdue = overdue
        self.made = made ?? now
        changed = now
        due = standing.due ?? now
        (phase, attempts, doubts, sent) = (standing.phase, standing.attempts, standing.doubts, standing.sent)
        (reference, successor, trouble) = (standing.reference, standing.successor, standing.trouble)
    }

    /// How far a kept message has come; a new one is waiting.
    package struct Standing: Sendable {
        package var phase = Phase.waiting
        package var attempts = 0
        package var doubts = 0
        /// Nil: at once.
        package var due: Instant?
        package var sent: Instant?
        package var reference: String?
        package var successor: ID<Message>?
        package var trouble: String?

        package init() {}
    }
}
