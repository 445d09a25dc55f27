import ArgumentParser
import Foundation
import LapakDomain
import LapakServer
import LapakStore

/// `lapak checklist`: which papers a claim needs, as data.
struct ChecklistCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "checklist", abstract: "Print or replace the papers that claims need.",
        discussion: """
            Prints a rule version's rows as JSON: `papers` (one of them is enough), `reasons` (nil: every reason), `conditions` (any of \
            them makes it necessary), `optional`, `note`. With --set FILE the rows of the file take their place. Claims that were filed \
            keep their list; the server takes the new one with its next start.

              lapak checklist > rows.json
              lapak checklist --set rows.json
            """)
    @OptionGroup var database: DatabaseOption
    @Option(help: "permenaker-4-2022 or lapak-asik-2020; the one in force unless given.") var version: String?
    @Option(help: "A JSON file with the new rows.") var set: String?

    func run() async throws {
        let store = try await database.openMigrated()
        let nation = try await store.read { try Nation.load($0) }
        let policy = nation.policy
        guard let version = version.map({ RuleVersion(rawValue: $0) }) ?? policy.rules else {
            throw ValidationError("no rule version is called \(self.version ?? "")")
        }
        if let set {
            let rows = try JSONDecoder().decode([Requirement].self, from: Data(contentsOf: URL(filePath: set)))
            let context = Context(at: Clock().now, by: .operations, in: nation, fresh: IDs().fresh)
            try await store.write(in: context) { try $0.change(checklist: rows, of: version) }
            print("\(version.rawValue): \(rows.count) rows are in force for claims filed from the next start on")
        } else {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            print(String(decoding: try encoder.encode(policy.checklists[version] ?? Checklist.table(of: version)), as: UTF8.self))
        }
        await store.close()
    }
}
