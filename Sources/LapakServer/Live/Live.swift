import HTTPTypes
import Hummingbird
package import LapakDomain
import NIOCore
import ServiceLifecycle

/// What a handler answers where a page listens: whose page it is, and its first events.
package struct Live: Sendable {
    package let party: Party
    /// The page's own name for this load of it.
    package let inst: String
    /// Asked after the stream began to collect events, so that nothing falls between.
    let hello: @Sendable () async throws -> [LiveEvent]

    /// - Throws: `invalid` when the page does not say which it is (`?inst=`).
    package init(_ party: Party, _ call: Call, hello: @escaping @Sendable () async throws -> [LiveEvent]) throws(Refusal) {
        guard let inst = call.query("inst"), Signal.isName(inst) else { throw Signal.unreadable("inst") }
        self.party = party
        self.inst = inst
        self.hello = hello
    }
}

extension Call {
    /// The id of the last event that the page knew before its stream broke: a position of the journal.
    package var lastEvent: Int64? { (request.headers[.lastEventID] ?? query("last")).flatMap(Int64.init) }
}

extension Routes {
    /// A stream of events (text/event-stream) that lasts until the page is gone, reads too slowly, or the server ends.
    package func live(_ path: String, _ handler: @escaping @Sendable (Call) async throws -> Live) {
        live(path, needs: nil, handler)
    }

    /// The same with what staff need.
    func live(_ path: String, needs right: Right?, _ handler: @escaping @Sendable (Call) async throws -> Live) {
        let house = house
        add(.get, path, needs: right) { request, context in
            let call = try await Routes.call(request, context, house, collecting: false)
            let live = try await handler(call)
            let listening = try house.switchboard.listen(live.party, inst: live.inst)
            let first = try await live.hello()
            var headers = house.firstHeaders
            headers[.contentType] = "text/event-stream"
            headers[.cacheControl] = "no-store"
            headers[.accelBuffering] = "no"
            return Response(
                status: .ok, headers: headers,
                body: .init { writer in
                    try await request.body.consumeWithCancellationOnInboundClose { _ in
                        defer { listening.end() }
                        try await writer.write(ByteBuffer(string: "retry: 1000\n\n" + first.map(\.text).joined()))
                        for await event in listening.events.cancelOnGracefulShutdown() {
                            try await writer.write(ByteBuffer(string: event.text))
                        }
                    }
                    try await writer.finish(nil)
                })
        }
    }
}

/// A sign of life on every stream, every five seconds: without it neither side would see that a phone lost its network.
struct PulseService: Service {
    let house: House

    func run() async throws {
        for await _ in every(.seconds(5)).cancelOnGracefulShutdown() {
            house.figures.set("lapak_live_streams", Double(house.switchboard.beat()))
        }
    }
}

extension HTTPField.Name {
    static let lastEventID = HTTPField.Name("Last-Event-ID")!
    static let accelBuffering = HTTPField.Name("X-Accel-Buffering")!
}
