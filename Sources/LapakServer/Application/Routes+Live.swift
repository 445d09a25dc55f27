import HTTPTypes
import Hummingbird
import LapakDomain
import LapakWeb
import NIOCore
import ServiceLifecycle

extension Routes {
    /// A stream of events (text/event-stream) that lasts until the page is gone, reads too slowly, or the server ends.
    package func live(_ path: String, _ handler: @escaping @Sendable (Call) async throws -> Live) {
        live(path, needs: nil, handler)
    }

    /// The same with what staff need.
    func live(_ path: String, needs right: Right?, _ handler: @escaping @Sendable (Call) async throws -> Live) {
        let app = app
        add(.get, path, needs: right) { request, context in
            let call = try await Routes.call(request, context, app, collecting: false)
            let live = try await handler(call)
            var headers = app.firstHeaders
            headers[.contentType] = "text/event-stream"
            headers[.cacheControl] = "no-store"
            headers[.accelBuffering] = "no"
            // Whoever asks only for the head does not listen.
            if request.method == .head { return Response(status: .ok, headers: headers) }
            let listening = try app.switchboard.listen(live.party, inst: live.inst)
            let head = [LiveEvent.version(app.assets)] + (try await live.hello())
            return Response(
                status: .ok, headers: headers,
                body: .init { writer in
                    try await request.body.consumeWithCancellationOnInboundClose { _ in
                        defer { listening.end() }
                        try await writer.write(ByteBuffer(string: "retry: 1000\n\n" + head.map(\.text).joined()))
                        for await event in listening.events.cancelOnGracefulShutdown() {
                            if event.asksRight, await !live.holds() { break }
                            try await writer.write(ByteBuffer(string: event.text))
                        }
                    }
                    try await writer.finish(nil)
                })
        }
    }
}
