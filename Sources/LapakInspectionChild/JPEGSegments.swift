/// The segments a JPEG consists of, as far as the check needs to know them.
enum JPEGSegments {
    /// The same picture, bit for bit, without its notes: EXIF with places and thumbnails, XMP, profiles, comments, and whatever
    /// follows its end. Two stay, which say how colours are meant: `JFIF` and `Adobe`.
    ///
    /// Nil when the bytes are no JPEG from their beginning to at least one row of pixels.
    static func withoutNotes(_ bytes: [UInt8]) -> [UInt8]? {
        guard bytes.starts(with: [0xFF, 0xD8]) else { return nil }
        var kept: [UInt8] = [0xFF, 0xD8]
        kept.reserveCapacity(bytes.count)
        var place = 2
        var hasPixels = false
        while place + 1 < bytes.count {
            guard bytes[place] == 0xFF else { return nil }
            let marker = bytes[place + 1]
            if marker == 0xFF {
                place += 1
                continue
            }
            if marker == 0xD9 { break }
            guard place + 3 < bytes.count else { break }
            let end = place + 2 + (Int(bytes[place + 2]) << 8 | Int(bytes[place + 3]))
            guard end >= place + 4, end <= bytes.count else { return nil }
            if !isNote(marker, bytes[place + 4..<end]) { kept += bytes[place..<end] }
            place = end
            if marker == 0xDA {
                hasPixels = true
                let next = endOfPixels(bytes, from: place)
                kept += bytes[place..<next]
                place = next
            }
        }
        return hasPixels ? kept + [0xFF, 0xD9] : nil
    }

    private static func isNote(_ marker: UInt8, _ content: ArraySlice<UInt8>) -> Bool {
        switch marker {
        case 0xE0: !content.starts(with: "JFIF\0".utf8)
        case 0xEE: !content.starts(with: "Adobe".utf8)
        case 0xE1...0xEF, 0xFE: true
        default: false
        }
    }

    /// The place of the next marker that is no part of the pixels; the end of the bytes when there is none.
    private static func endOfPixels(_ bytes: [UInt8], from start: Int) -> Int {
        var place = start
        while place + 1 < bytes.count {
            if bytes[place] == 0xFF, bytes[place + 1] != 0, !(0xD0...0xD7).contains(bytes[place + 1]), bytes[place + 1] != 0xFF {
                return place
            }
            place += 1
        }
        return bytes.count
    }
}
