import ArgumentParser
import Foundation
import LapakDomain
import LapakServer
import LapakStore

/// `lapak policy`: every number that the agency decides, as data.
struct PolicyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "policy", abstract: "Print or change what the agency decided: waits, calls, limits.",
        discussion: """
            Prints the policy as JSON; times are in milliseconds. With --set FILE the values in the file take the place of those that it \
            names, and all others stay. The server takes them with its next start.

              echo '{"interviews": {"calls": 4}}' > change.json
              lapak policy --set change.json
            """)
    @OptionGroup var database: DatabaseOption
    @Option(help: "A JSON file with the values to change.") var set: String?

    func run() async throws {
        let store = try await database.openMigrated()
        let nation = try await store.read { try Nation.load($0) }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        if let set {
            let file = try Data(contentsOf: URL(filePath: set))
            let context = Context(at: Clock().now, by: .operations, in: nation, fresh: IDs().fresh)
            try await store.write(in: context) { work in
                try work.change { (kept: Policy) in
                    let change = try JSONSerialization.jsonObject(with: file)
                    let whole = try Self.merge(change, into: try JSONSerialization.jsonObject(with: JSONEncoder().encode(kept)), at: "")
                    return try JSONDecoder().decode(Policy.self, from: try JSONSerialization.data(withJSONObject: whole))
                }
            }
            print("the policy is in force from the next start on")
        } else {
            print(String(decoding: try encoder.encode(nation.policy), as: UTF8.self))
        }
        await store.close()
    }

    /// Objects are merged name by name; a name that the policy does not know is a mistake.
    private static func merge(_ change: Any, into kept: Any, at path: String) throws -> Any {
        guard let change = change as? [String: Any], var kept = kept as? [String: Any] else { return change }
        for (name, value) in change {
            guard let old = kept[name] else { throw ValidationError("the policy has no \(path)\(name)") }
            kept[name] = try merge(value, into: old, at: "\(path)\(name).")
        }
        return kept
    }
}
