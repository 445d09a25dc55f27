import Foundation
import LapakDomain
import LapakNation
import LapakServer
import LapakStore

/// The demonstration nation, put into an empty database; a database that has branches is left as it is.
enum Demonstration {
    static let password = "lapak-asik-demo"

    static func fill(_ database: String, members: Int) async throws {
        let store = try Store.open(database)
        try await Schema.migrate(store)
        if try await store.read({ try Atlas.load($0).branches.isEmpty }) {
            FileHandle.standardError.write(Data("Filling the demonstration nation: \(Nation.branches.count) branches, \(members) members …\n".utf8))
            try await store.write { work in
                for region in Nation.regions { work.save(region) }
                for branch in Nation.branches { work.save(branch) }
                for holiday in Nation.holidays { work.save(holiday) }
            }
            let base = Zone.wib.day(of: Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)))
            let cast = Cast(on: base)
            let population = Population(seed: 2020, base: base)
            try await store.write { work in for person in cast.all { work.save(person.member) } }
            for chunk in stride(from: 0, to: members, by: 1000) {
                try await store.write { work in
                    for index in chunk..<min(chunk + 1000, members) { work.save(population.member(index)) }
                }
            }
        }
        await store.close()
    }
}
