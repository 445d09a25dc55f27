package import Logging

/// A log whose records are one line each, whatever stands in them: line ends and other control signs are written out, and what is longer
/// than anybody reads is cut.
package struct LineLog: LogHandler {
    private var inner: any LogHandler
    /// Signs of one value.
    static let longest = 2000

    package init(_ inner: any LogHandler) { self.inner = inner }

    package var logLevel: Logger.Level {
        get { inner.logLevel }
        set { inner.logLevel = newValue }
    }
    package var metadata: Logger.Metadata {
        get { inner.metadata }
        set { inner.metadata = Self.lines(newValue) }
    }
    package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { inner[metadataKey: key] }
        set { inner[metadataKey: Self.line(key)] = newValue.map(Self.line) }
    }

    package func log(event: LogEvent) {
        var event = event
        event.message = "\(Self.line(event.message.description))"
        event.metadata = event.metadata.map(Self.lines)
        if let error = event.error { event.metadata = (event.metadata ?? [:]).merging(["error": "\(Self.line("\(error)"))"]) { $1 } }
        event.error = nil
        inner.log(event: event)
    }

    private static func lines(_ metadata: Logger.Metadata) -> Logger.Metadata {
        Dictionary(metadata.map { (line($0.key), line($0.value)) }) { $1 }
    }

    private static func line(_ value: Logger.Metadata.Value) -> Logger.Metadata.Value {
        switch value {
        case .dictionary(let values): .dictionary(lines(values))
        case .array(let values): .array(values.map(line))
        case .string(let text): .string(line(text))
        case .stringConvertible(let other): .string(line(other.description))
        }
    }

    /// The text on one line.
    static func line(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: endsLine) || text.count > longest else { return text }
        var line = ""
        for scalar in text.unicodeScalars.prefix(longest) {
            switch scalar {
            case "\n": line += "\\n"
            case "\r": line += "\\r"
            case "\t": line += "\\t"
            case _ where endsLine(scalar): line += "\\u{\(String(scalar.value, radix: 16))}"
            default: line.unicodeScalars.append(scalar)
            }
        }
        return text.unicodeScalars.count > longest ? line + "…" : line
    }

    /// Control signs, of old terminals too, and what Unicode calls the end of a line or paragraph.
    private static func endsLine(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || scalar.value == 0x2028 || scalar.value == 0x2029
    }
}
