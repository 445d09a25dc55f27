import LapakDomain
import LapakNation
import Synchronization

@testable import LapakStore

/// A small nation with its database: three branches in three zones, a planned week, made-up people, a made clock.
///
/// It is Monday 6 July 2026, 09.00 WIB; no holiday lies near. Every branch has one online place a window, or `places`.
struct World: Sendable {
    static let monday = Day(number: 20_640)
    static let morning = monday.at(ClockTime(9, 0), in: .wib)
    static let quiet = Span.minutes(20)

    let store: Store
    let address: String
    let nation: Nation
    let people: Population
    let source: Source

    /// Siak (WIB), Balikpapan (WITA), Ambon (WIT).
    var siak: Branch { nation.branches[0] }
    var balikpapan: Branch { nation.branches[1] }
    var ambon: Branch { nation.branches[2] }

    /// Opens a database of this kind, plans the days and hands the world over. The nation is the same for the same `seed`.
    @discardableResult static func on<T: Sendable>(
        _ database: Databases, places: Int = 1, days: ClosedRange<Int> = 1...2, policy: Policy = Policy(), seed: UInt64 = 1,
        _ body: (World) async throws -> T
    ) async throws -> T {
        try await database.open { store, address in
            let branches = ["siak", "balikpapan", "ambon"].compactMap { ExampleNation.branch(code: $0) }.map { $0.giving(places: places) }
            let nation = Nation(branches: branches, regions: ExampleNation.regions, policy: policy)
            let people = Population(seed: seed, base: monday)
            let world = World(store: store, address: address, nation: nation, people: people, source: Source(seed: seed))
            try await store.seed(regions: ExampleNation.regions, branches: branches, holidays: ExampleNation.holidays, staff: [])
            for branch in branches { try await world.plan(branch, days: days) }
            return try await body(world)
        }
    }

    /// The same nation through another door: as another process sees it.
    func again() throws -> World {
        World(store: try Store.open(address), address: address, nation: nation, people: people, source: source)
    }

    /// Plans `days` from Monday on; 1 is Tuesday.
    func plan(_ branch: Branch, days: ClosedRange<Int> = 1...2, at now: Instant = morning) async throws {
        let days = World.monday + days.lowerBound...World.monday + days.upperBound
        try await store.write(in: context(by: .operations, at: now)) { work in
            try work.plan(branch, days: days)
        }
    }

    /// In what a change happens: by the clock unless somebody does it.
    func context(by author: Author = .clock, at now: Instant = morning, numbers: [ClaimNumber] = []) -> Context {
        Context(at: now, by: author, in: nation, fresh: source.fresh(numbers: numbers))
    }

    /// The slot of a branch at this time, `day` days after Monday.
    func slot(_ branch: Branch, _ hour: Int, _ minute: Int = 0, day: Int = 1, channel: Channel = .online) -> ID<Slot> {
        Slot.identity(branch: branch.id, channel: channel, start: (World.monday + day).at(ClockTime(hour, minute), in: branch.zone))
    }

    func find<R: Record>(_ type: R.Type, _ key: any SQLEncodable) async throws -> R {
        try await store.read { connection in
            guard let found = try connection.find(type, key) else { throw Refusal.notFound }
            return found
        }
    }
}

extension Branch {
    /// So many online places in every window, and none for people who walk in.
    func giving(places: Int) -> Branch {
        var branch = self
        (branch.officers, branch.ratio, branch.minutesPerClaim, branch.onlineShare) = (places, 1, 30, 100)
        return branch
    }
}

/// Identities and chance from a seed.
final class Source: Sendable {
    private let state: Mutex<(dice: Dice, last: Int64)>

    init(seed: UInt64) { state = Mutex((Dice(seed: seed), 1000)) }

    func id<Noun>() -> ID<Noun> {
        ID(
            state.withLock { state in
                state.last += 1
                return state.last
            })
    }
    func number() -> ClaimNumber { ClaimNumber(chance: state.withLock { $0.dice.next() }) }
    func roll(_ range: Range<Int>) -> Int { state.withLock { $0.dice.roll(range) } }
    /// What changes take their identities and chance from; the first claims get these numbers.
    func fresh(numbers: [ClaimNumber] = []) -> Fresh {
        let first = Mutex(numbers[...])
        return Fresh(
            id: { _ in (self.id() as ID<Void>).rawValue }, number: { first.withLock { $0.popFirst() } ?? self.number() },
            quiet: { _ in World.quiet })
    }
}
