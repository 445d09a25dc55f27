import Foundation

/// A database that an earlier release made, as `RecipeTests` kept it. Also in LapakServerTests, by a link.
enum Fixture {
    private static let folder = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        .appending(path: "../../LapakStoreTests/Upgrade/Fixtures").standardizedFileURL

    /// The releases, oldest first.
    static let releases: [String] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasSuffix(".sqlite.gz") }.map { String($0.dropLast(".sqlite.gz".count)) }.sorted()
    }()

    /// Puts the release's database where `address` says; nothing may be there yet.
    static func put(_ release: String, at address: String) async throws {
        let file = folder.appending(path: release).path
        if address.hasPrefix("sqlite:") {
            try await Shell.run("gzip -dc '\(file).sqlite.gz' > '\(address.dropFirst("sqlite:".count))'")
        } else {
            try await Shell.run("gzip -dc '\(file).sql.gz' | psql --quiet --no-psqlrc --set ON_ERROR_STOP=1 '\(address)' > /dev/null")
        }
    }
}

/// A command of the shell that a test needs.
enum Shell {
    struct Failed: Error { let command: String }

    /// Waits for the command without holding a thread. Throws when it does not end with 0.
    static func run(_ command: String) async throws {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/bash")
        process.arguments = ["-c", "set -o pipefail; \(command)"]
        let status: Int32 = try await withCheckedThrowingContinuation { continuation in
            process.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
            do { try process.run() } catch { continuation.resume(throwing: error) }
        }
        guard status == 0 else { throw Failed(command: command) }
    }
}
