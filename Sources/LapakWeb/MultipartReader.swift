/// Takes a form with files apart (RFC 7578) while it arrives, however it is cut into pieces.
///
/// Its memory does not grow with what is sent: of content that may still be the beginning of a boundary it holds back a few
/// bytes, of a part's headers at most 8 KiB.
package struct MultipartReader {
    package enum Piece: Equatable {
        /// A part begins; the names as they were sent.
        case begin(name: String, file: String?)
        /// Bytes of the part that began last; never empty.
        case content([UInt8])
        /// The part that began last is whole.
        case end
    }
    /// What cannot be a form with files.
    package enum Fault: Error, Equatable { case noBoundary, headers, tooManyParts }

    private enum State { case preamble, line, headers, content, over }
    private var state = State.preamble
    private var held: [UInt8]
    private var parts = 0
    private let delimiter: [UInt8]
    static let mostHeaders = 8192
    static let mostParts = 50

    /// The whole form came, closing boundary included.
    package var isWhole: Bool { state == .over }

    /// Reads the boundary from `Content-Type`: 1 to 70 bytes.
    package init(contentType: String) throws(Fault) {
        guard contentType.lowercased().hasPrefix("multipart/form-data"), let boundary = Self.parameter("boundary", in: contentType),
            (1...70).contains(boundary.utf8.count)
        else { throw .noBoundary }
        delimiter = Array("\r\n--\(boundary)".utf8)
        // The first boundary has no line end before it; then there is one.
        held = [13, 10]
    }

    /// Takes the next bytes and answers what they complete, in order.
    package mutating func take(_ bytes: some Collection<UInt8>) throws(Fault) -> [Piece] {
        var pieces: [Piece] = []
        held += bytes
        while try step(&pieces) {}
        return pieces
    }

    /// One step; false when more bytes are needed.
    private mutating func step(_ pieces: inout [Piece]) throws(Fault) -> Bool {
        switch state {
        case .preamble, .content: return search(&pieces)
        case .line:
            guard held.count >= 2 else { return false }
            let isLast = held[0] == UInt8(ascii: "-") && held[1] == UInt8(ascii: "-")
            if isLast {
                state = .over
                held = []
                return false
            }
            // Blanks may follow a boundary, then the line ends.
            guard let end = held.firstIndex(of: 10) else {
                guard held.count <= Self.mostHeaders else { throw .headers }
                return false
            }
            guard held[..<end].allSatisfy({ [9, 13, 32].contains($0) }) else { throw .headers }
            held.removeFirst(end + 1)
            state = .headers
            return true
        case .headers: return try readHeaders(&pieces)
        case .over:
            held = []
            return false
        }
    }

    /// Looks for the next boundary and hands on what surely stands before it.
    private mutating func search(_ pieces: inout [Piece]) -> Bool {
        let boundary = Self.firstIndex(of: delimiter, in: held)
        // The end may be the beginning of a boundary.
        let sure = boundary ?? max(0, held.count - delimiter.count + 1)
        if state == .content, sure > 0 { pieces.append(.content(Array(held[..<sure]))) }
        held.removeFirst(sure)
        guard boundary != nil else { return false }
        if state == .content { pieces.append(.end) }
        held.removeFirst(delimiter.count)
        state = .line
        return true
    }

    private mutating func readHeaders(_ pieces: inout [Piece]) throws(Fault) -> Bool {
        guard let end = Self.firstIndex(of: [13, 10, 13, 10], in: held) else {
            guard held.count <= Self.mostHeaders else { throw .headers }
            return false
        }
        guard end <= Self.mostHeaders else { throw .headers }
        parts += 1
        guard parts <= Self.mostParts else { throw .tooManyParts }
        let lines = String(decoding: held[..<end], as: UTF8.self).split(separator: "\r\n")
        guard let line = lines.first(where: { $0.lowercased().hasPrefix("content-disposition:") }),
            let name = Self.parameter("name", in: String(line))
        else { throw .headers }
        pieces.append(.begin(name: name, file: Self.parameter("filename", in: String(line))))
        held.removeFirst(end + 4)
        state = .content
        return true
    }

    /// A parameter of a header, in quotes or without; browsers write a quote in a name as `%22`.
    private static func parameter(_ name: String, in header: String) -> String? {
        var rest = header[...]
        while let semicolon = rest.firstIndex(of: ";") {
            rest = rest[rest.index(after: semicolon)...].drop { $0 == " " || $0 == "\t" }
            guard let equals = rest.firstIndex(of: "=") else { return nil }
            let found = rest[..<equals].lowercased() == name
            rest = rest[rest.index(after: equals)...]
            let value: Substring
            if rest.first == "\"" {
                rest = rest.dropFirst()
                guard let quote = rest.firstIndex(of: "\"") else { return nil }
                value = rest[..<quote]
                rest = rest[rest.index(after: quote)...]
            } else {
                value = rest.prefix { $0 != ";" && !$0.isWhitespace }
                rest = rest[value.endIndex...]
            }
            if found { return String(value) }
        }
        return nil
    }

    private static func firstIndex(of pattern: [UInt8], in bytes: [UInt8]) -> Int? {
        guard bytes.count >= pattern.count else { return nil }
        return bytes.withUnsafeBufferPointer { bytes in
            let last = bytes.count - pattern.count
            var index = 0
            while index <= last {
                if bytes[index] == pattern[0], pattern.indices.dropFirst().allSatisfy({ bytes[index + $0] == pattern[$0] }) { return index }
                index += 1
            }
            return nil
        }
    }
}
