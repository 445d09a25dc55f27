import Foundation
import LapakDomain
import LapakGround
import LapakNation
import LapakServer
import LapakStore

/// A nation with very many places and people whose contact is proven, ready to book.
struct Prepared {
    let tokens: [String]
    let slots: [Int64]

    static func make(in address: String, people: Int) async throws -> Prepared {
        let store = try Store.open(address)
        try await Schema.migrate(store)
        let now = Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
        let branches = ExampleNation.branches.prefix(24).map { branch in
            var branch = branch
            branch.officers = 20_000
            return branch
        }
        try await store.write(in: .bookkeeping) { work in for branch in branches { work.upsert(branch) } }
        let (ids, nation) = (IDs(), Nation(branches: Array(branches)))
        for branch in branches {
            try await store.write(in: Context(at: now, by: .operations, in: nation, fresh: ids.fresh)) { work in
                try work.plan(branch, days: Quota.openDays(in: branch.zone, policy: nation.policy, at: now))
            }
        }
        let secrets = Secrets(secret: Array("bench-only-secret-bench-only-secret".utf8))
        let salt = Int64.random(in: 1...1_000_000) * 10_000_000
        var tokens: [String] = []
        let population = Population(seed: 7, base: Zone.wib.day(of: now))
        let template = population.member(0)
        for chunk in stride(from: 0, to: people, by: 2000) {
            var batch: [Registration] = []
            for index in chunk..<min(chunk + 2000, people) {
                let key = Key<Registration>(id: ids.next(at: now), secret: secrets.bytes(16).hex)
                tokens.append(key.word)
                batch.append(
                    Registration(
                        id: key.id, secret: key.pass.hash, language: .id, nik: template.nik, kpj: template.memberships[0].kpj,
                        name: template.name, email: EmailAddress("bench@example.com"), phone: PhoneNumber("081234567890"), proven: now,
                        reason: .resignation, member: ID(salt + Int64(index)), due: now + .hours(12)))
            }
            let ready = batch
            try await store.write(in: .bookkeeping) { work in for registration in ready { work.insert(registration) } }
        }
        let slots = try await store.read {
            try $0.query("SELECT id FROM slot WHERE channel = 'online' ORDER BY id LIMIT 1000").map { try $0.int(0) }
        }
        await store.close()
        return Prepared(tokens: tokens, slots: slots)
    }
}

/// `lapak serve` in a process of its own.
final class Server {
    private let process = Process()
    private let port: UInt16

    /// `files` is the folder of the vault, where it must not be the usual one.
    /// `program` is another lapak than this one.
    init(address: String, port: UInt16, files: String? = nil, program: String? = nil) throws {
        self.port = port
        // The load comes from this machine, for many people: it is nobody's place in the network.
        var settings = ["LAPAK_TRUSTED_PROXIES": "127.0.0.1"]
        if let files { settings["LAPAK_FILES"] = files }
        process.environment = ProcessInfo.processInfo.environment.merging(settings) { $1 }
        process.executableURL = URL(filePath: program ?? "/proc/self/exe").resolvingSymlinksInPath()
        process.arguments = ["serve", "--database", address, "--port", "\(port)", "--host", "127.0.0.1"]
        process.standardOutput = FileHandle.nullDevice
        try process.run()
    }

    var pid: Int32 { process.processIdentifier }

    func waitUntilReady() async throws {
        for _ in 0..<600 {
            if let load = try? Load(port: port, connections: 1).run(
                seconds: 0, { Array("GET /readyz HTTP/1.1\r\nHost: localhost\r\n\r\n".utf8) }),
                load.statuses[200] == 1
            {
                return
            }
            try await Task.sleep(for: .milliseconds(100))
        }
        throw BenchTrouble("the server did not become ready in a minute")
    }

    func stop() {
        guard process.isRunning else { return }
        process.terminate()
        process.waitUntilExit()
    }
}

/// What the database alone can do in the same run.
struct Ceilings {
    /// One small durable transaction after another.
    let single: Double
    /// Many small changes through the commit queue, without HTTP and without rules.
    let grouped: Double

    static func measure(_ address: String, seconds: Double) async throws -> Ceilings {
        let store = try Store.open(address)
        let clock = ContinuousClock()
        let begun = clock.now
        var count = 0
        while begun.duration(to: clock.now) < .seconds(seconds / 2) {
            let value = Int64(count)
            _ = try await store.maintain { try $0.execute("UPDATE follower SET position = $1 WHERE name = 'bench'", value) }
            _ = try await store.maintain {
                try $0.execute("INSERT INTO import (source, line, loaded, faults) VALUES ($1, 0, 0, 0)", UUID().uuidString)
            }
            count += 2
        }
        let single = Double(count) / (seconds / 2)
        let written = try await withThrowingTaskGroup(of: Int.self) { group in
            let from = clock.now
            for worker in 0..<64 {
                group.addTask {
                    var done = 0
                    while from.duration(to: ContinuousClock.now) < .seconds(seconds / 2) {
                        let name = "bench-\(worker)-\(done)-\(UUID().uuidString)"
                        try await store.write(in: .bookkeeping) { $0.insert(FollowerPosition(name: name, position: 0)) }
                        done += 1
                    }
                    return done
                }
            }
            return try await group.reduce(0, +)
        }
        _ = try await store.maintain { try $0.execute("DELETE FROM follower WHERE name LIKE 'bench-%'", []) }
        await store.close()
        return Ceilings(single: single, grouped: Double(written) / (seconds / 2))
    }
}
