/// What a file is, by its content; its name and what the browser said of it are never asked.
package enum InspectedKind: String, Codable, Sendable, CaseIterable {
    case jpeg
    case png
    case pdf

    /// The kind that the first bytes announce; nil for every other kind of file, and for one of these behind leading rubbish.
    package init?(sniffing bytes: [UInt8]) {
        guard let kind = Self.allCases.first(where: { bytes.starts(with: $0.signature) }) else { return nil }
        self = kind
    }

    /// What every file of the kind begins with.
    var signature: [UInt8] {
        switch self {
        case .jpeg: [0xFF, 0xD8, 0xFF]
        case .png: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        case .pdf: Array("%PDF-".utf8)
        }
    }
}
