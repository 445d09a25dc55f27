/// A cubicle with a monitor and a camera (bilik), once its browser was paired: a place where an officer's seat can be.
///
///     paired ⇄ troubled;  paired ─▶ retired
///
/// A booth is not bound to a seat. When somebody from the branch's own line is called, the booth with the smallest free number is
/// theirs, and moving to another one keeps the seat and everything that was done.
package struct Booth: Hashable, Codable, Sendable {
    /// Why it takes nobody.
    package enum Trouble: String, Hashable, Codable, Sendable, CaseIterable {
        case camera, network
        /// The manager closed it.
        case closed

        package var words: Words {
            switch self {
            case .camera: Words("Kamera atau mikrofon bermasalah", "Camera or microphone trouble")
            case .network: Words("Sambungan terputus", "No connection")
            case .closed: Words("Ditutup manajer", "Closed by the manager")
            }
        }
    }

    /// Who was sent from here to another booth, so that the page can say where.
    package struct Sent: Hashable, Codable, Sendable {
        package let number: QueueNumber
        package let booth: Int
        package let at: Instant
    }

    package let id: ID<Booth>
    package let branch: ID<Branch>
    /// On its door, 1...99.
    package let number: Int
    /// The hash of the secret in the booth's cookie; nil while the pairing code was not used.
    package internal(set) var secret: String?
    /// The hash of the pairing code, and until when it is good.
    package internal(set) var code: String?
    package internal(set) var codeUntil: Instant?
    package internal(set) var trouble: Trouble?
    package internal(set) var since: Instant
    /// The last sign of life of its page.
    package internal(set) var seen: Instant
    package internal(set) var sent: Sent?

    package static let numbers = 1...99
    /// The last person has this long for the receipt before somebody else is called there.
    package static let receiptLasts = Span.seconds(60)
    /// Refuses what is none of `numbers`.
    package static let badNumber = Refusal.invalid(
        field: "bilik",
        Words(
            "Nomor bilik \(numbers.lowerBound) sampai \(numbers.upperBound).",
            "Booth numbers are \(numbers.lowerBound) to \(numbers.upperBound)."))

    /// A booth for the branch, to be paired with a code by its browser.
    package static func add(_ id: ID<Booth>, number: Int, branch: ID<Branch>, codeHash: String, policy: Policy, at now: Instant)
        throws(Refusal) -> Booth
    {
        guard numbers.contains(number) else { throw badNumber }
        var booth = Booth(id: id, branch: branch, number: number, since: now, seen: now)
        booth.offer(codeHash: codeHash, policy: policy, at: now)
        return booth
    }

    /// A new pairing code; the browser that was paired goes on until the code is used.
    package mutating func offer(codeHash: String, policy: Policy, at now: Instant) {
        code = codeHash
        codeUntil = now + policy.onsite.pairingLasts
    }

    /// The browser in the booth types the code: from now on its cookie is the booth's, and no other.
    package mutating func pair(codeHash: String, secret: String, at now: Instant) throws(Refusal) -> Event {
        guard let code, let codeUntil, now < codeUntil else { throw .codeExpired(after: nil) }
        guard code == codeHash else { throw .codeWrong(left: 0) }
        (self.code, self.codeUntil, self.secret, trouble, since, seen) = (nil, nil, secret, nil, now, now)
        return .booth(.paired(booth: id, branch: branch, number: number))
    }

    /// A sign of life; what only the network did wrong is mended.
    package mutating func live(at now: Instant) -> Event? {
        seen = max(seen, now)
        guard trouble == .network else { return nil }
        return set(nil, at: now)
    }

    /// Something is wrong, or is mended. Nil when nothing changes.
    package mutating func set(_ trouble: Trouble?, at now: Instant) -> Event? {
        guard trouble != self.trouble else { return nil }
        self.trouble = trouble
        since = now
        return .booth(.trouble(booth: id, branch: branch, number: number, trouble: trouble))
    }

    /// Its camera, as its page says. A booth that the manager closed stays closed.
    package mutating func camera(works: Bool, at now: Instant) -> Event? {
        switch (works, trouble) {
        case (true, .camera?): set(nil, at: now)
        case (false, nil), (false, .network?): set(.camera, at: now)
        default: nil
        }
    }

    /// Its page is gone.
    package mutating func lose(at now: Instant) -> Event? { trouble == nil && secret != nil ? set(.network, at: now) : nil }

    /// The person goes on in another booth.
    package mutating func send(_ number: QueueNumber, to booth: Int, at now: Instant) { sent = Sent(number: number, booth: booth, at: now) }

    /// Somebody may be called here.
    package func isUsable(_ policy: Policy, at now: Instant) -> Bool {
        secret != nil && trouble == nil && now - seen < policy.onsite.boothAway
    }
}
