/// What parent and child say to each other: a few parts of known length in one run of bytes.
///
/// A mark, the number of parts, the length of each (big-endian, 32 bits), then the parts themselves and nothing more.
struct Frame: Equatable {
    var parts: [[UInt8]]

    private static let mark = Array("LPK1".utf8)
    private static let mostParts = 256

    init(parts: [[UInt8]]) { self.parts = parts }

    /// Nil unless every byte is accounted for: the other side may have been taken over by the file it reads.
    init?(_ bytes: [UInt8]) {
        guard bytes.starts(with: Self.mark) else { return nil }
        var rest = bytes.dropFirst(Self.mark.count)
        func number() -> Int? {
            guard rest.count >= 4 else { return nil }
            defer { rest = rest.dropFirst(4) }
            return rest.prefix(4).reduce(0) { $0 << 8 | Int($1) }
        }
        guard let count = number(), count <= Self.mostParts else { return nil }
        let lengths = (0..<count).compactMap { _ in number() }
        guard lengths.count == count, lengths.reduce(0, +) == rest.count else { return nil }
        parts = lengths.map { length in
            defer { rest = rest.dropFirst(length) }
            return Array(rest.prefix(length))
        }
    }

    var bytes: [UInt8] {
        var bytes = Self.mark
        bytes.reserveCapacity(parts.reduce(8 + 4 * parts.count) { $0 + $1.count })
        for number in [parts.count] + parts.map(\.count) { withUnsafeBytes(of: UInt32(number).bigEndian) { bytes += $0 } }
        for part in parts { bytes += part }
        return bytes
    }
}
