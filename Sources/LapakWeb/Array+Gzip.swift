import CZlib

extension [UInt8] {
    /// Compressed for the wire; pages are small and repetitive, so a fast level is enough. Nil when zlib fails.
    package func gzipped(level: Int32 = 5) -> [UInt8]? {
        var stream = z_stream()
        guard lapak_gzip_init(&stream, level) == Z_OK else { return nil }
        defer { deflateEnd(&stream) }
        return compressed(by: &stream, Z_FINISH, until: Z_STREAM_END)
    }

    /// Compressed without header and check, up to a whole byte: another such piece, or a stored block, can follow. Nil when zlib fails.
    func deflated(level: Int32 = 5) -> [UInt8]? {
        var stream = z_stream()
        guard lapak_deflate_init(&stream, level) == Z_OK else { return nil }
        defer { deflateEnd(&stream) }
        return compressed(by: &stream, Z_SYNC_FLUSH, until: Z_OK)
    }

    private func compressed(by stream: inout z_stream, _ flush: Int32, until end: Int32) -> [UInt8]? {
        var input = self
        var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(count))) + 32)
        let status = input.withUnsafeMutableBufferPointer { source in
            output.withUnsafeMutableBufferPointer { target in
                stream.next_in = source.baseAddress
                stream.avail_in = UInt32(source.count)
                stream.next_out = target.baseAddress
                stream.avail_out = UInt32(target.count)
                return deflate(&stream, flush)
            }
        }
        guard status == end, stream.avail_in == 0, stream.avail_out > 0 else { return nil }
        output.removeLast(output.count - Int(stream.total_out))
        return output
    }
}
