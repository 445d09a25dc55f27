import CZlib

/// A page that is drawn once and sent to many: what each reader has of their own, the moment and the keys of the forms, are holes.
///
/// The text between the holes is compressed once, each piece by itself and up to a whole byte (RFC 1951), so that a reader's own
/// values can stand between the pieces as stored blocks and nothing is compressed again.
package struct PageStencil: Sendable {
    /// What a hole is filled with.
    private enum Hole { case moment, key }

    private struct Piece: Sendable {
        let text: [UInt8]
        let deflated: [UInt8]
        let check: UInt
    }

    private let pieces: [Piece]
    /// Between the pieces.
    private let holes: [Hole]

    /// Takes a page that `Page` drew. Nil when zlib fails.
    package init?(_ page: String) {
        var holes: [(Hole, Range<String.Index>)] = []
        for (mark, hole) in [("<meta name=\"now\" content=\"", Hole.moment), ("name=\"kunci\" value=\"", .key)] {
            for range in page.ranges(of: mark) {
                guard let end = page[range.upperBound...].firstIndex(of: "\"") else { return nil }
                holes.append((hole, range.upperBound..<end))
            }
        }
        holes.sort { $0.1.lowerBound < $1.1.lowerBound }
        let starts = [page.startIndex] + holes.map { $0.1.upperBound }
        let ends = holes.map { $0.1.lowerBound } + [page.endIndex]
        var pieces: [Piece] = []
        for (start, end) in zip(starts, ends) {
            let text = Array(page[start..<end].utf8)
            guard let deflated = text.deflated() else { return nil }
            pieces.append(Piece(text: text, deflated: deflated, check: text.check(after: 0)))
        }
        self.pieces = pieces
        self.holes = holes.map(\.0)
    }

    /// How many bytes it holds.
    package var size: Int { pieces.reduce(0) { $0 + $1.text.count + $1.deflated.count } }

    /// The page for one reader.
    package func text(moment: String, key: () -> String) -> String {
        var text = pieces[0].text
        text.reserveCapacity(size)
        for (hole, piece) in zip(holes, pieces.dropFirst()) {
            text += (hole == .moment ? moment : key()).utf8
            text += piece.text
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// The same in gzip's form (RFC 1952).
    package func zipped(moment: String, key: () -> String) -> [UInt8] {
        var bytes: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]
        bytes.reserveCapacity(pieces.reduce(256) { $0 + $1.deflated.count })
        bytes += pieces[0].deflated
        var (check, count) = (pieces[0].check, pieces[0].text.count)
        for (hole, piece) in zip(holes, pieces.dropFirst()) {
            let own = Array((hole == .moment ? moment : key()).utf8)
            bytes.append(0)
            bytes += UInt16(own.count).lowFirst + (~UInt16(own.count)).lowFirst + own
            bytes += piece.deflated
            check = crc32_combine(own.check(after: check), piece.check, piece.text.count)
            count += own.count + piece.text.count
        }
        bytes += [1, 0, 0, 0xFF, 0xFF]
        return bytes + UInt32(truncatingIfNeeded: check).lowFirst + UInt32(truncatingIfNeeded: count).lowFirst
    }
}

extension FixedWidthInteger {
    fileprivate var lowFirst: [UInt8] { (0..<Self.bitWidth / 8).map { UInt8(truncatingIfNeeded: self >> (8 * $0)) } }
}

extension [UInt8] {
    /// CRC-32 of what came before and these bytes.
    fileprivate func check(after former: UInt) -> UInt { crc32(former, self, UInt32(count)) }
}
