import NIOCore

/// Reads from the network in pieces of 4 KiB: what waits in front of a slow handler is counted in pieces, and with many uploads
/// at once they are most of the memory.
final class SmallReads: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = NIOAny

    func handlerAdded(context: ChannelHandlerContext) {
        context.channel.setOption(.recvAllocator, value: FixedSizeRecvByteBufferAllocator(capacity: 4096)).whenFailure { _ in }
    }
}
