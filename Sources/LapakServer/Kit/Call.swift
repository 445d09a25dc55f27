package import HTTPTypes
package import Hummingbird
package import LapakDomain
package import LapakStore
import NIOCore

/// What Hummingbird keeps with every request.
package struct LapakContext: RequestContext {
    package var coreContext: CoreRequestContextStorage
    package init(source: some RequestContextSource) { coreContext = .init(source: source) }
}

/// One request as a handler sees it: the house, the moment, the language, and what was sent.
package struct Call: Sendable {
    package let house: House
    package let request: Request
    package let parameters: Parameters
    package let id: String
    package let now: Instant
    package let language: Language
    package let form: Form
    package let body: ByteBuffer
    package let cookies: [String: String]

    package var atlas: Atlas { house.atlas }
    package var policy: Policy { house.atlas.policy }
    package func say(_ id: String, _ en: String) -> String { language == .id ? id : en }
    package func say(_ words: Words) -> String { words[language] }
    package func query(_ name: String) -> String? { request.uri.queryParameters[Substring(name)].map(String.init) }

    /// The key that makes sending a form twice one change: the hidden field, or the header of the interface.
    package func requestKey(_ scope: String) -> RequestKey? {
        let key = request.headers[.idempotencyKey] ?? form["kunci"]
        guard !key.isEmpty, key.utf8.count <= 200 else { return nil }
        let content = body.readableBytes > 0 && form.content.isEmpty ? String(buffer: body) : form.content
        return RequestKey(key, scope: scope, parameters: "\(request.uri.path)?\(content)")
    }
    /// A new key for the next form.
    package func freshKey() -> String { house.chance.bytes(12).hex }
}

extension HTTPField.Name {
    package static let idempotencyKey = HTTPField.Name("Idempotency-Key")!
    package static let requestID = HTTPField.Name("X-Request-Id")!
    static let secFetchSite = HTTPField.Name("Sec-Fetch-Site")!
}

/// What a handler answers.
package struct Reply: Sendable {
    package var status: HTTPResponse.Status = .ok
    package var type = "text/html; charset=utf-8"
    package var body: String = ""
    /// In place of `body` where the answer is no text: a picture, a file. Never compressed.
    package var bytes: [UInt8]?
    package var location: String?
    package var cookies: [Cookie] = []
    /// `no-store` unless something else is said: most pages are someone's own.
    package var cacheControl = "no-store"
    package var fields: [(name: HTTPField.Name, value: String)] = []

    package static func redirect(_ location: String, cookies: [Cookie] = []) -> Reply {
        Reply(status: .seeOther, location: location, cookies: cookies)
    }
    package static func json(_ body: String, status: HTTPResponse.Status = .ok) -> Reply {
        Reply(status: status, type: "application/json", body: body)
    }
    package func with(_ cookie: Cookie) -> Reply {
        var reply = self
        reply.cookies.append(cookie)
        return reply
    }
}

/// A cookie of ours: always HttpOnly and SameSite=Lax.
package struct Cookie: Sendable {
    package let name: String
    package let value: String
    /// Seconds; nil ends with the browser, 0 deletes.
    package let maxAge: Int?
    package init(_ name: String, _ value: String, maxAge: Int? = nil) {
        self.name = name
        self.value = value
        self.maxAge = maxAge
    }
    func header(secure: Bool) -> String {
        "\(name)=\(value); Path=/; HttpOnly; SameSite=Lax" + (maxAge.map { "; Max-Age=\($0)" } ?? "") + (secure ? "; Secure" : "")
    }
}

/// Where pages and the interface hang their handlers. A handler takes a `Call` and answers a `Reply`; reading the body,
/// cookies, language, compression and headers is done once here.
package struct Routes {
    let router: Router<LapakContext>
    let house: House
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
        let house = house
        add(method, path, needs: right) { request, context in
            let call = try await Routes.call(request, context, house)
            return Routes.response(try await handler(call), to: call)
        }
    }

    /// A handler that reads the body itself, piece by piece (`call.request.body`): for files.
    package func stream(_ method: HTTPRequest.Method, _ path: String, _ handler: @escaping Handler) {
        stream(method, path, needs: nil, handler)
    }

    /// The same with what staff need.
    func stream(_ method: HTTPRequest.Method, _ path: String, needs right: Right?, _ handler: @escaping Handler) {
        let house = house
        add(method, path, needs: right) { request, context in
            let call = try await Routes.call(request, context, house, collecting: false)
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
        _ request: Request, _ context: LapakContext, _ house: House, collecting: Bool = true
    ) async throws -> Call {
        var body = ByteBuffer()
        if collecting, request.method != .get && request.method != .head { body = try await request.body.collect(upTo: largestForm) }
        var cookies: [String: String] = [:]
        for field in request.headers[values: .cookie] {
            for part in field.split(separator: ";") {
                let halves = part.split(separator: "=", maxSplits: 1)
                if halves.count == 2 { cookies[String(halves[0].drop { $0 == " " })] = String(halves[1]) }
            }
        }
        let type = request.headers[.contentType] ?? ""
        let form = type.hasPrefix("application/x-www-form-urlencoded") ? Form(body.readableBytesView) : Form()
        let wanted = request.uri.query.flatMap { _ in request.uri.queryParameters["bahasa"].map(String.init) } ?? cookies["bahasa"]
        return Call(
            house: house, request: request, parameters: context.parameters, id: context.id, now: house.clock.now,
            language: wanted.flatMap(Language.init(rawValue:)) ?? .id, form: form, body: body, cookies: cookies)
    }

    static func response(_ reply: Reply, to call: Call) -> Response {
        var headers = call.house.firstHeaders
        func add(_ name: HTTPField.Name, _ value: String) { headers.append(HTTPField(name: name, value: value)) }
        add(.cacheControl, reply.cacheControl)
        if let location = reply.location { add(.location, location) }
        let secure = call.house.settings.servesTLS
        for cookie in reply.cookies { add(.setCookie, cookie.header(secure: secure)) }
        if call.request.uri.query != nil, call.query("bahasa") != nil {
            add(.setCookie, Cookie("bahasa", call.language.rawValue, maxAge: 31_536_000).header(secure: secure))
        }
        for (name, value) in reply.fields { headers[name] = value }
        if let bytes = reply.bytes {
            headers[.contentType] = reply.type
            return Response(status: reply.status, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
        }
        guard !reply.body.isEmpty else { return Response(status: reply.status, headers: headers) }
        headers[.contentType] = reply.type
        let utf8 = reply.body.utf8
        if utf8.count > 1200, call.request.headers[.acceptEncoding]?.contains("gzip") ?? false, let zipped = gzip(Array(utf8)) {
            headers[.contentEncoding] = "gzip"
            headers[.vary] = "Accept-Encoding, Cookie"
            return Response(status: reply.status, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: zipped)))
        }
        return Response(status: reply.status, headers: headers, body: .init(byteBuffer: ByteBuffer(string: reply.body)))
    }
}
