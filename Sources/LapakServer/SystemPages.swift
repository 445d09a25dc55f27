import HTTPTypes
import LapakDomain
import LapakStore
import LapakWeb

/// For those who run it: alive, ready, figures.
enum SystemPages {
    static func routes(_ routes: Routes) {
        routes.get("/healthz") { _ in Reply(type: "text/plain; charset=utf-8", body: "ok\n") }
        routes.get("/readyz") { call in await readiness(call.app, at: call.now) }
        routes.get("/metrics") { call in
            var reply = Reply(type: "text/plain; version=0.0.4; charset=utf-8", body: call.app.figures.text)
            reply.cacheControl = "no-store"
            return reply
        }
    }

    /// Ready when the database answers and takes changes, and the picture of free places is young. Else 503, and why.
    private static func readiness(_ app: App, at now: Instant) async -> Reply {
        var lines: [String] = []
        let journal = try? await app.store.read { try Journal.head($0).position }
        if journal == nil { lines.append("the database cannot be read") }
        if await !app.writeProbe.isWritable(app) { lines.append("the database takes no changes") }
        if now - app.availability.made >= .minutes(2) { lines.append("availability is old") }
        let isReady = lines.isEmpty
        if isReady { lines.append("ready") }
        // Files are kept elsewhere, and most pages do without: said, and no reason to send people away.
        if case .failing = app.outages[.storage] { lines.append("documents cannot be kept") }
        if let journal { lines.append("journal \(journal)") }
        return Reply(
            status: isReady ? .ok : .serviceUnavailable, type: "text/plain; charset=utf-8", body: lines.joined(separator: "\n") + "\n",
            fields: isReady ? [] : [(.retryAfter, "5")])
    }
}
