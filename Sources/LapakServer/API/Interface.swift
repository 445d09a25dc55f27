import HTTPTypes
import HummingbirdCore
import LapakDomain
import LapakGround
import LapakStore
import LapakWeb

/// The interface for programs: JSON over HTTP under `/api/v1`, speaking the same verbs as the pages.
enum Interface {
    /// Everything that it can do, in the order of the document. What a person must say of themselves is the policy's.
    static func endpoints(asking policy: IdentityPolicy) -> [Endpoint] {
        PlacesInterface.endpoints + FeedInterface.endpoints(FeedKeeper()) + RegistrationInterface.endpoints
            + PersonInterface.endpoints(asking: policy) + ClaimInterface.endpoints + ReturnVisitInterface.endpoints
            + OfferInterface.endpoints
            + DrawInterface.endpoints
    }

    /// Hangs every endpoint, its description, and a plain no for every other method of its paths.
    static func routes(_ routes: Routes) {
        let endpoints = endpoints(asking: routes.app.policy.identity)
        for endpoint in endpoints { routes.on(endpoint.method, endpoint.path) { try await endpoint.reply(to: $0) } }
        for path in Set(endpoints.map(\.path)) {
            let readable = endpoints.first { $0.path == path && $0.method == .get }
            if let readable { routes.on(.head, path) { try await readable.reply(to: $0).withoutBody } }
            let allowed = endpoints.filter { $0.path == path }.map(\.method) + (readable == nil ? [] : [.head])
            for method in methods where !allowed.contains(method) { routes.on(method, path) { Endpoint.notAllowed(allowed, $0) } }
        }
        let document = OpenAPIDocument(endpoints: endpoints).json.text
        routes.get("/openapi.json") { call in .shared(document, seconds: 300, to: call) }
    }

    private static let methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "QUERY"].compactMap(
        HTTPRequest.Method.init(rawValue:))
}

extension Reply {
    /// The same for everyone for so many seconds; 304 when the client has it.
    static func shared(_ body: String, type: String = "application/json", seconds: Int, to call: Call) -> Reply {
        shared(body, tag: tag(of: body), type: type, seconds: seconds, to: call)
    }

    /// A kept text, which is compressed once for all.
    static func shared(_ kept: SharedText, seconds: Int, to call: Call) -> Reply {
        var reply = shared(kept.text, tag: kept.tag, type: "application/json", seconds: seconds, to: call)
        if reply.status == .ok, kept.text.utf8.count > short, call.request.takesGzip { reply.zipped = kept.zipped }
        return reply
    }

    static func shared(_ body: String, tag: String, type: String, seconds: Int, to call: Call) -> Reply {
        var reply = Reply(type: type, body: body, cacheControl: "public, max-age=\(seconds)")
        reply.fields = [(.eTag, tag), (.vary, "Accept-Encoding"), (.contentType, type)]
        let known = call.request.headers[.ifNoneMatch]?.split(separator: ",").map { $0.drop { $0 == " " } } ?? []
        guard known.contains(where: { $0 == tag || $0 == "*" }) else { return reply }
        reply.status = .notModified
        reply.body = ""
        reply.fields.removeLast()
        return reply
    }

    /// A weak entity tag from the text (FNV-1a): the same text in any encoding has the same one.
    static func tag(of text: String) -> String {
        let hash = text.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        return "W/\"\(String(hash, radix: 36))\""
    }

    /// What HEAD gets.
    fileprivate var withoutBody: Reply {
        var reply = self
        if !body.isEmpty { reply.fields.append((.contentType, type)) }
        reply.body = ""
        reply.zipped = nil
        return reply
    }
}
