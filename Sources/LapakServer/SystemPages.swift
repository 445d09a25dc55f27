import HTTPTypes
import LapakDomain
import LapakStore
import LapakWeb

/// For those who run it: alive, ready, figures.
enum SystemPages {
    static func routes(_ routes: Routes) {
        routes.get("/healthz") { _ in Reply(type: "text/plain; charset=utf-8", body: "ok\n") }
        routes.get("/readyz") { call in
            let (behind, age) = (try await call.app.store.read { try Journal.head($0).position }, call.now - call.app.availability.made)
            let ready = age < .minutes(2)
            return Reply(
                status: ready ? .ok : .serviceUnavailable, type: "text/plain; charset=utf-8",
                body: "\(ready ? "ready" : "availability is old")\njournal \(behind)\n")
        }
        routes.get("/metrics") { call in
            var reply = Reply(type: "text/plain; version=0.0.4; charset=utf-8", body: call.app.figures.text)
            reply.cacheControl = "no-store"
            return reply
        }
    }
}
