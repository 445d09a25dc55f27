import LapakNation
import Testing

@Suite struct DiceTests {
    @Test func theFirstRollsAreThoseOfThePublishedGenerator() {
        var dice = Dice(seed: 1_234_567)
        #expect((0..<3).map { _ in dice.next() } == [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423])
    }

    @Test func neighboursInASeriesRollDifferently() {
        let firsts = (0..<1000).map { index in
            var dice = Dice(seed: 7, item: index)
            _ = dice.next()
            return dice.next()
        }
        let seconds = (0..<1000).map { index in
            var dice = Dice(seed: 7, item: index + 1)
            return dice.next()
        }
        #expect(Set(firsts).isDisjoint(with: seconds))
    }

    @Test(arguments: [1, 2, 6, 100, 1_000_000])
    func aRollStaysInItsRange(sides: Int) {
        var dice = Dice(seed: 3)
        for _ in 0..<200 { #expect((0..<sides).contains(dice.roll(0..<sides))) }
    }

    @Test func aRollIncludesBothEndsOfAClosedRange() {
        var dice = Dice(seed: 3)
        #expect(Set((0..<200).map { _ in dice.roll(-1...1) }) == [-1, 0, 1])
    }
}
