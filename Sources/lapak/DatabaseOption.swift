import ArgumentParser
import Foundation
import LapakServer
import LapakStore

/// Which database a command works on.
struct DatabaseOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "sqlite:PATH or postgres://…", discussion: "Without it LAPAK_DATABASE_URL, and without that sqlite:.run/lapak.db."))
    var database: String?

    var address: String { database ?? ProcessInfo.processInfo.environment["LAPAK_DATABASE_URL"] ?? Settings().database }

    /// Opens the database and makes a missing folder for it.
    func openCreating() async throws -> Store {
        if let path, path != ":memory:" {
            let folder = URL(filePath: path).deletingLastPathComponent()
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        }
        return try Store.open(address)
    }

    /// The same, brought to today's tables.
    func openMigrated() async throws -> Store {
        let store = try await openCreating()
        try await Schema.migrate(store)
        return store
    }

    /// The file of an embedded database; nil for PostgreSQL.
    var path: String? { address.hasPrefix("sqlite:") ? String(address.dropFirst("sqlite:".count)) : nil }
}

/// Says on standard error how far a long command is, at most four times a second on a terminal and every ten seconds elsewhere.
struct ProgressLine {
    private let begun = ContinuousClock.now
    private var next = ContinuousClock.now
    private let isTerminal = isatty(2) == 1

    mutating func show(_ words: @autoclosure () -> String) {
        guard ContinuousClock.now >= next else { return }
        next = .now + (isTerminal ? .milliseconds(250) : .seconds(10))
        say(words(), end: isTerminal ? "\u{1b}[K\r" : "\n")
    }

    /// The last word, with the time it took.
    func finish(_ words: String) {
        let time = begun.duration(to: .now).formatted(.units(allowed: [.minutes, .seconds, .milliseconds]))
        say("\(isTerminal ? "\u{1b}[K" : "")\(words) (\(time))", end: "\n")
    }

    /// Whole numbers per second since the beginning.
    func rate(_ count: Int) -> Int {
        let spent = begun.duration(to: .now) / .seconds(1)
        return spent > 0 ? Int(Double(count) / spent) : 0
    }

    private func say(_ words: String, end: String) { FileHandle.standardError.write(Data((words + end).utf8)) }
}
