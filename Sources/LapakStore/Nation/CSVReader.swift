import Foundation

/// Reads records of comma-separated values (RFC 4180) from a file of any size, in constant memory.
///
/// The separator is `,` or `;`, whichever stands more often in the first line. Lines end in LF or CRLF; blank lines, a
/// byte order mark at the beginning and a missing line end after the last record are accepted.
struct CSVReader {
    /// One record and the line of the file, counted from 1, on which it begins.
    struct Record {
        let line: Int
        /// Nil where the bytes are not UTF-8.
        let fields: [String?]
    }

    private let file: FileHandle
    private var buffer: [UInt8] = []
    private var position = 0
    private var line = 1
    private var separator = UInt8(ascii: ",")
    private var field: [UInt8] = []

    /// No record is longer, bytes: a quote that is never closed must not swallow the file.
    static let largestRecord = 64 * 1024
    private static let piece = 1 << 20
    private static let quote = UInt8(ascii: "\"")
    private static let carriageReturn = UInt8(ascii: "\r")
    private static let lineFeed = UInt8(ascii: "\n")

    /// Opens the file and reads its first piece.
    init(path: String) throws {
        file = try FileHandle(forReadingFrom: URL(filePath: path))
        _ = try fill()
        if buffer.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
        let first = buffer.prefix { $0 != CSVReader.lineFeed }
        if first.count(where: { $0 == UInt8(ascii: ";") }) > first.count(where: { $0 == UInt8(ascii: ",") }) {
            separator = UInt8(ascii: ";")
        }
    }

    /// The next record; nil at the end of the file. Throws `MemberImportTrouble` where a quote is never closed.
    mutating func next() throws -> Record? {
        while true {
            let begins = line
            guard let fields = try fields(from: begins) else { return nil }
            if fields.count > 1 || fields[0] != "" { return Record(line: begins, fields: fields) }
        }
    }

    private mutating func fields(from begins: Int) throws -> [String?]? {
        var fields: [String?] = []
        var (quoted, size) = (false, 0)
        while let byte = try nextByte() {
            size += 1
            guard size <= CSVReader.largestRecord else { throw MemberImportTrouble.recordTooLong(line: begins) }
            if byte == CSVReader.lineFeed { line += 1 }
            if quoted {
                if byte != CSVReader.quote {
                    field.append(byte)
                } else if try peek() == CSVReader.quote {
                    _ = try nextByte()
                    field.append(byte)
                } else {
                    quoted = false
                }
            } else if byte == separator {
                fields.append(closeField())
            } else if byte == CSVReader.lineFeed {
                return fields + [closeField()]
            } else if byte == CSVReader.quote, field.isEmpty {
                quoted = true
            } else if try byte != CSVReader.carriageReturn || peek() != CSVReader.lineFeed {
                field.append(byte)
            }
        }
        guard !quoted else { throw MemberImportTrouble.recordTooLong(line: begins) }
        return size == 0 ? nil : fields + [closeField()]
    }

    private mutating func closeField() -> String? {
        defer { field.removeAll(keepingCapacity: true) }
        return String(validating: field, as: UTF8.self)
    }

    private mutating func nextByte() throws -> UInt8? {
        if position == buffer.count, try !fill() { return nil }
        position += 1
        return buffer[position - 1]
    }

    private mutating func peek() throws -> UInt8? {
        if position == buffer.count, try !fill() { return nil }
        return buffer[position]
    }

    /// Replaces the used-up piece by the next one; false at the end of the file.
    private mutating func fill() throws -> Bool {
        guard let data = try file.read(upToCount: CSVReader.piece), !data.isEmpty else { return false }
        buffer = Array(data)
        position = 0
        return true
    }
}
