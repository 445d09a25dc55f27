/// The chunks a PNG consists of, as far as the check needs to know them.
enum PNGChunks {
    /// Whether an `acTL` chunk stands before the pixels: that makes a PNG a film.
    static func isAnimated(_ bytes: [UInt8]) -> Bool {
        var place = 8
        while place + 8 <= bytes.count {
            let length = bytes[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
            let name = bytes[place + 4..<place + 8]
            if name.elementsEqual("acTL".utf8) { return true }
            if name.elementsEqual("IDAT".utf8) { return false }
            place += length + 12
        }
        return false
    }
}
