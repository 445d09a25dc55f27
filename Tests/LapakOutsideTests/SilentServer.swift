#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// A port of this machine on which connections are made and nothing is ever said.
struct SilentServer: ~Copyable {
    let port: Int
    private let socket: Int32

    init() {
        #if canImport(Darwin)
            let stream = SOCK_STREAM
        #else
            let stream = Int32(SOCK_STREAM.rawValue)
        #endif
        let made = openSocket(AF_INET, stream)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr = in_addr(s_addr: UInt32(0x7F00_0001).bigEndian)
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
                _ = bind(made, generic, size)
                _ = listen(made, 16)
                _ = getsockname(made, generic, &size)
            }
        }
        socket = made
        port = Int(UInt16(bigEndian: address.sin_port))
    }

    deinit { close(socket) }
}

private func openSocket(_ family: Int32, _ kind: Int32) -> Int32 { socket(family, kind, 0) }
