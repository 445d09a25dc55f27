import CZlib
import LapakDomain

/// A made-up picture of a paper, drawn by arithmetic: a coloured sheet with a photo and lines of text. For development only.
struct PracticePaper {
    let paper: Paper
    static let width = 640
    static let height = 404
    private typealias Colour = (UInt8, UInt8, UInt8)

    /// A PNG, different for every paper.
    var png: [UInt8] {
        var rows: [UInt8] = []
        rows.reserveCapacity(Self.height * (Self.width * 3 + 1))
        for y in 0..<Self.height {
            rows.append(0)
            for x in 0..<Self.width {
                let (red, green, blue) = colour(x, y)
                rows.append(red)
                rows.append(green)
                rows.append(blue)
            }
        }
        var view: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        view += Self.chunk("IHDR", Self.big(Self.width) + Self.big(Self.height) + [8, 2, 0, 0, 0])
        view += Self.chunk("IDAT", Self.packed(rows))
        view += Self.chunk("IEND", [])
        return view
    }

    private static let tints: [Colour] = [(207, 226, 243), (217, 234, 211), (255, 242, 204), (234, 209, 220), (222, 218, 240)]

    private var number: Int { Paper.allCases.firstIndex(of: paper) ?? 0 }

    private func colour(_ x: Int, _ y: Int) -> Colour {
        let tint = Self.tints[number % 5]
        if x < 8 || y < 8 || x >= Self.width - 8 || y >= Self.height - 8 { return (71, 85, 81) }
        // The heading: as many blocks as the paper's number says, in binary.
        if (28..<58).contains(y), (28..<268).contains(x) {
            let block = (x - 28) / 40
            return (x - 28) % 40 < 30 && (block == 0 || (number + 1) >> (block - 1) & 1 == 1) ? (20, 32, 29) : tint
        }
        if (440..<600).contains(x), (90..<300).contains(y) {
            let (dx, dy) = (x - 520, y - 170)
            let isHead = dx * dx + dy * dy < 48 * 48
            let isBody = y > 225 && dx * dx * 3 < 230 * 75
            return isHead || isBody ? (150, 110, 90) : (179, 38, 30)
        }
        let line = (y - 96) / 34
        let isText = (y - 96) % 34 < 12 && y >= 96 && line < 8 && x >= 28 && x < 390 - (line * 53 + number * 31) % 170 && x % 17 < 13
        return isText ? (40, 52, 49) : tint
    }

    private static func big(_ value: Int) -> [UInt8] { (0..<4).map { UInt8(truncatingIfNeeded: value >> (24 - $0 * 8)) } }

    private static func chunk(_ name: String, _ content: [UInt8]) -> [UInt8] {
        let named = Array(name.utf8) + content
        return big(content.count) + named + big(Int(crc32(0, named, UInt32(named.count))))
    }

    private static func packed(_ bytes: [UInt8]) -> [UInt8] {
        var length = compressBound(UInt(bytes.count))
        var packed = [UInt8](repeating: 0, count: Int(length))
        guard compress2(&packed, &length, bytes, UInt(bytes.count), 6) == Z_OK else { return [] }
        return Array(packed.prefix(Int(length)))
    }
}
