import Synchronization

/// What is counted for /metrics: numbers only, nothing about anybody.
package final class Figures: Sendable {
    private struct State {
        var requests: [Int: Int] = [:]
        var refusals: [String: Int] = [:]
        var seconds: [Double] = Array(repeating: 0, count: Figures.bounds.count + 1)
        var sum = 0.0
        var count = 0
        var gauges: [String: Double] = [:]
    }
    private let state = Mutex(State())
    static let bounds = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5]

    package func answered(_ status: Int, seconds: Double) {
        let bucket = Self.bounds.firstIndex { seconds <= $0 } ?? Self.bounds.count
        state.withLock { state in
            state.requests[status, default: 0] += 1
            state.seconds[bucket] += 1
            state.sum += seconds
            state.count += 1
        }
    }
    package func refused(_ code: String) { state.withLock { $0.refusals[code, default: 0] += 1 } }
    package func set(_ name: String, _ value: Double) { state.withLock { $0.gauges[name] = value } }

    /// The Prometheus text format, version 0.0.4.
    package var text: String {
        let state = state.withLock { $0 }
        var lines = ["# TYPE lapak_requests_total counter"]
        lines += state.requests.sorted { $0.key < $1.key }.map { "lapak_requests_total{status=\"\($0.key)\"} \($0.value)" }
        lines.append("# TYPE lapak_refusals_total counter")
        lines += state.refusals.sorted { $0.key < $1.key }.map { "lapak_refusals_total{code=\"\($0.key)\"} \($0.value)" }
        lines.append("# TYPE lapak_request_seconds histogram")
        var running = 0.0
        for (index, bound) in Self.bounds.enumerated() {
            running += state.seconds[index]
            lines.append("lapak_request_seconds_bucket{le=\"\(bound)\"} \(Int(running))")
        }
        lines.append("lapak_request_seconds_bucket{le=\"+Inf\"} \(state.count)")
        lines.append("lapak_request_seconds_sum \(short(state.sum))")
        lines.append("lapak_request_seconds_count \(state.count)")
        var family = ""
        for (name, value) in state.gauges.sorted(by: { $0.key < $1.key }) {
            let base = String(name.prefix { $0 != "{" })
            if base != family { lines.append("# TYPE \(base) gauge") }
            family = base
            lines.append("\(name) \(short(value))")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Six places are enough, and no figure looks like somebody's number.
    private func short(_ value: Double) -> Double { (value * 1_000_000).rounded() / 1_000_000 }
}
