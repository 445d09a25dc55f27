/// One file that was sent for one paper of one claim. A replacement is a new document with the next version.
///
///     checking ─▶ waiting ─▶ accepted
///        │           │ ╰───▶ returned
///        ╰─▶ refused
///     (checking, waiting, returned, refused) ─▶ superseded | withdrawn
///
/// *checking* (whole, its hash known; our inspection or the antivirus is outstanding) can become waiting or refused (by a
/// `FileFault`). *waiting* (for an officer) can become accepted or returned (with a `ReturnReason`). Everything but
/// accepted can be withdrawn by the member until the deadline, or becomes superseded once a newer document of the same
/// paper has passed its checks: a replacement that is refused costs nothing that was there. *accepted*, *superseded* and
/// *withdrawn* are final.
package struct Document: Hashable, Sendable {
    package enum Phase: String, Hashable, Codable, Sendable, CaseIterable {
        case checking, waiting, accepted, returned, refused, superseded, withdrawn

        /// The document still stands for its paper.
        package var isLive: Bool { self != .superseded && self != .withdrawn }
        /// It is there and whole: an officer can look at it, or has accepted it.
        package var isWhole: Bool { self == .waiting || self == .accepted }
        /// It may still be withdrawn, or be superseded by a newer one.
        package var isOpen: Bool { isLive && self != .accepted }
    }

    package let id: ID<Document>
    package let claim: ID<Claim>
    package let paper: Paper
    /// 1, 2, … per paper of a claim.
    package let version: Int
    /// Nil until the content was inspected.
    package internal(set) var kind: FileKind?
    /// Of what is kept: what arrived while it is checked, the cleaned content from then on.
    package internal(set) var bytes: Int
    /// SHA-256 of the same content, in hexadecimal.
    package internal(set) var sha256: String
    /// 1 for an image; 0 until the content was inspected.
    package internal(set) var pages: Int
    package internal(set) var hints: Set<Hint>
    package let received: Instant
    package internal(set) var phase: Phase
    /// Why it was refused.
    package internal(set) var fault: FileFault?
    /// Why it was returned.
    package internal(set) var reason: ReturnReason?
    /// What the officer wrote to the member beside the reason.
    package internal(set) var note: String?
    /// The officer who has it on their desk.
    package internal(set) var lease: Lease?

    package init(
        id: ID<Document>, claim: ID<Claim>, paper: Paper, version: Int, kind: FileKind? = nil, bytes: Int, sha256: String, pages: Int = 0,
        hints: Set<Hint> = [], received: Instant, phase: Phase = .checking, fault: FileFault? = nil, reason: ReturnReason? = nil,
        note: String? = nil, lease: Lease? = nil
    ) {
        self.id = id
        self.claim = claim
        self.paper = paper
        self.version = version
        self.kind = kind
        self.bytes = bytes
        self.sha256 = sha256
        self.pages = pages
        self.hints = hints
        self.received = received
        self.phase = phase
        self.fault = fault
        self.reason = reason
        self.note = note
        self.lease = lease
    }
}

/// What the inspection made of a file: content without metadata, re-encoded where it was an image.
package struct CleanedFile: Hashable, Sendable {
    package let kind: FileKind
    package let bytes: Int
    /// SHA-256 in hexadecimal.
    package let sha256: String
    package let pages: Int
    package let hints: Set<Hint>

    package init(kind: FileKind, bytes: Int, sha256: String, pages: Int, hints: Set<Hint> = []) {
        self.kind = kind
        self.bytes = bytes
        self.sha256 = sha256
        self.pages = pages
        self.hints = hints
    }
}

extension Document {
    /// A whole upload becomes a document. `others` are the claim's documents of the same paper, in any order.
    ///
    /// Refuses when papers are no longer taken, when the paper was accepted before, and after too many versions.
    package static func receive(
        _ id: ID<Document>, from upload: Upload, of claim: Claim, beside others: [Document], policy: Policy, at now: Instant
    ) throws(Refusal) -> (Document, Event) {
        guard upload.claim == claim.id, upload.phase == .finished, let sha256 = upload.sha256 else { throw .uploadGone }
        try claim.papersOpen(at: now)
        guard !others.contains(where: { $0.phase == .accepted }) else { throw .paperAccepted }
        guard others.count < policy.files.versions else { throw .tooManyVersions(policy.files.versions) }
        let document = Document(
            id: id, claim: claim.id, paper: upload.paper, version: (others.map(\.version).max() ?? 0) + 1, bytes: upload.length,
            sha256: sha256, received: now)
        return (document, .document(.received(document: id, claim: claim.id, paper: upload.paper, version: document.version)))
    }

    /// Inspection and antivirus found nothing: it waits for an officer, and takes the place of older documents of its
    /// paper among `others`. Where an officer accepted an older one meanwhile, that one stays and this is superseded.
    package mutating func pass(_ cleaned: CleanedFile, over others: inout [Document]) throws(Refusal) -> Event {
        guard phase == .checking else { throw .documentPhase(phase) }
        kind = cleaned.kind
        bytes = cleaned.bytes
        sha256 = cleaned.sha256
        pages = cleaned.pages
        hints = cleaned.hints
        let older = others.indices.filter { others[$0].claim == claim && others[$0].paper == paper && others[$0].version < version }
        phase = older.contains { others[$0].phase == .accepted } ? .superseded : .waiting
        for index in older where phase == .waiting && others[index].phase.isOpen { others[index].leave(as: .superseded) }
        return .document(.checked(document: id, claim: claim, hints: hints.sorted { $0.rawValue < $1.rawValue }))
    }

    /// The file cannot be taken. Older documents of the paper stay as they are.
    package mutating func refuse(_ fault: FileFault) throws(Refusal) -> Event {
        guard phase == .checking else { throw .documentPhase(phase) }
        phase = .refused
        self.fault = fault
        return .document(.refused(document: id, claim: claim, fault: fault))
    }

    /// The member takes it back, while papers may still be sent.
    package mutating func withdraw(from claim: Claim, at now: Instant) throws(Refusal) -> Event {
        guard claim.id == self.claim else { throw .notYours }
        guard phase.isOpen else { throw .documentPhase(phase) }
        try claim.papersOpen(at: now)
        leave(as: .withdrawn)
        return .document(.withdrawn(document: id, claim: claim.id))
    }

    /// Someone looks at it: who stands beside the event, why in it. What was not inspected is shown to nobody.
    package func view(_ why: ViewPurpose) throws(Refusal) -> Event {
        guard phase != .checking, phase != .refused, kind != nil else { throw .documentPhase(phase) }
        return .document(.viewed(document: id, why: why))
    }

    private mutating func leave(as phase: Phase) {
        self.phase = phase
        lease = nil
    }
}
