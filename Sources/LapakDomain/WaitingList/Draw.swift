/// The public draw that orders everyone who joined a scarce line on one day, so that being first in the morning gains nothing.
///
///     announced ─▶ drawn
///
/// The hash of a secret seed is published before anyone joins. After the day has closed, the journal's hash at that
/// moment is mixed in (so that not even who knows the seed can foresee the order) and both are published; anyone
/// can draw again with `lapak draw verify`.
package struct Draw: Hashable, Sendable {
    package let day: Day
    /// SHA-256 of the seed, in hexadecimal, published before.
    package let seedHash: String
    /// 32 bytes in hexadecimal, secret until the draw.
    package let seed: String
    /// From this moment on nobody can join this cohort, and the draw may be held.
    package let closes: Instant
    package private(set) var journalHash: String?
    package private(set) var drawnAt: Instant?
    package private(set) var tickets: Int

    package init(
        day: Day, seedHash: String, seed: String, closes: Instant, journalHash: String? = nil, drawnAt: Instant? = nil, tickets: Int = 0
    ) {
        self.day = day
        self.seedHash = seedHash
        self.seed = seed
        self.closes = closes
        self.journalHash = journalHash
        self.drawnAt = drawnAt
        self.tickets = tickets
    }

    /// Holds the draw over the cohort's tickets. Refuses before the cohort has closed, and a second time.
    /// `mixed` is SHA-256 over seed and journal hash: 32 bytes.
    package mutating func hold(_ cohort: [ID<Ticket>], journalHash: String, mixed: [UInt8], at now: Instant) throws(Refusal) -> [ID<Ticket>]
    {
        guard drawnAt == nil else { throw .alreadyDrawn }
        guard now >= closes else { throw .notYet(closes) }
        self.journalHash = journalHash
        drawnAt = now
        tickets = cohort.count
        return Draw.order(cohort, by: mixed)
    }

    /// The order that 32 bytes give: tickets sorted by number, then shuffled (Fisher-Yates) with xoshiro256**.
    package static func order(_ tickets: [ID<Ticket>], by bytes: [UInt8]) -> [ID<Ticket>] {
        precondition(bytes.count == 32, "a draw needs 32 bytes")
        var dice = Xoshiro(bytes)
        var order = tickets.sorted()
        for index in stride(from: order.count - 1, to: 0, by: -1) {
            order.swapAt(index, Int(dice.below(UInt64(index + 1))))
        }
        return order
    }
}

/// xoshiro256** by Blackman and Vigna, seeded with 32 bytes: written out so that a draw can be repeated in any language.
private struct Xoshiro {
    private var state: (UInt64, UInt64, UInt64, UInt64)

    init(_ bytes: [UInt8]) {
        func word(_ index: Int) -> UInt64 { bytes[index * 8..<index * 8 + 8].reduce(0) { $0 << 8 | UInt64($1) } }
        state = (word(0), word(1), word(2), word(3) | 1)
    }

    mutating func next() -> UInt64 {
        let product = state.1 &* 5
        let result = ((product << 7) | (product >> 57)) &* 9
        let shifted = state.1 << 17
        state.2 ^= state.0
        state.3 ^= state.1
        state.1 ^= state.2
        state.0 ^= state.3
        state.2 ^= shifted
        state.3 = (state.3 << 45) | (state.3 >> 19)
        return result
    }

    /// Uniform below `bound`, by rejection.
    mutating func below(_ bound: UInt64) -> UInt64 {
        let limit = UInt64.max - UInt64.max % bound
        while true {
            let value = next()
            if value < limit { return value % bound }
        }
    }
}
