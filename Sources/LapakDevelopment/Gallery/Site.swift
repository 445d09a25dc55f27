import HTTPTypes
import Hummingbird
import LapakDomain
import LapakNation
import LapakServer
import LapakStore
import Logging
import NIOCore
import Synchronization

/// The whole application behind its real router, in this process: a database in memory, a clock that stands still, secrets that are the
/// same each time, and no loops.
///
/// Stories are played on it, each on one of its own. What the services would do in their rounds is done by `settle()`.
struct Site: Sendable {
    /// What becomes of each page that a story shows.
    typealias Viewer = @Sendable (_ sight: Sight, _ browser: Browser) async throws -> Void

    let server: LapakServer
    /// Everything that was sent.
    let outbox: DevOutbox
    let clock: Clock
    let viewer: Viewer
    private let responder: RouterResponder<LapakContext>
    private let log: Logger

    var app: App { server.app }
    var branch: Branch { app.nation.branches[0] }
    /// The people whose stories are played.
    var cast: Cast { Cast(on: Zone.wib.day(of: Site.moment)) }

    /// Tuesday 9 June 2026, 10.00 WIB.
    static let moment = Day(year: 2026, month: 6, day: 9)!.at(ClockTime(10, 0), in: .wib)

    /// Branches, regions and the named cast; `policy` and `settings` may be changed before the first request.
    static func open(
        at moment: Instant = Site.moment, settings change: (inout Settings) -> Void = { _ in },
        policy: @escaping @Sendable (inout Policy) -> Void = { _ in }, viewer: @escaping Viewer = { _, _ in }
    ) async throws -> Site {
        var settings = Settings()
        settings.database = "sqlite::memory:"
        change(&settings)
        let clock = Clock(at: moment)
        var log = Logger(label: "site") { StreamLogHandler.standardError(label: $0) }
        log.logLevel = .critical
        log[metadataKey: "hb.request.id"] = "request-1"
        let outbox = DevOutbox(clock: clock)
        let server = try await LapakServer.open(
            settings, clock: clock, chance: StoryChance().next, standIns: .development(outbox: outbox), log: log)
        try await fill(server.app.store, at: moment, policy: policy)
        try await server.app.redrawNation()
        try await PlannerService(app: server.app).plan()
        return Site(
            server: server, outbox: outbox, clock: clock, viewer: viewer, responder: server.router().buildResponder(), log: log)
    }

    /// Three branches, the regions and the named cast.
    static func fill(
        _ store: Store, at moment: Instant, policy change: @escaping @Sendable (inout Policy) -> Void = { _ in }
    ) async throws {
        let branches = Array(ExampleNation.branches.prefix(3))
        let cast = Cast(on: Zone.wib.day(of: moment))
        // Every twentieth interview asks for one more row by hand: stories that walk through rows must not meet it by chance.
        var policy = Policy()
        policy.interviews.auditOneIn = 0
        change(&policy)
        let context = Context(at: moment, by: .operations, in: Nation(branches: branches), fresh: IDs().fresh)
        try await store.write(in: context) { [policy] work in
            try work.change(policy: policy)
            for region in ExampleNation.regions { work.insert(region) }
            for branch in branches { work.insert(branch) }
            for person in cast.all { work.insert(person.member) }
        }
    }

    /// What the router answers to one request.
    func answer(
        _ request: HTTPRequest, body: [UInt8] = [], by other: RouterResponder<LapakContext>? = nil, from peer: String? = nil
    ) async throws -> Answer {
        let response = try await (other ?? responder).respond(
            to: Request(head: request, body: RequestBody(buffer: ByteBuffer(bytes: body))),
            context: LapakContext(source: Source(logger: log, peer: peer)))
        let kept = Kept()
        try await response.body.write(BodyKeeper(kept: kept))
        return Answer(request: request, status: response.status.code, headers: response.headers, bytes: kept.bytes)
    }

    /// A request to an address of ours.
    func answer(
        _ method: HTTPRequest.Method = .get, _ path: String, headers: HTTPFields = [:], body: [UInt8] = [], from peer: String? = nil
    ) async throws -> Answer {
        try await answer(
            HTTPRequest(method: method, scheme: "http", authority: "localhost", path: path, headerFields: headers), body: body,
            from: peer)
    }

    /// Everything that became due: the clock, offers, papers, interviews, messages, free places.
    func settle() async throws { try await server.settle() }

    /// Time goes on, and what becomes due meanwhile is done.
    func wait(_ span: Span) async throws {
        clock.advance(span)
        try await PlannerService(app: app).plan()
        try await settle()
    }

    /// The newest message to an address or a number.
    func message(to recipient: String) async throws -> DevOutbox.Kept {
        try await settle()
        return try outbox.all.first { $0.to == recipient }.found("a message to \(recipient)")
    }

    /// The newest code that was sent there.
    func code(to recipient: String) async throws -> String {
        try await settle()
        return try outbox.all.first { $0.to == recipient && !$0.code.isEmpty }.found("a code to \(recipient)").code
    }
}

/// Chance that is the same each time.
private final class StoryChance: Sendable {
    private let dice = Mutex(Dice(seed: 2026))

    @Sendable func next() -> UInt64 { dice.withLock { $0.next() } }
}

private struct Source: PeerSource {
    let logger: Logger
    let peer: String?
}

private final class Kept: Sendable {
    private let all = Mutex<[UInt8]>([])
    var bytes: [UInt8] { all.withLock { $0 } }
    func add(_ buffer: ByteBuffer) { all.withLock { $0 += Array(buffer: buffer) } }
}

private struct BodyKeeper: ResponseBodyWriter {
    let kept: Kept
    mutating func write(_ buffer: ByteBuffer) async throws { kept.add(buffer) }
    consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
