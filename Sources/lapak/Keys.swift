import ArgumentParser
import Foundation
import LapakDomain
import LapakServer
import LapakStore

/// `lapak keys`: the keys of claims' files.
struct Keys: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "The keys that claims' files are sealed with.",
        discussion: """
            Every claim has a key of its own, kept wrapped by the newest master key (LAPAK_MASTER_KEYS or LAPAK_MASTER_KEYS_FILE). To \
            change the master key: add a line with a higher version, start the service again, run `lapak keys rotate`, and once \
            `lapak keys status` shows nothing under the old version, take its line away.

              lapak keys status
              lapak keys rotate
              lapak keys destroy 7K4M-92QX --reason "court order 12/2026"
            """, subcommands: [KeysStatus.self, KeysRotate.self, KeysDestroy.self])

    static func open(_ database: DatabaseOption) async throws -> (KeyRotation, Store) {
        var settings = Settings(environment: ProcessInfo.processInfo.environment)
        settings.database = database.address
        let store = try await database.openMigrated()
        return (try KeyRotation(store: store, settings: settings, secrets: Secrets(secret: try settings.secretBytes())), store)
    }
}

struct KeysStatus: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "status", abstract: "Which master key wraps how many claims' keys.")
    @OptionGroup var database: DatabaseOption

    func run() async throws {
        let (rotation, store) = try await Keys.open(database)
        let (counts, destroyed, unreadable) = try await rotation.status()
        await store.close()
        print("master key \(rotation.newest) is the newest")
        for (master, count) in counts.sorted(by: { $0.key < $1.key }) { print("  version \(master): \(count)") }
        print("  destroyed: \(destroyed)")
        guard unreadable == 0 else {
            print("  unreadable: \(unreadable)")
            throw ExitCode(1)
        }
    }
}

struct KeysRotate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rotate", abstract: "Wrap every claim's key by the newest master key; files stay as they are.")
    @OptionGroup var database: DatabaseOption

    func run() async throws {
        let (rotation, store) = try await Keys.open(database)
        let changed = try await rotation.rotate()
        await store.close()
        print("\(changed) key\(changed == 1 ? "" : "s") wrapped anew by master key \(rotation.newest)")
    }
}

struct KeysDestroy: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "destroy", abstract: "Make all files of one claim unreadable for good, in backups too.")
    @OptionGroup var database: DatabaseOption
    @Argument(help: "The claim's number, as people write it down.") var claim: String
    @Option(help: "Why; printed with the result, for your own records.") var reason: String

    func run() async throws {
        guard !reason.allSatisfy(\.isWhitespace) else { throw ValidationError("say why: --reason") }
        guard let number = ClaimNumber(claim) else { throw ValidationError("\(claim) is no claim number") }
        let (rotation, store) = try await Keys.open(database)
        guard let found = try await store.read({ try $0.claim(numbered: number) }) else {
            throw ValidationError("there is no claim \(claim)")
        }
        let isDone = try await rotation.destroy(found.id)
        await store.close()
        guard isDone else { throw ValidationError("claim \(claim) has no key, or it was destroyed before") }
        print("the key of claim \(claim) is destroyed: \(reason)")
    }
}
