import ArgumentParser
import LapakStore

/// `lapak migrate`: brings the database to today's tables.
struct Migrate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Bring the database to today's tables.",
        discussion: """
            Runs the steps that are new, all or none. Running it again changes nothing. `lapak serve` does the same at its start; \
            run it on its own where the service may not change tables.

              lapak migrate
              lapak migrate --database postgres://lapak@db/lapak
            """)

    @OptionGroup var database: DatabaseOption

    func run() async throws {
        let store = try await database.openCreating()
        let steps = try await Schema.migrate(store)
        await store.close()
        print(steps == 0 ? "The tables are up to date." : "\(steps) step\(steps == 1 ? "" : "s") done; the tables are up to date.")
    }
}
