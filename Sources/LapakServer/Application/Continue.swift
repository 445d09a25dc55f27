import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Says `100 Continue` to whoever asks for it before a body (RFC 9110, 10.1.1): otherwise they wait a second, or for ever.
///
/// At once: what a request may send is decided while it is read, and one that is refused ends the connection's request early.
final class Continue: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundOut = HTTPResponsePart

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if case .head(let head) = unwrapInboundIn(data), head.headerFields[.expect]?.lowercased() == "100-continue" {
            context.writeAndFlush(wrapOutboundOut(.head(HTTPResponse(status: .continue))), promise: nil)
        }
        context.fireChannelRead(data)
    }
}
