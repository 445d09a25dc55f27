package import LapakDomain

/// Made-up members without end: any of three million by its index, without making those before it.
///
/// The same seed, base day and index give the same member, so seed data, load tests and a registry stand-in can each ask on
/// their own and agree. Nothing is kept in memory.
package struct Population: Hashable, Sendable {
    /// Indices are 0..<limit: as far as NIKs and card numbers are unique for certain.
    package static let limit = 3_000_000
    /// The id of member 0; smaller ids are the cast's.
    package static let firstID: Int64 = 1000

    package let seed: UInt64
    /// The day on which ages, waiting months and balances are as told.
    package let base: Day

    package init(seed: UInt64, base: Day) {
        self.seed = seed
        self.base = base
    }

    /// The member at `index` in 0..<`limit`; outside it the program stops.
    package func member(_ index: Int) -> Member {
        precondition((0..<Population.limit).contains(index), "the population has \(Population.limit) members")
        var dice = Dice(seed: seed, item: index)
        let standing = Standing.drawn(with: &dice)
        let place = Place.drawn(with: &dice)
        let woman = dice.chance(45)
        let identity = identity(of: index, aged: standing.age(with: &dice), woman: woman, from: place, with: &dice)
        let name = place.custom.name(woman: woman, with: &dice)
        let mother = place.custom.name(woman: true, with: &dice)
        let memberships = memberships(of: index, standing: standing, birth: identity.birth, island: place.island, with: &dice)
        return Member(
            id: ID(Population.firstID + Int64(index)), nik: identity.nik, name: name, birth: identity.birth, mother: mother,
            memberships: memberships, partials: partials(after: memberships, standing: standing, with: &dice))
    }

    /// Where the member at `index` stands, without making the member.
    package func standing(of index: Int) -> Standing {
        var dice = Dice(seed: seed, item: index)
        return Standing.drawn(with: &dice)
    }

    /// Birth date and NIK. The index fixes month of birth, district and serial, and those three fix the index: 12 months x
    /// 26 districts x 9,980 serials, so no two NIKs meet. The factor only scatters neighbours over the months.
    private func identity(of index: Int, aged age: Int, woman: Bool, from place: Place, with dice: inout Dice) -> (birth: Day, nik: NIK) {
        let cell = index * 115 % 312
        let birth = birth(aged: age, month: 1 + cell % 12, with: &dice)
        let serial = MadeUp.highestPopulationSerial - index / 312
        return (birth, MadeUp.nik(place: place.code * 100 + 1 + cell / 12, birth: birth, woman: woman, serial: serial))
    }

    /// A birth date in `month` of someone who has completed `age` years on the base day.
    private func birth(aged age: Int, month: Int, with dice: inout Dice) -> Day {
        let first = Day.written(base.date.year - age, month, 1)
        let birth = first + dice.roll(0..<(first.adding(months: 1) - first))
        return birth.adding(years: age) <= base ? birth : birth.adding(years: -1)
    }
}
