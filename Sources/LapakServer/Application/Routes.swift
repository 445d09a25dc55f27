package import HTTPTypes
import Hummingbird
import LapakDomain
package import LapakWeb
import NIOCore

/// Where pages and the interface hang their handlers. A handler takes a `Call` and answers a `Reply`; reading the body,
/// cookies, language, compression and headers is done once here.
package struct Routes {
    let router: Router<LapakContext>
    let app: App
    /// Every route that was hung up here, in order.
    let list = RouteList()
    static let largestForm = 64 * 1024

    package typealias Handler = @Sendable (Call) async throws -> Reply

    package func get(_ path: String, _ handler: @escaping Handler) { on(.get, path, handler) }
    package func post(_ path: String, _ handler: @escaping Handler) { on(.post, path, handler) }

    package func on(_ method: HTTPRequest.Method, _ path: String, _ handler: @escaping Handler) {
        on(method, path, needs: nil, handler)
    }

    /// The same with what staff need; nil where the handler itself decides whom it answers.
    func on(_ method: HTTPRequest.Method, _ path: String, needs right: Right?, _ handler: @escaping Handler) {
        let app = app
        add(method, path, needs: right) { request, context in
            let call = try await Routes.call(request, context, app)
            return Routes.response(try await handler(call), to: call)
        }
    }

    /// A handler that reads the body itself, piece by piece (`call.request.body`): for files.
    package func stream(_ method: HTTPRequest.Method, _ path: String, _ handler: @escaping Handler) {
        stream(method, path, needs: nil, handler)
    }

    /// The same with what staff need.
    func stream(_ method: HTTPRequest.Method, _ path: String, needs right: Right?, _ handler: @escaping Handler) {
        let app = app
        add(method, path, needs: right) { request, context in
            let call = try await Routes.call(request, context, app, collecting: false)
            return Routes.response(try await handler(call), to: call)
        }
    }

    /// The one place where the router is given something to answer with: the list knows every route that it knows.
    func add(
        _ method: HTTPRequest.Method, _ path: String, needs right: Right?,
        _ answer: @escaping @Sendable (Request, LapakContext) async throws -> Response
    ) {
        list.add(Route(method: method, path: path, right: right))
        router.on(RouterPath(path), method: method) { request, context in try await answer(request, context) }
    }

    static func call(
        _ request: Request, _ context: LapakContext, _ app: App, collecting: Bool = true
    ) async throws -> Call {
        var body = ByteBuffer()
        if collecting, request.method != .get && request.method != .head { body = try await request.body.collect(upTo: largestForm) }
        let cookies = cookies(of: request)
        let type = request.headers[.contentType] ?? ""
        let form = type.hasPrefix("application/x-www-form-urlencoded") ? Form(body.readableBytesView) : Form()
        return Call(
            app: app, request: request, parameters: context.parameters, id: context.id, now: app.clock.now,
            language: language(of: request, cookies), form: form, body: body, cookies: cookies,
            source: NetworkSource(peer: context.peer, forwarded: request.headers[values: .forwardedFor], trusted: app.trustedProxies))
    }

    /// The language that the address names, or else the one that was chosen before; Indonesian otherwise.
    static func language(of request: Request, _ cookies: [String: String]) -> Language {
        let wanted = request.uri.query.flatMap { _ in request.uri.queryParameters["bahasa"].map(String.init) } ?? cookies["bahasa"]
        return wanted.flatMap(Language.init(rawValue:)) ?? .id
    }

    static func cookies(of request: Request) -> [String: String] {
        var cookies: [String: String] = [:]
        for field in request.headers[values: .cookie] {
            for part in field.split(separator: ";") {
                let halves = part.split(separator: "=", maxSplits: 1)
                if halves.count == 2 { cookies[String(halves[0].drop { $0 == " " })] = String(halves[1]) }
            }
        }
        return cookies
    }

    /// The answer as it goes over the wire: our own headers first, and the language kept where the address chose one.
    static func response(_ reply: Reply, to call: Call) -> Response {
        var reply = reply
        if call.request.uri.query != nil, call.query("bahasa") != nil {
            reply.cookies.append(Cookie("bahasa", call.language.rawValue, maxAge: 31_536_000))
        }
        return reply.response(to: call.request, headers: call.app.firstHeaders, secure: call.app.settings.servesTLS)
    }
}
