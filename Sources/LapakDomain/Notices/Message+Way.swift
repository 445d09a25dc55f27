// The verbs of a message's way; each is one arrow of its drawing. Whether an SMS goes in its place is for the caller to say.
extension Message {
    package func isDue(at now: Instant) -> Bool { (phase == .waiting || phase == .taken) && due <= now }

    /// Its carrier never came back: nobody knows how the attempt ended.
    package mutating func loseSight() {
        doubts += 1
        phase = .waiting
    }

    /// A carrier takes it in hand.
    package mutating func take(at now: Instant) {
        attempts += 1
        phase = .taken
        due = now + lease
        changed = now
    }

    /// Its carrier is still at it.
    package mutating func hold(at now: Instant) {
        guard phase == .taken else { return }
        due = max(due, now + lease)
    }

    /// The next hop has it, under a name of its own. Nothing secret stays behind where no SMS can follow.
    package mutating func handOver(as reference: String?, at now: Instant) {
        guard phase == .taken else { return }
        self.reference = reference
        sent = now
        enter(.sent, at: now)
        if overdue == nil { details = "" }
    }

    /// It has arrived, or was read: never back from there, and nothing needs to follow it.
    package mutating func arrive(as phase: Phase, at now: Instant) {
        guard self.phase != .read, self.phase != phase else { return }
        sent = sent ?? now
        overdue = nil
        details = ""
        enter(phase, at: now)
    }

    /// Not yet: again after 10 s, 20 s, 40 s … at most an hour.
    package mutating func postpone(_ why: String, at now: Instant) {
        phase = .waiting
        trouble = why
        changed = now
        due = now + min(.seconds(10 << (attemptsSinceGranted - 1)), .hours(1))
    }

    /// Nobody knows what became of the attempt: it stays taken until its lease is over.
    package mutating func doubt(_ why: String) { trouble = why }

    /// It was waited for long enough; an SMS goes in its place, if one can. It may still arrive.
    package mutating func outwait(by successor: ID<Message>?, _ why: String) {
        self.successor = self.successor ?? successor
        overdue = nil
        if successor != nil { trouble = why }
        if phase == .sent, kind.isCode { details = "" }
    }

    /// There is nothing left to say.
    package mutating func lapse(_ why: String, at now: Instant) {
        overdue = nil
        details = ""
        enter(.moot, at: now)
        trouble = why
    }

    /// It will not arrive by this channel. What is secret goes, unless somebody could send it again.
    package mutating func giveUp(_ why: String, followedBy successor: ID<Message>?, at now: Instant) {
        self.successor = self.successor ?? successor
        overdue = nil
        enter(self.successor == nil ? .dead : .failed, at: now)
        trouble = why
        if phase == .failed || kind.isCode { details = "" }
    }

    /// An operator grants as many attempts again. Refuses with `notFound` what is not dead, and a code.
    package mutating func resend(at now: Instant) throws(Refusal) {
        guard mayBeResent else { throw .notFound }
        if !attempts.isMultiple(of: Message.mostAttempts) {
            attempts += Message.mostAttempts - attempts % Message.mostAttempts
        }
        doubts = 0
        due = now
        phase = .waiting
        changed = now
    }

    /// It was refused for good where it went, and not given up after a long trouble of ours or theirs: the person may mend the address.
    package var isRefused: Bool { phase == .dead && !attempts.isMultiple(of: Message.mostAttempts) }
    /// A code is asked for anew by whoever needs it.
    package var mayBeResent: Bool { phase == .dead && !kind.isCode }
    /// After at least one attempt: no further one is granted.
    package var isSpent: Bool { attempts.isMultiple(of: Message.mostAttempts) || doubts > channel.mostDoubts }
    private var attemptsSinceGranted: Int { (attempts - 1) % Message.mostAttempts + 1 }

    private mutating func enter(_ phase: Phase, at now: Instant) {
        self.phase = phase
        changed = now
        trouble = nil
    }
}
