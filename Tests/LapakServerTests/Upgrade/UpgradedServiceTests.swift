import Foundation
import Hummingbird
import LapakDevelopment
import LapakDomain
import LapakStore
import Logging
import ServiceLifecycle
import Testing

@testable import LapakServer

/// The service on a database that an earlier release made: it starts, upgrades it, reads its whole journal, and answers.
@Suite struct UpgradedServiceTests {
    private static let server = ProcessInfo.processInfo.environment["LAPAK_TEST_POSTGRES"]
    /// Tuesday 7 July 2026, 10.00 WIB: the databases' own time.
    private static let moment = Day(number: 20_641).at(ClockTime(10, 0), in: .wib)

    @Test(arguments: Fixture.releases) func `it serves from an upgraded SQLite file`(release: String) async throws {
        try await inFolder { folder in
            let address = "sqlite:\(folder)/lapak.db"
            try await Fixture.put(release, at: address)
            try await serve(address, folder)
        }
    }

    @Test(.enabled(if: server != nil, "LAPAK_TEST_POSTGRES is not set"), arguments: Fixture.releases)
    func `it serves from an upgraded PostgreSQL database`(release: String) async throws {
        let server = try #require(Self.server)
        let name = "lapak_upgrade_" + UUID().uuidString.replacing("-", with: "").lowercased()
        try await Shell.run("psql --quiet --no-psqlrc '\(server)' --command 'CREATE DATABASE \(name)'")
        var parts = try #require(URLComponents(string: server))
        parts.path = "/\(name)"
        let address = try #require(parts.string)
        try await Fixture.put(release, at: address)
        try await inFolder { try await serve(address, $0) }
        // The cluster lives as long as the run: after a failure the database stays to be looked at.
        try await Shell.run("psql --quiet --no-psqlrc '\(server)' --command 'DROP DATABASE \(name) WITH (FORCE)'")
    }

    private func inFolder(_ body: (String) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "lapak-upgrade-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try await body(folder.path)
    }

    private func serve(_ address: String, _ folder: String) async throws {
        var settings = Settings()
        (settings.database, settings.files, settings.secret) = (address, "\(folder)/files", String(repeating: "s", count: 32))
        var log = Logger(label: "test")
        log.logLevel = .critical
        let clock = Clock(at: Self.moment)
        let service = try await LapakServer.open(settings, clock: clock, standIns: .development(outbox: DevOutbox(clock: clock)), log: log)
        let app = service.app
        let follower = NoticeFollower(secrets: app.secrets, clock: app.clock, reach: app.reach)
        let notices = FollowerService(follower: follower, app: app)
        while try await notices.step() {}
        let drifts = try await app.store.read { try Reconciler.drifts($0) }
        #expect(drifts == [])

        let (ports, port) = AsyncStream<Int>.makeStream()
        let server = Application(
            router: service.router(), configuration: .init(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { port.yield($0.localAddress?.port ?? 0) }, logger: log)
        let group = ServiceGroup(configuration: .init(services: [.init(service: server)], logger: log))
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            tasks.addTask {
                for await port in ports {
                    for path in ["/healthz", "/", "/jadwal", "/api/v1/branches"] {
                        try await Shell.run("curl --fail --silent --show-error --output /dev/null 'http://127.0.0.1:\(port)\(path)'")
                    }
                    break
                }
                await group.triggerGracefulShutdown()
            }
            try await tasks.waitForAll()
        }
        await app.store.close()
    }
}
