/// Where a made-up member stands with a claim on the base day.
package enum Standing: String, Hashable, Sendable, CaseIterable {
    /// The last employment ended more than a month ago: 75 in 100. May claim now.
    case ended
    /// It ended less than a month ago: 8 in 100. Must wait after a resignation or dismissal.
    case waiting
    /// The employer has not reported an exit: 10 in 100.
    case active
    /// 56 years or older: 4 in 100. May claim now.
    case elder
    /// Everything was paid before: 3 in 100.
    case paid

    static func drawn(with dice: inout Dice) -> Standing {
        switch dice.roll(0..<100) {
        case ..<75: .ended
        case ..<83: .waiting
        case ..<93: .active
        case ..<97: .elder
        default: .paid
        }
    }

    /// Completed years of age, 19...60; younger people are more frequent, as among those who claim.
    func age(with dice: inout Dice) -> Int {
        switch self {
        case .elder: dice.roll(56...60)
        case .ended, .waiting, .active, .paid: 19 + min(dice.roll(0...36), dice.roll(0...36))
        }
    }

    /// Days from the end of the last employment to the base day, at most `longest` where it ended long ago; 0 if it runs.
    func daysSinceEnd(longest: Int, with dice: inout Dice) -> Int {
        switch self {
        case .ended, .paid: dice.roll(35...min(longest, 1100))
        case .waiting: dice.roll(1...25)
        case .active: 0
        case .elder: dice.roll(1...400)
        }
    }
}
