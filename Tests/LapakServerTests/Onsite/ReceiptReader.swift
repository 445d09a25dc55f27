/// Reads what a receipt printer gets, as a printer would: commands are carried out, not looked up in the code that wrote them.
struct ReceiptReader {
    struct Line: Equatable {
        let text: String
        /// How many times as wide as the printer's first font.
        let scale: Int
        let isBold: Bool
        let isCentred: Bool
    }
    private(set) var lines: [Line] = []
    private(set) var codes: [String] = []
    private(set) var isCut = false
    private(set) var page = 0
    /// What no printer would understand.
    private(set) var unknown: [UInt8] = []

    init(_ bytes: [UInt8]) {
        var (at, text) = (0, [UInt8]())
        var (scale, bold, centred, stored) = (1, false, false, "")
        func next() -> UInt8 {
            defer { at += 1 }
            return at < bytes.count ? bytes[at] : 0
        }
        while at < bytes.count {
            let byte = next()
            switch byte {
            case 0x0A:
                lines.append(
                    Line(
                        text: String(String.UnicodeScalarView(text.map { UnicodeScalar($0) })), scale: scale, isBold: bold,
                        isCentred: centred))
                text = []
            case 0x1B:
                switch next() {
                case 0x40: (scale, bold, centred, text) = (1, false, false, [])
                case 0x74: page = Int(next())
                case 0x61: centred = next() == 1
                case 0x45: bold = next() & 1 == 1
                case 0x64: _ = next()
                case let other: unknown.append(other)
                }
            case 0x1D:
                switch next() {
                case 0x21: scale = Int(next() >> 4) + 1
                case 0x56: (isCut, _) = (next() == 66, next())
                case 0x28:
                    let (kind, count) = (next(), Int(next()) + Int(next()) * 256)
                    let (family, function) = (next(), next())
                    let parameters = (0..<max(0, count - 2)).map { _ in next() }
                    guard kind == 0x6B, family == 0x31 else {
                        unknown.append(kind)
                        continue
                    }
                    if function == 0x50 { stored = String(decoding: parameters.dropFirst(), as: UTF8.self) }
                    if function == 0x51 { codes.append(stored) }
                case let other: unknown.append(other)
                }
            case 0x20...: text.append(byte)
            default: unknown.append(byte)
            }
        }
    }
}
