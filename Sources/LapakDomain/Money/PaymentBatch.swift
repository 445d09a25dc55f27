/// Payments of one rail that go to the bank in one file.
///
///     draft ─▶ sealed ─▶ released ─▶ delivered ─▶ answered ─▶ reconciled ─▶ closed
///       │
///       ▼
///     dropped
///
/// *draft* takes payments. *sealed* has its totals and the SHA-256 of its bytes; nothing in it changes from here on, and delivery repeats
/// those bytes. *released* by a second person. A file that the bank refuses as a whole leaves its items unknown.
package struct PaymentBatch: Hashable, Codable, Sendable {
    package enum Phase: String, Hashable, Codable, Sendable, CaseIterable {
        case draft, dropped, sealed, released, delivered, answered, reconciled, closed
    }

    package let id: ID<PaymentBatch>
    package let rail: Rail
    package internal(set) var phase = Phase.draft
    package internal(set) var items: [Item] = []
    /// The SHA-256 of the file, 64 hexadecimal digits.
    package internal(set) var digest: String?
    package internal(set) var sealedBy: ID<Staff>?
    package internal(set) var releasedBy: ID<Staff>?

    /// One attempt in the file.
    package struct Item: Hashable, Codable, Sendable {
        package let payment: ID<Payment>
        package let attempt: Int
        package let amount: Rupiah
        /// People who made a part of the payment.
        package let makers: Set<ID<Staff>>

        package init(payment: ID<Payment>, attempt: Int, amount: Rupiah, makers: Set<ID<Staff>>) {
            self.payment = payment
            self.attempt = attempt
            self.amount = amount
            self.makers = makers
        }
    }

    package init(id: ID<PaymentBatch>, rail: Rail) {
        self.id = id
        self.rail = rail
    }

    /// The control sum.
    package var total: Rupiah { items.reduce(Rupiah(0)) { $0 + $1.amount } }

    /// One more payment, once.
    package mutating func add(_ item: Item) throws(BatchRefusal) {
        guard phase == .draft else { throw .phase(phase) }
        if items.contains(where: { $0.payment == item.payment }) { throw .twice(item.payment) }
        items.append(item)
    }

    /// The file stands: its bytes were written down and have this digest.
    package mutating func seal(digest: String, by staff: ID<Staff>) throws(BatchRefusal) {
        guard phase == .draft else { throw .phase(phase) }
        guard !items.isEmpty else { throw .empty }
        (phase, self.digest, sealedBy) = (.sealed, digest, staff)
    }

    /// Let go by somebody who neither sealed it nor made a part of any payment in it, within what one person may release in a day.
    package mutating func release(by staff: ID<Staff>, releasedToday: Rupiah, limits: ReleaseLimits) throws(BatchRefusal) {
        guard phase == .sealed else { throw .phase(phase) }
        if staff == sealedBy || items.contains(where: { $0.makers.contains(staff) }) { throw .secondPerson }
        if total > limits.batch { throw .overLimit(limits.batch) }
        if releasedToday + total > limits.day { throw .overLimit(limits.day) }
        (phase, releasedBy) = (.released, staff)
    }

    /// The bank has the bytes, or may have them. Again is nothing new.
    package mutating func deliver() throws(BatchRefusal) {
        if phase == .delivered { return }
        guard phase == .released else { throw .phase(phase) }
        phase = .delivered
    }

    /// Before it is sealed it may be dropped, with all attempts in it.
    package mutating func drop() throws(BatchRefusal) {
        guard phase == .draft else { throw .phase(phase) }
        phase = .dropped
    }
}

/// How much one person may let go.
package struct ReleaseLimits: Hashable, Codable, Sendable {
    /// In one batch.
    package var batch = Rupiah(5_000_000_000)
    /// In one day, over all batches.
    package var day = Rupiah(20_000_000_000)

    package init() {}
}

/// Why the rules of batches say no.
package enum BatchRefusal: Error, Hashable, Sendable {
    case phase(PaymentBatch.Phase)
    case empty
    case twice(ID<Payment>)
    case secondPerson
    case overLimit(Rupiah)
}
