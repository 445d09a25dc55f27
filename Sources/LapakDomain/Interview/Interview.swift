/// One person's interview, from the lobby to the decision: what an officer serves six of at once.
///
///     lobby ─(called)─▶ called ─(answers)─▶ filling ─▶ ready ─(T1)─▶ originals ─▶ shown ─(T2)─▶ summary ─▶ agreed ─(T3)─▶ deciding ─▶ done
///       ▲                 │                    ╰──(papers accepted before the day)──▲ ▲         │
///       │                 ╰─(no answer, 3 times)─▶ missed                             ╰─(mismatch)─╯
///       ╰── parked, handed over, officer left: with everything that was done ── any phase with a seat
///
/// The phases on the left of an officer's touch (T1, T2, T3) are the member's alone; *ready*, *shown* and *agreed* wait for the
/// officer. *lobby* can become called or left; *called* filling (or the phase it had before), missed, lobby; *filling* ready or
/// originals; *ready* originals or filling; *originals* shown; *shown* summary or originals; *summary* agreed; *agreed* deciding
/// (and every phase with a seat, for a decision against the claim); *deciding* done, or what it was for as long as it can
/// be undone. Every phase with a seat can become lobby or left. *stuck* is no phase: it lies over one, so that
/// nothing is lost when it is over (screens.md 3.3).
package struct Interview: Hashable, Codable, Sendable {
    package enum Phase: String, Hashable, Codable, Sendable, CaseIterable {
        case lobby, called, filling, ready, originals, shown, summary, agreed, deciding, done, missed, left

        package var isLive: Bool { self != .done && self != .missed && self != .left }
        /// A place in an officer's session is taken in these phases.
        package var hasSeat: Bool { isLive && self != .lobby }
        /// The member works alone.
        package var isMembers: Bool { self == .filling || self == .originals || self == .summary }
        /// The officer has the next step.
        package var isOfficers: Bool { self == .ready || self == .shown || self == .agreed }
    }

    /// How member and officer are joined; each rung is for weaker phones and networks, and nothing is lost between them.
    package enum Rung: String, Hashable, Codable, Sendable, CaseIterable { case video, audio, text, phone }

    /// Why it does not go on by itself.
    package enum Stuck: String, Hashable, Codable, Sendable, CaseIterable {
        /// The help key.
        case help
        case noProgress = "no_progress"
        /// Camera, microphone or network of the member are gone.
        case contactLost = "contact_lost"
        case mismatches
        /// The member says that something in the summary is wrong.
        case objection
        /// The member wrote, and nobody has answered yet.
        case wrote
    }

    /// Why someone who was served already is in the lobby again.
    package enum Pause: String, Hashable, Codable, Sendable, CaseIterable {
        case parked
        /// Waits for a one-to-one desk.
        case handedOver = "handed_over"
        /// The officer is gone; comes first.
        case officerLeft = "officer_left"
    }

    /// An officer's mark at a row: the row's own text, what was seen, and whether a hand did it or Enter.
    package struct Mark: Hashable, Codable, Sendable {
        package let subject: InterviewCheck.Subject
        package let fits: Bool
        package let byHand: Bool
    }

    /// What an officer's last step can be taken back to.
    struct Undo: Hashable, Codable, Sendable {
        let phase: Phase
        let since: Instant
        let needed: Instant?
        let stuck: Stuck?
        let marks: [Mark]
        let returned: [Returned]
        let mismatches: Int
        let until: Instant
    }

    /// An original or a datum that goes back to the member with its reason.
    package struct Returned: Hashable, Codable, Sendable {
        package let subject: InterviewCheck.Subject
        package let reason: ReturnReason
    }

    package let id: ID<Interview>
    package let claim: ID<Claim>
    package let booking: ID<Booking>
    package let branch: ID<Branch>
    /// When the appointment begins.
    package let start: Instant
    /// The place in the lobby where it is not the appointment's beginning: priority, or set back after calls.
    package internal(set) var line: Instant?
    /// The visit behind it, for someone who came to the branch.
    package internal(set) var walkIn: ID<WalkIn>?
    /// Where they sit, from the call on; stays when the interview is over, for the receipt.
    package internal(set) var booth: ID<Booth>?
    /// The booth where their number was scanned or typed: only there the page shows what is theirs.
    package internal(set) var sits: ID<Booth>?
    package internal(set) var phase = Phase.lobby
    package internal(set) var since: Instant
    package internal(set) var session: ID<OfficerSession>?
    /// 1 to 6, fixed for as long as the person sits.
    package internal(set) var seat: Int?
    package let entered: Instant
    /// Elderly, disabled, pregnant, ill (domain.md, "Channels").
    package let priority: Bool
    package internal(set) var rung: Rung
    /// How often the person was called since they came to the lobby.
    package internal(set) var calls = 0
    package internal(set) var pause: Pause?
    /// Not to be called again before this moment.
    package internal(set) var notBefore: Instant?
    /// The phase to go on with after a pause.
    package internal(set) var resume: Phase?
    /// Since when the officer is needed; nil while the member works alone.
    package internal(set) var needed: Instant?
    package internal(set) var stuck: Stuck?
    /// The last sign of life in the member's step.
    package internal(set) var progress: Instant
    /// The papers were accepted before the day, so the first touch is done already.
    package internal(set) var prechecked = false
    /// When they first answered a call.
    package internal(set) var seated: Instant?
    /// Originals to be shown, in order.
    package internal(set) var wanted: [Paper] = []
    package internal(set) var captures: [Capture] = []
    package internal(set) var questions: [InterviewQuestion] = []
    package internal(set) var marks: [Mark] = []
    /// What the member has to mend, with the reason.
    package internal(set) var returned: [Returned] = []
    package internal(set) var mismatches = 0
    package internal(set) var agreed: Instant?
    package internal(set) var decision: Decision?
    package internal(set) var decidedBy: ID<Staff>?
    /// A colleague's session that is asked to take the person over.
    package internal(set) var offered: ID<OfficerSession>?
    package internal(set) var touches = 0
    /// Officer's focus at this person's seat, all touches.
    package internal(set) var attention = Span.zero
    /// Version of the consent that the member gave; empty before somebody in a booth was asked.
    package internal(set) var consent: String
    var undo: Undo?
}

/// A still of an original or of the face, kept as evidence.
package struct Capture: Hashable, Codable, Sendable {
    package enum Kind: Hashable, Codable, Sendable {
        case paper(Paper)
        case face
    }
    package let kind: Kind
    package let evidence: ID<Evidence>
    package init(kind: Kind, evidence: ID<Evidence>) {
        self.kind = kind
        self.evidence = evidence
    }
}

extension Interview {
    /// Which of the wanted originals have not been photographed, or were given back.
    package var missing: [Paper] {
        wanted.filter { paper in !captures.contains { $0.kind == .paper(paper) } }
    }

    /// The newest still of a paper or the face.
    package func capture(of kind: Capture.Kind) -> Capture? { captures.last { $0.kind == kind } }

    /// The person is at their booth, and was asked for the number there.
    package var isThere: Bool { booth != nil && sits == booth }

    /// Whether they came to the lobby before their window was over.
    package func cameInTime(_ policy: Policy) -> Bool { entered < start + .minutes(policy.slotMinutes) }

    /// The lobby's order: by this, then by coming.
    package var order: Instant { line ?? start }

    /// Whether the officer's last step can still be taken back.
    package func undoUntil(at now: Instant) -> Instant? { undo.flatMap { now < $0.until ? $0.until : nil } }

    /// Everyone's way into a phase: the clock of the phase starts, and whether the officer is needed follows from it.
    mutating func go(_ next: Phase, at now: Instant) {
        phase = next
        since = now
        progress = now
        stuck = nil
        needed = next.isOfficers ? now : nil
    }

    func moved(from former: Phase) -> Event {
        .interview(.moved(interview: id, claim: claim, session: session, from: former, to: phase))
    }
}
