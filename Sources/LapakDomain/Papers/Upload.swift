/// A file on its way, possibly over many connections (tus 1.0): how much of it is here, and until when it may go on.
///
///     receiving ─▶ finished
///         ╰──────▶ terminated
///
/// *receiving* can become finished (every byte is here and the hash is known) or terminated (by the member); after `due`
/// it can only be cleared away.
package struct Upload: Hashable, Sendable {
    package enum Phase: String, Hashable, Codable, Sendable, CaseIterable { case receiving, finished, terminated }

    package let id: ID<Upload>
    package let claim: ID<Claim>
    package let paper: Paper
    /// Bytes of the whole file, as announced.
    package let length: Int
    /// Bytes that are here.
    package private(set) var offset: Int
    /// The name on the member's device, cleaned; for showing only.
    package let name: FileName
    /// The type that the sender declared; nobody relies on it.
    package let declared: String?
    /// What the sender announced beside the bytes, word for word: told again to whoever asks, believed by nobody.
    package let metadata: String?
    package private(set) var phase: Phase
    package let begun: Instant
    package private(set) var due: Instant
    /// SHA-256 of the whole file in hexadecimal, once finished.
    package private(set) var sha256: String?

    package init(
        id: ID<Upload>, claim: ID<Claim>, paper: Paper, length: Int, offset: Int = 0, name: FileName, declared: String? = nil,
        metadata: String? = nil, phase: Phase = .receiving, begun: Instant, due: Instant, sha256: String? = nil
    ) {
        self.id = id
        self.claim = claim
        self.paper = paper
        self.length = length
        self.offset = offset
        self.name = name
        self.declared = declared
        self.metadata = metadata
        self.phase = phase
        self.begun = begun
        self.due = due
        self.sha256 = sha256
    }
}

extension Upload {
    /// Announces a file of `length` bytes for `paper`. `live` is how many uploads of the claim are under way.
    ///
    /// Refuses when papers are no longer taken, a paper that is not asked for or was accepted, an empty or too large file,
    /// and too many at once.
    package static func begin(
        _ id: ID<Upload>, for paper: Paper, of claim: Claim, in dossier: Dossier, length: Int, name: FileName, declared: String? = nil,
        metadata: String? = nil, live: Int, policy: Policy, at now: Instant
    ) throws(Refusal) -> Upload {
        try claim.papersOpen(at: now)
        guard dossier.asks(for: paper) else { throw .paperNotAsked }
        guard !dossier.isAccepted(paper) else { throw .paperAccepted }
        guard length > 0 else { throw .file(FileFault(.empty, under: policy.files)) }
        guard length <= policy.files.mostBytes else { throw .file(FileFault(.tooLarge, under: policy.files)) }
        guard live < policy.files.uploads else { throw .tooManyUploads(policy.files.uploads) }
        let due = due(begun: now, of: claim, policy: policy)
        return Upload(
            id: id, claim: claim.id, paper: paper, length: length, name: name, declared: declared, metadata: metadata, begun: now, due: due)
    }

    /// More bytes are here and safe, up to `offset`. Refuses to go back or past the end.
    package mutating func advance(to offset: Int, at now: Instant) throws(Refusal) {
        try receiving(at: now)
        guard (self.offset...length).contains(offset) else { throw .uploadOffset(self.offset) }
        self.offset = offset
    }

    /// Every byte is here. `promised` is the hash that the sender announced, if any; a different one is a fault.
    package mutating func finish(sha256: String, promised: String? = nil, policy: Policy, at now: Instant) throws(Refusal) {
        try receiving(at: now)
        guard offset == length else { throw .uploadOffset(offset) }
        guard promised.map({ $0.lowercased() == sha256.lowercased() }) ?? true else {
            throw .file(FileFault(.checksum, under: policy.files))
        }
        self.sha256 = sha256
        phase = .finished
    }

    /// The member does not want to go on: what arrived is thrown away.
    package mutating func terminate(at now: Instant) throws(Refusal) {
        try receiving(at: now)
        phase = .terminated
    }

    /// The claim's deadline has changed, and the upload's with it, also when the former one has just passed. Nothing happens
    /// to one that is finished or terminated.
    package mutating func follow(_ claim: Claim, policy: Policy) {
        guard phase == .receiving else { return }
        due = Upload.due(begun: begun, of: claim, policy: policy)
    }

    private func receiving(at now: Instant) throws(Refusal) {
        guard phase == .receiving, now < due else { throw .uploadGone }
    }

    private static func due(begun: Instant, of claim: Claim, policy: Policy) -> Instant {
        min(begun + policy.files.uploadLasts, claim.papersDue ?? begun + policy.files.uploadLasts)
    }
}
