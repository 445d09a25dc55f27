import HTTPTypes
import Hummingbird
import LapakDevelopment
import LapakDomain
import LapakOutside
import LapakStore
import Logging
import NIOCore
import NIOEmbedded
import Synchronization

@testable import LapakServer

/// The whole application behind its real router, for one test: a database in memory, a clock that stands still, and no loops.
///
/// What the services would do in their rounds is done by `settle()`.
struct Site: Sendable {
    let server: LapakServer
    /// Everything that was sent.
    let outbox: DevOutbox
    /// The same application as other helpers know it.
    let test: TestApp
    private let responder: RouterResponder<LapakContext>
    private let log: Logger

    var app: App { server.app }
    var clock: Clock { test.clock }
    var branch: Branch { app.nation.branches[0] }

    /// Branches, regions and the named cast; `policy` and `settings` may be changed before the first request.
    static func open(
        at moment: Instant = TestApp.moment, settings change: (inout Settings) -> Void = { _ in },
        policy: @escaping @Sendable (inout Policy) -> Void = { _ in }
    ) async throws -> Site {
        var settings = Settings()
        settings.database = "sqlite::memory:"
        change(&settings)
        let clock = Clock(at: moment)
        var log = Logger(label: "test") { StreamLogHandler.standardError(label: $0) }
        log.logLevel = .critical
        log[metadataKey: "hb.request.id"] = "request-1"
        let outbox = DevOutbox(clock: clock)
        let server = try await LapakServer.open(settings, clock: clock, standIns: .development(outbox: outbox), log: log)
        try await TestApp.fill(server.app.store, at: moment, policy: policy)
        try await server.app.redrawNation()
        try await PlannerService(app: server.app).plan()
        return Site(
            server: server, outbox: outbox, test: TestApp(app: server.app, carrier: TestCarrier(), clock: clock),
            responder: server.router().buildResponder(), log: log)
    }

    /// What the router answers to one request.
    func answer(_ request: HTTPRequest, body: [UInt8] = [], by other: RouterResponder<LapakContext>? = nil) async throws -> Answer {
        let context = LapakContext(source: ApplicationRequestContextSource(channel: NIOAsyncTestingChannel(), logger: log))
        let response = try await (other ?? responder).respond(
            to: Request(head: request, body: RequestBody(buffer: ByteBuffer(bytes: body))), context: context)
        let kept = Kept()
        try await response.body.write(BodyKeeper(kept: kept))
        return Answer(request: request, status: response.status.code, headers: response.headers, bytes: kept.bytes)
    }

    /// A request to an address of ours.
    func answer(
        _ method: HTTPRequest.Method = .get, _ path: String, headers: HTTPFields = [:], body: [UInt8] = []
    ) async throws -> Answer {
        try await answer(
            HTTPRequest(method: method, scheme: "http", authority: "localhost", path: path, headerFields: headers), body: body)
    }

    /// Everything that became due: the clock, offers, papers, interviews, messages, free places.
    func settle() async throws {
        try await ClockService(app: app).tick()
        try await app.redrawAvailability()
        try await UsherService(app: app).tick()
        while try await FollowerService(follower: SettlingFollower(app: app), app: app).step() {}
        try await InterviewClock(app: app).tick()
        try await test.follow()
        let sender = try require(Mailbox("Lapak Asik <lapak@example.id>"))
        while try await Postman(app: app, sender: sender).deliver() > 0 {}
        try await app.redrawAvailability()
    }

    /// Time goes on, and what becomes due meanwhile is done.
    func wait(_ span: Span) async throws {
        clock.advance(span)
        try await PlannerService(app: app).plan()
        try await settle()
    }

    /// The newest message to an address or a number.
    func message(to recipient: String) async throws -> DevOutbox.Kept {
        try await settle()
        return try require(outbox.all.first { $0.to == recipient })
    }

    /// The newest code that was sent there.
    func code(to recipient: String) async throws -> String {
        try await settle()
        return try require(outbox.all.first { $0.to == recipient && !$0.code.isEmpty }).code
    }
}

private final class Kept: Sendable {
    private let all = Mutex<[UInt8]>([])
    var bytes: [UInt8] { all.withLock { $0 } }
    func add(_ buffer: ByteBuffer) { all.withLock { $0 += Array(buffer.readableBytesView) } }
}

private struct BodyKeeper: ResponseBodyWriter {
    let kept: Kept
    mutating func write(_ buffer: ByteBuffer) async throws { kept.add(buffer) }
    consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
