import LapakInspection

/// Where a PDF begins and ends within the file that holds it.
enum PaperBounds {
    private static let end = Array("%%EOF".utf8)
    private static let begin = Array("startxref".utf8)

    /// From `%PDF-` to the last end mark; nil when it was cut off.
    ///
    /// Some programs forget the mark: then it ends with the place of its table of contents. Behind the end may stand anything but
    /// more of the document, which would be a later version whose end is missing.
    static func papers(in file: [UInt8]) -> [UInt8]? {
        guard let start = InspectedKind.beginOfPDF(in: file) else { return nil }
        let bytes = file[start...]
        guard let mark = lastIndex(of: end, in: bytes) else { return hasPlace(bytes) ? Array(bytes) : nil }
        let stop = mark + end.count
        let rest = bytes[stop...]
        if lastIndex(of: Array(" obj".utf8), in: rest) != nil { return hasPlace(bytes) ? Array(bytes) : nil }
        guard isWhole(bytes[..<stop], of: bytes.count) else { return nil }
        return Array(bytes[..<stop])
    }

    /// Ends with `startxref` and a number.
    private static func hasPlace(_ bytes: ArraySlice<UInt8>) -> Bool {
        let tail = bytes.suffix(64)
        guard let word = lastIndex(of: begin, in: tail) else { return false }
        let rest = tail[(word + begin.count)...].drop { $0 <= 32 }
        let digits = rest.prefix { (48...57).contains($0) }
        // Without a sign after them more digits may have been cut off.
        return !digits.isEmpty && digits.endIndex < tail.endIndex
    }

    /// A document that is made for reading while it arrives has an end mark near its beginning, and says how long it is.
    private static func isWhole(_ bytes: ArraySlice<UInt8>, of count: Int) -> Bool {
        let head = bytes.prefix(1024)
        guard lastIndex(of: Array("/Linearized".utf8), in: head) != nil, let key = lastIndex(of: Array("/L ".utf8), in: head) else {
            return true
        }
        let digits = head[(key + 3)...].prefix { (48...57).contains($0) }
        guard let length = Int(String(decoding: digits, as: UTF8.self)) else { return true }
        return length <= count
    }

    private static func lastIndex(of word: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
        guard bytes.count >= word.count else { return nil }
        return bytes.withUnsafeBufferPointer { all in
            var place = all.count - word.count
            while place >= 0 {
                if all[place] == word[0], word.indices.allSatisfy({ all[place + $0] == word[$0] }) { return bytes.startIndex + place }
                place -= 1
            }
            return nil
        }
    }
}
