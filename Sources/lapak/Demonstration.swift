import Foundation
import LapakDomain
import LapakNation
import LapakServer
import LapakStore

/// The demonstration nation: made-up people in real places, for trying the service out.
enum Demonstration {
    static let password = "lapak-asik-demo"

    /// Puts the nation into an empty database; one that has branches is left as it is.
    static func fill(_ database: String, members: Int) async throws {
        let store = try Store.open(database)
        try await Schema.migrate(store)
        if try await store.read({ try Nation.load($0).branches.isEmpty }) {
            FileHandle.standardError.write(
                Data("Filling the demonstration nation: \(ExampleNation.branches.count) branches, \(members) members …\n".utf8))
            try await load(store, members: members, base: today)
        }
        await store.close()
    }

    /// Today at the nation's first clock.
    static var today: Day { Zone.wib.day(of: Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))) }

    /// Loads the whole demonstration nation; answers how many members, the cast included. All staff share one password,
    /// hashed once: a hash of its own for each would take minutes and protect nobody.
    @discardableResult static func load(
        _ store: Store, members: Int, base: Day, password: String = Demonstration.password, progress: (Int) -> Void = { _ in }
    ) async throws -> Int {
        let hash = Password.hash(
            password, salt: (0..<16).map { _ in UInt8.random(in: .min ... .max) },
            cost: password == Demonstration.password ? .demonstration : .standard)
        let staff = ExampleNation.staff.enumerated().map { index, person in
            Staff(
                id: ID(Int64(index + 1)), username: person.username, name: person.name, role: person.role, branch: person.branch,
                password: hash)
        }
        try await store.seed(
            regions: ExampleNation.regions, branches: ExampleNation.branches, holidays: ExampleNation.holidays, staff: staff)
        let population = Population(seed: 2020, base: base)
        return try await store.seed(members: Cast.all(on: base).map(\.member))
            + store.seed(members: (0..<members).lazy.map { population.member($0) }, progress: progress)
    }
}
