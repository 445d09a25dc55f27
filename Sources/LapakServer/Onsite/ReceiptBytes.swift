/// What a receipt printer gets (ESC/POS): text, one large line, a QR code drawn by the printer, and the cut.
package struct ReceiptBytes: Equatable, Sendable {
    /// Signs on one line of 80 mm paper in the printer's first font.
    package static let columns = 48

    package private(set) var bytes: [UInt8] = []

    /// Wakes the printer: everything as at its start, the code page of western Europe (Windows-1252), everything centred.
    package init() { bytes = [0x1B, 0x40, 0x1B, 0x74, 16, 0x1B, 0x61, 1] }

    /// One or more lines; long ones are broken between words.
    package mutating func text(_ text: String, bold: Bool = false) {
        bytes += [0x1B, 0x45, bold ? 1 : 0]
        for line in Self.broken(text) { bytes += Self.encoded(line) + [0x0A] }
        bytes += [0x1B, 0x45, 0]
    }

    /// One line, four times as wide and as high.
    package mutating func large(_ text: String) {
        bytes += [0x1D, 0x21, 0x33] + Self.encoded(text) + [0x0A, 0x1D, 0x21, 0]
    }

    /// A QR code of model 2, six dots to a module, a quarter of it may be damaged.
    package mutating func code(_ content: String) {
        let data = Array(content.utf8)
        func command(_ function: UInt8, _ parameters: [UInt8]) -> [UInt8] {
            let count = parameters.count + 2
            return [0x1D, 0x28, 0x6B, UInt8(count & 255), UInt8(count >> 8), 0x31, function] + parameters
        }
        bytes += command(0x41, [50, 0]) + command(0x43, [6]) + command(0x45, [50]) + command(0x50, [0x30] + data) + command(0x51, [0x30])
        bytes.append(0x0A)
    }

    package mutating func space(_ lines: UInt8 = 1) { bytes += [0x1B, 0x64, lines] }

    /// Feeds the paper to the knife and cuts it.
    package mutating func cut() { bytes += [0x1D, 0x56, 66, 0] }

    private static func broken(_ text: String) -> [String] {
        var lines = [""]
        for word in text.split(separator: " ") {
            let line = lines[lines.count - 1]
            if line.isEmpty {
                lines[lines.count - 1] = String(word)
            } else if line.count + word.count < columns {
                lines[lines.count - 1] = "\(line) \(word)"
            } else {
                lines.append(String(word))
            }
        }
        return lines
    }

    /// Windows-1252 where it is the same as Latin-1; a question mark for the rest, and nothing that the printer would take for a command.
    private static func encoded(_ text: String) -> [UInt8] {
        text.unicodeScalars.map { sign in
            switch sign.value {
            case 0x20...0x7E, 0xA0...0xFF: UInt8(sign.value)
            case 0x2013, 0x2014: UInt8(ascii: "-")
            case 0x2018, 0x2019: UInt8(ascii: "'")
            default: UInt8(ascii: "?")
            }
        }
    }
}
