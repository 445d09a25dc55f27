import ArgumentParser
import Foundation
import LapakDomain
import LapakNation
import LapakServer
import LapakStore

/// Durable bookings over HTTP: a server of its own in another process, 64 connections from this one.
struct BenchBooking: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "booking", abstract: "Durable bookings per second over HTTP, spread and on one hot slot; free times of one branch.")

    @Option(help: "sqlite:PATH (a temporary file by default) or postgres://… (its tables are filled)") var database: String?
    @Option(help: "Connections.") var clients = 64
    @Option(help: "Seconds per phase.") var seconds = 4.0
    @Option(help: "Rounds; the median counts.") var rounds = 3
    @Option(help: "Another lapak whose server is measured, to compare two in one hour.") var program: String?

    func run() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "lapak-bench-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let address = database ?? "sqlite:\(folder.path)/bench.db"
        let people = Int(Double(rounds) * seconds * 2 * 16_000)
        let prepared = try await Prepared.make(in: address, people: people)
        let port = UInt16.random(in: 20_000..<30_000)
        let server = try Server(address: address, port: port, program: program)
        defer { server.stop() }
        try await server.waitUntilReady()

        let load = Load(port: port, connections: clients)
        var people0 = prepared.tokens[...]
        let slots = prepared.slots
        func get(_ path: String) -> [UInt8] {
            Array("GET \(path) HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip\r\n\r\n".utf8)
        }
        let health = get("/healthz")
        let branch = ExampleNation.branches[0].code
        let (freePage, freeJSON) = (get("/jadwal?kantor=\(branch)"), get("/api/v1/availability?branch=\(branch)"))
        func booking(_ slot: () -> Int64) -> [UInt8]? {
            guard let token = people0.popFirst() else { return nil }
            let body = "{\"slot\":\"\(slot())\"}"
            let head = [
                "POST /api/v1/claims HTTP/1.1", "Host: localhost", "Authorization: Bearer \(token)", "Idempotency-Key: \(token)",
                "Content-Type: application/json", "Content-Length: \(body.utf8.count)",
            ]
            return Array("\(head.joined(separator: "\r\n"))\r\n\r\n\(body)".utf8)
        }
        _ = try load.run(seconds: 1) { health }
        _ = try load.run(seconds: 1) { booking { slots.randomElement() ?? 0 } }
        var phases: [String: [Phase]] = [:]
        for _ in 0..<rounds {
            phases["health", default: []].append(try measure(load, server.pid) { health })
            phases["spread", default: []].append(try measure(load, server.pid) { booking { slots.randomElement() ?? 0 } })
            phases["hot", default: []].append(try measure(load, server.pid) { booking { slots[0] } })
            phases["free_page", default: []].append(try measure(load, server.pid) { freePage })
            phases["free_json", default: []].append(try measure(load, server.pid) { freeJSON })
        }
        server.stop()
        let ceilings = try await Ceilings.measure(address, seconds: seconds)
        let alone = try await FilingAlone.measure(address, tokens: Array(people0), slots: slots, seconds: seconds)
        let store = try Store.open(address)
        let drifts = try await store.read { try Reconciler.drifts($0).filter { !$0.invariant.hasPrefix("the journal") } }
        await store.close()
        print(report(phases.mapValues(Phase.median), ceilings, alone, drifts: drifts.count, postgres: address.hasPrefix("postgres")))
    }

    struct Phase {
        var result: Load.Result
        /// Milliseconds of server CPU per answer: until the last letter is sent, and while the load lasts. Letters that come later than
        /// the load would otherwise be counted where they do not belong.
        var cpu: Double
        var cpuWithin: Double
        /// The same of PostgreSQL's processes, all of this machine.
        var databaseCPU: Double

        static func median(_ phases: [Phase]) -> Phase {
            let sorted = phases.sorted { $0.result.perSecond < $1.result.perSecond }
            return sorted[sorted.count / 2]
        }
    }

    private func measure(_ load: Load, _ pid: Int32, _ next: () -> [UInt8]?) throws -> Phase {
        let (server, database) = (Machine.cpuSeconds(of: pid), Machine.postgresSeconds())
        let result = try load.run(seconds: seconds, next)
        let answers = Double(max(1, result.latencies.count))
        let within = Machine.cpuSeconds(of: pid) - server
        Machine.waitUntilResting(pid)
        return Phase(
            result: result, cpu: (Machine.cpuSeconds(of: pid) - server) / answers * 1000, cpuWithin: within / answers * 1000,
            databaseCPU: (Machine.postgresSeconds() - database) / answers * 1000)
    }

    private func report(
        _ phases: [String: Phase], _ ceilings: Ceilings, _ alone: FilingAlone, drifts: Int, postgres: Bool
    ) -> String {
        func round(_ value: Double, _ places: Double = 1000) -> Double { (value * places).rounded() / places }
        let health = phases["health"]?.result.perSecond ?? 1
        var report: [String: Any] = [
            "cores": ProcessInfo.processInfo.activeProcessorCount, "clients": clients, "database": postgres ? "postgresql" : "sqlite",
            "synchronous": postgres ? "on (fsync per commit)" : "FULL", "seconds_per_phase": seconds, "rounds": rounds,
            "drifts_afterwards": drifts,
            "commit_ceiling_single_per_second": round(ceilings.single, 1), "commit_ceiling_grouped_per_second": round(ceilings.grouped, 1),
        ]
        for (name, phase) in phases {
            let result = phase.result
            report[name] = [
                "per_second": round(result.perSecond, 1), "p50_ms": round(result.percentile(0.5)), "p99_ms": round(result.percentile(0.99)),
                "server_cpu_ms": round(phase.cpu, 10000), "server_cpu_under_load_ms": round(phase.cpuWithin, 10000),
                "database_cpu_ms": round(phase.databaseCPU, 10000),
                "ratio_to_health": round(result.perSecond / health),
                "ratio_to_single_commits": round(result.perSecond / max(1, ceilings.single)),
                "ratio_to_grouped_commits": round(result.perSecond / max(1, ceilings.grouped)),
                "statuses": Dictionary(uniqueKeysWithValues: result.statuses.map { ("\($0.key)", $0.value) }),
            ]
        }
        report["filing_alone"] = ["per_second": round(alone.perSecond, 1), "cpu_ms": round(alone.cpu, 10000)]
        // A booking's CPU: what any answer costs, what the change costs without HTTP, and the rest: routing and JSON of the
        // answer, the letter that follows (made, taken, rendered, recorded), and the picture of free places.
        if let health = phases["health"], let spread = phases["spread"] {
            report["where_the_time_goes_ms"] = [
                "http": round(health.cpu, 10000), "filing": round(alone.cpu, 10000),
                "followers_post_and_rest": round(spread.cpu - health.cpu - alone.cpu, 10000), "booking": round(spread.cpu, 10000),
            ]
        }
        if let hot = phases["hot"]?.result.perSecond, let spread = phases["spread"]?.result.perSecond {
            report["hot_to_spread"] = round(hot / spread)
        }
        let data = try? JSONSerialization.data(withJSONObject: report, options: [.prettyPrinted, .sortedKeys])
        return data.map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }
}
