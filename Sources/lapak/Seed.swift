import ArgumentParser
import Foundation
import LapakDomain
import LapakNation
import LapakServer
import LapakStore

/// `lapak seed`: the demonstration nation.
struct Seed: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Load the demonstration nation: made-up people in real places.",
        discussion: """
            Regional offices, branches, holidays, staff, the named cast and as many members as asked for. The same --on gives the \
            same people. Running it again adds nothing twice and leaves alone what people changed at branches; the stories of the \
            cast and the members are told anew as of --on. Never for a database with real members.

              lapak seed
              lapak seed --members 1000000 --database sqlite:.run/nation.db
            """)

    @OptionGroup var database: DatabaseOption
    @Option(help: "How many members, besides the cast.") var members = 20_000
    @Option(help: "The day on which the stories are as told, such as 2026-06-15; today unless given.") var on: String?
    @Option(help: "The password of all demonstration staff.") var password = Demonstration.password

    func validate() throws {
        guard (0...Population.limit).contains(members) else { throw ValidationError("--members goes from 0 to \(Population.limit)") }
        guard on.map({ Day(iso: $0) != nil }) ?? true else { throw ValidationError("--on is a day such as 2026-06-15") }
    }

    func run() async throws {
        let store = try await database.openMigrated()
        var line = ProgressLine()
        let base = on.flatMap { Day(iso: $0) } ?? Demonstration.today
        let count = try await Demonstration.load(store, members: members, base: base, password: password) { count in
            let rate = line.rate(count)
            line.show("\(count) of \(members) members, \(rate) a second")
        }
        line.finish("\(ExampleNation.branches.count) branches, \(ExampleNation.staff.count) staff, \(count) members")
        await store.close()
        let manager = ExampleNation.branches.first.map { ExampleNation.staff(of: $0)[0].username } ?? ""
        print("Sign in at /kantor as \(manager), or as nasional1.")
    }
}
