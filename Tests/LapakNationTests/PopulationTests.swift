import LapakDomain
import LapakNation
import Testing

@Suite struct PopulationTests {
    static let base = Day(year: 2026, month: 11, day: 23)!
    static let population = Population(seed: 2020, base: base)
    static let people = (0..<20_000).map { population.member($0) }
    let people = PopulationTests.people

    @Test func nobodySharesANikOrACard() {
        let cast = Cast.all(on: PopulationTests.base).map(\.member)
        let cards = (people + cast).flatMap { $0.memberships.map(\.kpj) }
        #expect(Set((people + cast).map(\.nik)).count == 20_014)
        #expect(Set(cards).count == cards.count)
    }

    @Test(arguments: [0, 311, 312, 1_000_000, 2_999_999])
    func anIndexFarAwayIsAsGoodAsANearOne(index: Int) {
        let member = PopulationTests.population.member(index)
        #expect(member.id == ID(1000 + Int64(index)))
        #expect(member.nik.agrees(withBirth: member.birth))
    }

    @Test func theNikAgreesWithTheBirthDate() {
        #expect(people.allSatisfy { $0.nik.agrees(withBirth: $0.birth) })
    }

    @Test func everyoneIsNineteenToSixtyAndBeganToWorkAtEighteenOrLater() {
        for person in people {
            let ages = person.birth.adding(years: 19) <= PopulationTests.base && PopulationTests.base < person.birth.adding(years: 61)
            #expect(ages, "\(person.birth.date)")
            let adult = person.birth.adding(years: 18)
            let begins = person.memberships.allSatisfy { adult <= $0.start && $0.start < ($0.end ?? PopulationTests.base) }
            #expect(begins, "\(person.id)")
        }
    }

    @Test func cardsFollowEachOther() {
        for person in people {
            #expect((1...3).contains(person.memberships.count))
            let pairs = zip(person.memberships, person.memberships.dropFirst())
            #expect(pairs.allSatisfy { older, newer in older.end.map { $0 <= newer.start } ?? false })
        }
    }

    @Test(arguments: [
        (Standing.ended, 7300...7700), (.waiting, 700...900), (.active, 900...1100), (.elder, 330...470), (.paid, 230...370),
    ])
    func standingsHaveTheirShares(standing: Standing, inTenThousand: ClosedRange<Int>) {
        let found = people.indices.filter { PopulationTests.population.standing(of: $0) == standing }.count
        #expect(inTenThousand.contains(found / 2))
    }

    @Test func theCardsTellTheStanding() {
        for (index, person) in people.enumerated() {
            let last = person.memberships.last!
            let told =
                switch PopulationTests.population.standing(of: index) {
                case .ended: last.status == .ended && last.end!.adding(months: 1) < PopulationTests.base
                case .waiting: last.status == .ended && last.end!.adding(months: 1) > PopulationTests.base
                case .active: last.status == .active && last.end == nil
                case .elder: last.status == .ended && person.birth.adding(years: 56) <= PopulationTests.base
                case .paid: person.memberships.allSatisfy { $0.status == .paid && $0.balance == Rupiah(0) }
                }
            #expect(told, "\(person.id)")
        }
    }

    @Test func theMeanBalanceIsThirteenToFifteenMillion() {
        let sums = people.map { $0.memberships.reduce(0) { $0 + $1.balance.amount } }.filter { $0 > 0 }
        #expect((13_000_000...15_000_000).contains(sums.reduce(0, +) / Int64(sums.count)))
        #expect(sums.filter { $0 > 50_000_000 }.count * 100 / sums.count < 6)
    }

    @Test func someHaveOneNameAndSomeTookAPartialClaim() {
        #expect((400...2400).contains(people.filter { !$0.name.contains(" ") }.count))
        #expect(people.contains { !$0.partials.isEmpty })
        for person in people {
            for partial in person.partials { #expect(person.memberships[0].start.adding(years: 10) <= partial.paid) }
        }
    }

    @Test(arguments: [(2024, 2, 29), (2027, 1, 1), (2027, 12, 31)])
    func anyBaseDayMakesAPopulationOfTheSameAges(year: Int, month: Int, day: Int) throws {
        let base = try #require(Day(year: year, month: month, day: day))
        let population = Population(seed: 1, base: base)
        for index in 0..<2000 {
            let birth = population.member(index).birth
            #expect(birth.adding(years: 19) <= base && base < birth.adding(years: 61))
        }
    }
}
