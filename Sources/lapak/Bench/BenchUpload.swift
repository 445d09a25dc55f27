import ArgumentParser
import Foundation
import LapakDomain
import LapakServer
import LapakStore

/// Many members send their photos at once: a server of its own in another process, one connection for each from this one.
struct BenchUpload: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "upload", abstract: "Parallel resumable uploads: throughput, waiting, and the server's memory.",
        discussion: """
            Each file is a JPEG of the asked size that the inspection takes: a small picture with that much comment in it, so that reading \
            it costs little and moving it costs as much as a photo. Inspections run meanwhile, in processes of their own, whose \
            memory is told apart. The reference writes the same bytes to plain files on the same disk, with fsync of file and \
            folder, from eight threads.

              lapak bench upload
              lapak bench upload --clients 200 --megabytes 3
            """)

    @Option(help: "sqlite:PATH (a temporary file by default) or postgres://… (its tables are filled)") var database: String?
    @Option(help: "Uploads at the same time, each of a claim of its own.") var clients = 200
    @Option(help: "Size of each file, megabytes.") var megabytes = 3
    @Option(help: "Rounds; memory is told of the worst, everything else of the median.") var rounds = 3

    func run() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "lapak-bench-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let address = database ?? "sqlite:\(folder.path)/bench.db"
        let photo = BenchPhoto.bytes(megabytes << 20)
        let senders = try await PreparedClaims.make(in: address, count: clients * rounds)
        let port = UInt16.random(in: 20_000..<30_000)
        let server = try Server(address: address, port: port, files: "\(folder.path)/files")
        defer { server.stop() }
        try await server.waitUntilReady()
        var runs: [UploadRun] = []
        for round in 0..<rounds {
            try await Task.sleep(for: .seconds(2))
            let plain = PlainWriting.measure(photo, files: clients, in: folder.path)
            let (idle, cpu) = (Machine.memory(of: server.pid).resident, Machine.cpuSeconds(of: server.pid))
            let cookies = Array(senders.cookies[round * clients..<(round + 1) * clients])
            let load = try UploadLoad(port: port, photo: photo, cookies: cookies, watch: MemoryWatch(server.pid)).run()
            let spent = Machine.cpuSeconds(of: server.pid) - cpu
            // The inspections go on for a while, and their memory counts too.
            var watch = load.watch
            try await PreparedClaims.waitUntilInspected(in: address, count: (round + 1) * clients - load.failed) { watch.look() }
            runs.append(UploadRun(load: load, watch: watch, idle: idle, plain: plain, cpu: spent, now: Machine.memory(of: server.pid)))
        }
        server.stop()
        print(report(runs, isPostgres: address.hasPrefix("postgres")))
    }

    private struct UploadRun {
        let load: UploadLoad.Result
        /// Until the last file was inspected.
        let watch: MemoryWatch
        let idle: Double
        let plain: Double
        let cpu: Double
        let now: (resident: Double, highWater: Double)
    }

    private func report(_ runs: [UploadRun], isPostgres: Bool) -> String {
        func round(_ value: Double) -> Double { (value * 100).rounded() / 100 }
        let run = runs.sorted { $0.load.seconds < $1.load.seconds }[runs.count / 2]
        let (all, seconds) = (Double(clients * megabytes), run.load.seconds)
        let report: [String: Any] = [
            "cores": ProcessInfo.processInfo.activeProcessorCount, "clients": clients, "megabytes_per_file": self.megabytes,
            "rounds": runs.count, "database": isPostgres ? "postgresql" : "sqlite",
            "synchronous": isPostgres ? "on (fsync per commit)" : "FULL",
            "content": "JPEG of 8x8 pixels with comments; inspected meanwhile, two at once, in processes of their own",
            "seconds": round(seconds), "megabytes_per_second": round(all / seconds), "failed": runs.map(\.load.failed).reduce(0, +),
            "p50_ms": round(run.load.percentile(0.5)), "p99_ms": round(run.load.percentile(0.99)), "server_cpu_seconds": round(run.cpu),
            "server_rss_idle_mb": runs.map { round($0.idle) }, "server_rss_peak_mb": runs.map { round($0.watch.peak) },
            "server_rss_peak_while_sending_mb": runs.map { round($0.load.watch.peak) },
            "server_rss_afterwards_mb": runs.map { round($0.now.resident) }, "server_vmhwm_mb": runs.map { round($0.now.highWater) },
            "server_rss_delta_first_round_mb": round((runs.first?.watch.peak ?? 0) - (runs.first?.idle ?? 0)),
            "server_rss_delta_over_first_idle_mb": round((runs.map(\.watch.peak).max() ?? 0) - (runs.first?.idle ?? 0)),
            "inspection_rss_peak_mb": round(runs.map(\.watch.childrenPeak).max() ?? 0),
            "plain_fsync_megabytes_per_second": round(all / run.plain), "ratio_to_plain_fsync": round(run.plain / seconds),
        ]
        let data = try? JSONSerialization.data(withJSONObject: report, options: [.prettyPrinted, .sortedKeys])
        return data.map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }
}

/// A valid JPEG of a wanted size: eight by eight grey pixels, and comments.
enum BenchPhoto {
    static func bytes(_ size: Int) -> [UInt8] {
        var random = SystemRandomNumberGenerator()
        var bytes: [UInt8] = [0xFF, 0xD8]
        while bytes.count + tail.count < size {
            let count = min(65_533, size - bytes.count - tail.count)
            guard count > 4 else { break }
            bytes += [0xFF, 0xFE, UInt8((count - 2) >> 8), UInt8((count - 2) & 255)]
            for _ in 0..<(count - 4) / 8 { withUnsafeBytes(of: random.next()) { bytes += $0 } }
            bytes += [UInt8](repeating: 0, count: (count - 4) % 8)
        }
        return bytes + tail
    }

    /// Everything of the picture behind its first two bytes.
    private static let tail = Array(Data(base64Encoded: picture) ?? Data()).dropFirst(2)
    private static let picture = """
        /9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQc1tdhbWGkJ6jq62rZ4C8ybqmx5moq6T/\
        wAALCAAIAAgBAREA/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcICQoL/8QAtRAAAgEDAwIEAwUFBAQAAAF9AQIDAAQRBRIhMUEGE1FhByJxFDKBkaEI\
        I0KxwRVS0fAkM2JyggkKFhcYGRolJicoKSo0NTY3ODk6Q0RFRkdISUpTVFVWV1hZWmNkZWZnaGlqc3R1dnd4eXqDhIWGh4iJipKTlJWWl5iZmqKjpKWmp6ip\
        qrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ2uHi4+Tl5ufo6erx8vP09fb3+Pn6/9oACAEBAAA/ACv/2Q==
        """
}
