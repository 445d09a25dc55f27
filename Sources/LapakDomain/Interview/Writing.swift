/// What member and officer write to each other in an interview: the text channel beside voice, and all there is on the rung `text`.
/// The words are kept sealed; events carry only the number.
package struct Writing: Hashable, Sendable {
    /// The most signs of one, as a browser counts them.
    package static let longest = 500
    /// So many may be written by each side within `mostWithin`.
    package static let most = 60
    package static let mostWithin = Span.hours(1)

    package let id: ID<Writing>
    package let interview: ID<Interview>
    package let claim: ID<Claim>
    /// The officer who wrote it; nil for the member.
    package let staff: ID<Staff>?
    package let at: Instant
    /// The words, sealed with the claim's key.
    package let box: String

    package init(id: ID<Writing>, interview: ID<Interview>, claim: ID<Claim>, staff: ID<Staff>?, at: Instant, box: String) {
        self.id = id
        self.interview = interview
        self.claim = claim
        self.staff = staff
        self.at = at
        self.box = box
    }

    /// What was typed, with one kind of line end. Refuses nothing and too much.
    package static func words(_ typed: String) throws(Refusal) -> String {
        let words = String(typed.map { $0 == "\r\n" || $0 == "\r" ? "\n" : $0 })
        guard !Typed.isBlank(words) else {
            throw .invalid(field: "tulisan", Words("Tulis dahulu pesan Anda.", "Write your message first."))
        }
        guard words.utf16.count <= longest else {
            throw .invalid(
                field: "tulisan",
                Words(
                    "Pesan paling panjang \(longest) huruf. Bagi menjadi beberapa pesan.",
                    "A message has at most \(longest) signs. Divide it into several."))
        }
        return words
    }
}

extension Interview {
    /// Words of the member, who then waits for the officer as with the help key; or the officer's answer, which ends that.
    package mutating func add(_ writing: Writing) throws(Refusal) -> [Event] {
        guard canWrite else { throw .interviewPhase(phase) }
        let written = Event.interview(.written(interview: id, claim: claim, writing: writing.id, by: writing.staff))
        guard writing.staff == nil else {
            if stuck == .wrote { relieve(at: writing.at) }
            return [written]
        }
        live(at: writing.at)
        return [written] + (stop(.wrote, at: writing.at).map { [$0] } ?? [])
    }

    /// An officer is there to read and answer.
    package var canWrite: Bool { phase.hasSeat && phase != .called && phase != .deciding }
}
