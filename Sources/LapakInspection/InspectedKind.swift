/// What a file is, by its content; its name and what the browser said of it are never asked.
package enum InspectedKind: String, Codable, Sendable, CaseIterable {
    case jpeg
    case png
    case pdf
    /// What phones of Apple take; kept as JPEG, so no clean file is one.
    case heic

    /// The kind that the first bytes announce; nil for every other kind of file.
    ///
    /// Before a PDF may stand what every reader of PDFs passes over: a byte-order mark, the head of a letter, at most a kilobyte.
    package init?(sniffing bytes: [UInt8]) {
        if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
            self = .jpeg
        } else if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
            self = .png
        } else if Self.isHEIC(bytes) {
            self = .heic
        } else if Self.beginOfPDF(in: bytes) != nil {
            self = .pdf
        } else {
            return nil
        }
    }

    /// Where `%PDF-` stands within the first kilobyte.
    package static func beginOfPDF(in bytes: [UInt8]) -> Int? {
        let sign = Array("%PDF-".utf8)
        return bytes.prefix(1024 + sign.count).indices.dropLast(sign.count - 1).first { bytes[$0...].starts(with: sign) }
    }

    /// A still picture of ISO/IEC 23008-12 whose pixels are HEVC: by its own brand, or by one that it is compatible with.
    private static func isHEIC(_ bytes: [UInt8]) -> Bool {
        guard bytes.count >= 16, bytes[4..<8].elementsEqual("ftyp".utf8) else { return false }
        let size = bytes[..<4].reduce(0) { $0 << 8 | Int($1) }
        func brand(_ place: Int) -> String { String(decoding: bytes[place..<place + 4], as: UTF8.self) }
        let compatible = stride(from: 16, through: min(size, bytes.count, 256) - 4, by: 4).map(brand)
        let still: Set = ["heic", "heix", "heim", "heis"]
        return still.contains(brand(8)) || brand(8) == "mif1" && !still.isDisjoint(with: compatible)
    }
}
