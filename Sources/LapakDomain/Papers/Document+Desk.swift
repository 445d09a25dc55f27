/// An officer has a document on their desk, for a while: nobody else gets it, and an abandoned one comes back by itself.
package struct Lease: Hashable, Codable, Sendable {
    package let staff: ID<Staff>
    package let until: Instant

    package init(staff: ID<Staff>, until: Instant) {
        self.staff = staff
        self.until = until
    }
}

// The pre-check desk: one document, one officer at a time.
extension Document {
    /// Whether an officer may take it now: it waits, and nobody's lease runs.
    package func isFree(at now: Instant) -> Bool { phase == .waiting && (lease.map { now >= $0.until } ?? true) }

    /// Whether it is on this officer's desk now.
    package func isHeld(by staff: ID<Staff>, at now: Instant) -> Bool {
        phase == .waiting && (lease.map { $0.staff == staff && now < $0.until } ?? false)
    }

    /// Takes it from the queue for `span`. Refuses while it is on a desk, the officer's own included.
    package mutating func take(by staff: ID<Staff>, for span: Span, at now: Instant) throws(Refusal) {
        guard phase == .waiting else { throw .documentPhase(phase) }
        guard isFree(at: now) else { throw .documentTaken }
        lease = Lease(staff: staff, until: now + span)
    }

    /// A sign of life: the lease lasts `span` from now. One that has run out is gone, also when nobody took the document.
    package mutating func keep(by staff: ID<Staff>, for span: Span, at now: Instant) throws(Refusal) {
        let until = try held(by: staff, at: now).until
        lease = Lease(staff: staff, until: max(until, now + span))
    }

    /// Back to the queue without a verdict.
    package mutating func letGo(by staff: ID<Staff>, at now: Instant) throws(Refusal) {
        _ = try held(by: staff, at: now)
        lease = nil
    }

    /// The officer accepts it: final.
    package mutating func accept(by staff: ID<Staff>, at now: Instant) throws(Refusal) -> Event {
        _ = try held(by: staff, at: now)
        phase = .accepted
        lease = nil
        return .document(.accepted(document: id, claim: claim))
    }

    /// The officer gives it back, with a note of at most `noteLength` characters where there is more to say than the reason
    /// does. `other` needs one.
    package mutating func giveBack(
        _ reason: ReturnReason, note: String? = nil, by staff: ID<Staff>, policy: Policy, at now: Instant
    ) throws(Refusal) -> Event {
        _ = try held(by: staff, at: now)
        let most = policy.files.noteLength
        guard (note ?? "").unicodeScalars.count <= most else {
            throw .invalid(
                field: "note", Words("Tulis catatan paling banyak \(most) huruf.", "Write a note of at most \(most) characters."))
        }
        guard !reason.needsNote || !Typed.isBlank(note ?? "") else {
            throw .invalid(
                field: "note",
                Words("Tulis catatan: apa yang kurang dan apa yang harus dikirim.", "Write a note: what is wrong and what to send instead.")
            )
        }
        phase = .returned
        self.reason = reason
        self.note = note
        lease = nil
        return .document(.returned(document: id, claim: claim, reason: reason))
    }

    private func held(by staff: ID<Staff>, at now: Instant) throws(Refusal) -> Lease {
        guard phase == .waiting else { throw .documentPhase(phase) }
        guard let lease, lease.staff == staff, now < lease.until else { throw .leaseGone }
        return lease
    }
}
