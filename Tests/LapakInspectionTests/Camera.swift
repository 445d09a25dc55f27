/// What cameras and others put around the pixels.
enum Camera {
    /// The JPEG with an EXIF segment: a maker, turned by ninety degrees, taken at 6°10′ south; and a comment.
    static func noted(_ jpeg: [UInt8]) -> [UInt8] {
        let exif = Array("Exif\0\0".utf8) + tiff
        let comment = Array("diambil di rumah Siti".utf8)
        return Array(jpeg[..<2]) + segment(0xE1, exif) + segment(0xFE, comment) + jpeg[2...]
    }

    static func segment(_ marker: UInt8, _ content: [UInt8]) -> [UInt8] {
        let count = content.count + 2
        return [0xFF, marker, UInt8(count >> 8), UInt8(count & 0xFF)] + content
    }

    /// A PNG of the chunks given.
    static func png(_ chunks: [(name: String, content: [UInt8])]) -> [UInt8] {
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
            + chunks.flatMap { chunk in
                let body = Array(chunk.name.utf8) + chunk.content
                return word(UInt32(chunk.content.count)) + body + word(checksum(body))
            }
    }

    /// The first chunk of a black and white PNG.
    static func header(width: UInt32, height: UInt32) -> (name: String, content: [UInt8]) {
        ("IHDR", word(width) + word(height) + [1, 0, 0, 0, 0])
    }

    /// So many zeros in the format of zlib, stored as they are.
    static func packedZeros(_ count: Int) -> [UInt8] {
        var bytes: [UInt8] = [0x78, 0x01]
        var left = count
        while left > 0 {
            let size = min(left, 65535)
            left -= size
            bytes += [left == 0 ? 1 : 0, UInt8(size & 0xFF), UInt8(size >> 8), UInt8(~size & 0xFF), UInt8(~size >> 8 & 0xFF)]
            bytes += [UInt8](repeating: 0, count: size)
        }
        return bytes + word(UInt32(count % 65521) << 16 | 1)
    }

    static func word(_ number: UInt32) -> [UInt8] { withUnsafeBytes(of: number.bigEndian) { Array($0) } }

    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        var sum: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 1 ? (sum >> 1) ^ 0xEDB8_8320 : sum >> 1 }
        }
        return ~sum
    }

    private static var tiff: [UInt8] {
        func entry(_ tag: [UInt8], type: UInt8, count: UInt8, _ value: [UInt8]) -> [UInt8] {
            let middle: [UInt8] = [0, type, 0, 0, 0, count]
            return tag + middle + value
        }
        var bytes: [UInt8] = [0x4D, 0x4D, 0, 42, 0, 0, 0, 8, 0, 3]
        bytes += entry([0x01, 0x0F], type: 2, count: 4, Array("Kam\0".utf8))
        bytes += entry([0x01, 0x12], type: 3, count: 1, [0, 6, 0, 0])
        bytes += entry([0x88, 0x25], type: 4, count: 1, [0, 0, 0, 50])
        bytes += [0, 0, 0, 0, 0, 2]
        bytes += entry([0, 1], type: 2, count: 2, Array("S\0\0\0".utf8))
        bytes += entry([0, 2], type: 5, count: 3, [0, 0, 0, 80])
        bytes += [0, 0, 0, 0]
        for number: UInt32 in [6, 1, 10, 1, 30, 1] { bytes += word(number) }
        return bytes
    }
}
