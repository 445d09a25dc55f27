import ArgumentParser
import LapakStore

/// `lapak schema`: today's tables as SQL, for people.
struct SchemaCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema", abstract: "Print every table as SQL, with its indexes and a comment.",
        discussion: """
            What all steps together make; needs no database. Databases are made by `lapak migrate`, never from this text.

              lapak schema > docs/schema.sql
              lapak schema --dialect sqlite
            """)

    @Option(help: "postgres or sqlite.") var dialect = Dialect.postgres

    func run() async throws { print(try await Schema.text(for: dialect), terminator: "") }
}

extension Dialect: ExpressibleByArgument {}
