/// A seeded generator of numbers: the same seed tells the same story, on every machine and with every compiler.
///
/// SplitMix64 (Steele, Lea and Flood, 2014). Good for made-up data; never for secrets.
package struct Dice: RandomNumberGenerator, Sendable {
    private var state: UInt64

    package init(seed: UInt64) { state = seed }

    /// The dice of one item of a series: independent of its neighbours, and reachable without rolling for those before it.
    ///
    /// Seed and index are mixed first; a plain sum would give neighbours the same rolls, one step apart.
    package init(seed: UInt64, item index: Int) {
        state = Dice.mix(seed &+ Dice.mix(UInt64(bitPattern: Int64(index)) &+ Dice.step))
    }

    package mutating func next() -> UInt64 {
        state &+= Dice.step
        return Dice.mix(state)
    }

    /// A whole number in `range`, which must not be empty. The standard library's `random(in:using:)` does not promise the
    /// same numbers in every version; this does.
    package mutating func roll(_ range: Range<Int>) -> Int {
        precondition(!range.isEmpty, "nothing to roll for")
        return range.lowerBound + Int(next().multipliedFullWidth(by: UInt64(range.count)).high)
    }

    /// A whole number in `range`, both ends included.
    package mutating func roll(_ range: ClosedRange<Int>) -> Int { roll(Range(range)) }

    /// True `percent` times in a hundred.
    package mutating func chance(_ percent: Int) -> Bool { roll(0..<100) < percent }

    /// One of `choices`, which must not be empty.
    package mutating func pick<Choice>(_ choices: [Choice]) -> Choice { choices[roll(choices.indices)] }

    private static let step: UInt64 = 0x9E37_79B9_7F4A_7C15

    private static func mix(_ value: UInt64) -> UInt64 {
        var mixed = value
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
