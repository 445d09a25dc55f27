import LapakDomain
import Synchronization
import Testing

@testable import LapakStore

/// What was asked and what came back.
final class History: Sendable {
    enum Outcome: Sendable, Hashable {
        case invoked
        case ok(Filed)
        case refused(Refusal)
        /// The answer never came, or said nothing: a final read decides.
        case unknown(String)
    }
    struct Request: Sendable, Hashable {
        let key: String
        var outcome: Outcome
    }
    private let log = Mutex<[Request]>([])

    var requests: [Request] { log.withLock { $0 } }
    var accepted: [Filed] { requests.compactMap { if case .ok(let filed) = $0.outcome { filed } else { nil } } }
    var refusals: [Refusal] { requests.compactMap { if case .refused(let refusal) = $0.outcome { refusal } else { nil } } }
    var unknown: [String] { requests.compactMap { if case .unknown(let why) = $0.outcome { why } else { nil } } }

    /// Writes down the request, then what became of it.
    func ask(_ key: String, _ body: () async throws -> Filed) async {
        let index = log.withLock { log in
            log.append(Request(key: key, outcome: .invoked))
            return log.count - 1
        }
        let outcome: Outcome
        do {
            outcome = .ok(try await body())
        } catch let refusal as Refusal {
            outcome = .refused(refusal)
        } catch {
            outcome = .unknown("\(error)")
        }
        log.withLock { $0[index].outcome = outcome }
    }
}

/// Holds the database against the invariants of this application, and against what people were told.
enum Checker {
    /// Everything that is wrong; empty is good.
    static func faults(_ connection: any SQLConnection, after history: History? = nil) throws -> [String] {
        try Reconciler.drifts(connection).map(\.description) + Told(connection).faults(connection)
            + (try history.map { try faults(of: $0, connection) } ?? [])
    }

    /// Nothing that was acknowledged is lost; a key has one answer, and what was refused stays refused.
    private static func faults(of history: History, _ connection: any SQLConnection) throws -> [String] {
        var faults: [String] = []
        for filed in history.accepted {
            if try connection.find(Claim.self, filed.claim) == nil { faults.append("lost: claim \(filed.claim.rawValue)") }
            guard let id = filed.booking else { continue }
            if try connection.find(Booking.self, id)?.claim != filed.claim { faults.append("lost: booking \(id.rawValue)") }
        }
        for (key, requests) in Dictionary(grouping: history.requests, by: \.key) {
            let answers = Set(requests.map(\.outcome)).filter { if case .unknown = $0 { false } else { $0 != .invoked } }
            if answers.count > 1 { faults.append("key \(key) has \(answers.count) answers") }
        }
        return faults
    }
}

extension World {
    /// Fails the test with everything that is wrong in the database.
    func check(_ history: History? = nil, _ note: Comment? = nil, sourceLocation: SourceLocation = #_sourceLocation) async throws {
        let faults = try await store.read { try Checker.faults($0, after: history) }
        #expect(faults == [], note, sourceLocation: sourceLocation)
    }

    /// Every line of the journal.
    func journal() async throws -> [Journal.Line] { try await store.read { try Journal.lines(after: 0, limit: 1_000_000, $0) } }
}
