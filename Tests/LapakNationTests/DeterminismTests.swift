import LapakDomain
import LapakNation
import Testing

@Suite struct DeterminismTests {
    static let base = Day(year: 2026, month: 11, day: 23)!

    @Test func theSameSeedTellsTheSameStory() {
        let one = Population(seed: 5, base: DeterminismTests.base)
        let other = Population(seed: 5, base: DeterminismTests.base)
        for index in [3, 1, 2, 1] { #expect(one.member(index) == other.member(index)) }
    }

    @Test func anotherSeedTellsAnotherStory() {
        let one = Population(seed: 5, base: DeterminismTests.base)
        let other = Population(seed: 6, base: DeterminismTests.base)
        #expect((0..<50).filter { one.member($0).name == other.member($0).name }.count < 10)
    }

    /// Whoever changes a list of names or the order of rolls changes the story, and must mean to.
    @Test func memberZeroOfSeed2020IsWhoSheWas() throws {
        let member = Population(seed: 2020, base: DeterminismTests.base).member(0)
        let card = try #require(member.memberships.last)
        let told = "\(member.name) \(member.nik.digits) \(card.kpj.digits) \(card.employer) \(card.balance.amount)"
        #expect(told == "Sri Rahayu 3375016001869980 23525218017 PT Baja Tarumanagara 3243400")
    }
}
