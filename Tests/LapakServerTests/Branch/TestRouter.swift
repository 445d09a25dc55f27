import HTTPTypes
import Hummingbird
import LapakDomain
import LapakGround
import LapakStore
import Logging
import NIOCore
import Synchronization

@testable import LapakServer

/// The whole application behind its router, asked in this process: no network, no browser.
struct TestRouter {
    let test: TestApp
    let routes: [Route]
    private let responder: RouterResponder<LapakContext>
    private let log: Logger

    struct Answer {
        let status: Int
        let location: String?
        /// Empty for a stream of events, which would not end.
        let body: String

        var leadsToSignIn: Bool { status == 303 && location == "/kantor/masuk" }
    }

    init(_ test: TestApp) {
        let routes = LapakServer.routes(of: test.app)
        self.test = test
        self.routes = routes.list.routes
        responder = routes.router.buildResponder()
        var log = Logger(label: "test")
        log.logLevel = .critical
        log[metadataKey: "hb.request.id"] = "test"
        self.log = log
    }

    /// Sends one request, with the session of whoever is signed in.
    func ask(_ method: HTTPRequest.Method, _ address: String, as session: String?, _ form: [String: String] = [:]) async throws -> Answer {
        var fields: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]
        fields[.cookie] = session.map { "\(Call.deskCookie)=\($0)" }
        let text = form.map { "\($0.key)=\($0.value)" }.joined(separator: "&")
        let head = HTTPRequest(method: method, scheme: "http", authority: "localhost", path: address, headerFields: fields)
        let response = try await responder.respond(
            to: Request(head: head, body: RequestBody(buffer: ByteBuffer(string: text))), context: LapakContext(source: Source(logger: log))
        )
        let collector = Collector()
        if response.headers[.contentType] != "text/event-stream" { try await response.body.write(collector) }
        return Answer(status: response.status.code, location: response.headers[.location], body: collector.text)
    }

    /// How many people were turned away because their role has not the right.
    var turnedAway: Int {
        let line = test.app.figures.text.split(separator: "\n").first { $0.hasPrefix("lapak_refusals_total{code=\"no_right\"}") }
        return line.flatMap { $0.split(separator: " ").last }.flatMap { Int($0) } ?? 0
    }

    private struct Source: RequestContextSource {
        let logger: Logger
    }

    private struct Collector: ResponseBodyWriter {
        private final class Bytes: Sendable {
            let all = Mutex(ByteBuffer())
        }
        private let bytes = Bytes()
        var text: String { bytes.all.withLock { String(buffer: $0) } }

        @concurrent func write(_ buffer: ByteBuffer) async throws {
            bytes.all.withLock { _ = $0.writeImmutableBuffer(buffer) }
        }
        @concurrent consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
    }
}

extension TestApp {
    /// Somebody with this role at the first branch, and the session that their browser would bring.
    func signIn(_ role: Staff.Role, _ number: Int64) async throws -> (desk: Desk, session: String) {
        let desk = try await staff(number, role)
        return (desk, try await session(of: desk))
    }

    /// The value of the cookie that signing in gives.
    func session(of desk: Desk) async throws -> String {
        let key = Key<SignIn>(id: app.ids.next(at: clock.now), secret: app.secrets.bytes(24).hex)
        let (staff, due) = (desk.staff.id, clock.now + Call.deskLasts)
        try await app.store.write { $0.insert(SignIn(id: key.id, secret: key.pass.hash, staff: staff, due: due)) }
        return key.word
    }
}

extension Route {
    /// The pattern with something in every gap that names nothing: `/kantor/berkas/1`.
    var example: String { path.split(separator: "/").map { $0.hasPrefix("{") ? "/1" : "/\($0)" }.joined() }
}
