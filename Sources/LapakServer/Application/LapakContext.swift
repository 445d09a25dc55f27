package import Hummingbird
import NIOCore

/// What Hummingbird keeps with every request.
package struct LapakContext: RequestContext {
    package var coreContext: CoreRequestContextStorage
    /// Who is at the other end of the connection; nil inside this process.
    let peer: IPAddress?

    package init(source: some RequestContextSource) {
        coreContext = .init(source: source)
        peer =
            switch source {
            case let source as ApplicationRequestContextSource: source.channel.remoteAddress?.ipAddress.flatMap { IPAddress($0) }
            case let source as any PeerSource: source.peer.flatMap { IPAddress($0) }
            default: nil
            }
    }
}

/// Requests that come by no connection and still say from where.
package protocol PeerSource: RequestContextSource {
    var peer: String? { get }
}
