/// Why a file cannot be imported at all. Faults of single lines are no trouble: they are reported and left out.
package enum MemberImportTrouble: Error, Hashable, Sendable, CustomStringConvertible {
    case unreadable(String)
    case columnsMissing([String])
    /// A record that is longer than any can be; most often a quote that is never closed.
    case recordTooLong(line: Int)

    package var description: String {
        switch self {
        case .unreadable(let path): "\(path) cannot be read"
        case .columnsMissing(let names): "the first line must name the columns; missing: \(names.joined(separator: ", "))"
        case .recordTooLong(let line):
            "the record that begins on line \(line) does not end within \(CSVReader.largestRecord) bytes; is a quote left open?"
        }
    }
}
