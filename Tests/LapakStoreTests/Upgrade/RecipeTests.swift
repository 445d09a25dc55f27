import Foundation
import Testing

@testable import LapakStore

/// Writes the databases that later programs have to upgrade: one for each release, by that release's own program.
///
///     LAPAK_WRITE_FIXTURE=2026-07-06 bin/with-postgres swift test --filter RecipeTests
///
/// makes `Fixtures/2026-07-06.sqlite.gz` and `Fixtures/2026-07-06.sql.gz`. They are committed with the release and never changed again;
/// `UpgradeTests` finds them by their names.
@Suite struct RecipeTests {
    static let release = ProcessInfo.processInfo.environment["LAPAK_WRITE_FIXTURE"]

    @Test(.enabled(if: release != nil, "LAPAK_WRITE_FIXTURE is not set"), arguments: Databases.shared)
    func `a database of this release is kept`(database: Databases) async throws {
        let release = try #require(Self.release)
        try await World.on(database, places: 6, days: 1...4, policy: Recipe.policy) { world in
            try await Recipe(world: world).fill()
            try await world.check()
            let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures").path
            let command =
                switch database {
                case .postgres:
                    """
                    $(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -1)/pg_dump --no-owner --no-privileges --inserts \
                    --rows-per-insert=100 '\(world.address)' | grep -v '^\\\\' | gzip -n9 > '\(folder)/\(release).sql.gz'
                    """
                default:
                    """
                    python3 -c 'import sqlite3, sys; sqlite3.connect(sys.argv[1]).execute("VACUUM INTO ?", (sys.argv[2],))' \
                    '\(world.address.dropFirst("sqlite:".count))' '\(folder)/\(release).sqlite' && gzip -nf9 '\(folder)/\(release).sqlite'
                    """
                }
            try await Shell.run("mkdir -p '\(folder)' && \(command)")
        }
    }
}
