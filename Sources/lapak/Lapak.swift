import ArgumentParser

@main struct Lapak: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lapak", abstract: "The contactless claim service Lapak Asik.",
        subcommands: [
            Serve.self, Migrate.self, SchemaCommand.self, Seed.self, Import.self, DrawCommand.self, Keys.self, Templates.self,
            ChecklistCommand.self, PolicyCommand.self, Doctor.self, Bench.self,
        ])
}
