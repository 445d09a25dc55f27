import Foundation

/// The verdict as the child sends it.
extension Inspected {
    fileprivate struct Heading: Codable {
        var fault: InspectionFault?
        var kind: InspectedKind?
        var pages = 0
        var width = 0
        var height = 0
        var hints: PhotoHints?
        var wasSigned = false
    }

    /// As it travels.
    package var sent: [UInt8] {
        get throws {
            switch self {
            case .refused(let fault): Frame(parts: [Array(try JSONEncoder().encode(Heading(fault: fault)))]).bytes
            case .clean(let file):
                Frame(parts: [Array(try JSONEncoder().encode(Heading(file))), file.bytes] + file.previews).bytes
            }
        }
    }

    /// Nil unless it is an answer that a healthy child could have given: one that was taken over may send anything.
    package init?(sent: [UInt8], limits: InspectionLimits) {
        guard let frame = Frame(sent), let first = frame.parts.first,
            let heading = try? JSONDecoder().decode(Heading.self, from: Data(first))
        else { return nil }
        if let fault = heading.fault {
            guard frame.parts.count == 1 else { return nil }
            self = .refused(fault)
        } else {
            guard frame.parts.count >= 2 else { return nil }
            guard let file = heading.file(frame.parts[1], Array(frame.parts[2...]), limits) else { return nil }
            self = .clean(file)
        }
    }
}

extension Inspected.Heading {
    fileprivate init(_ file: CleanFile) {
        self.init(
            kind: file.kind, pages: file.pages, width: file.width, height: file.height, hints: file.hints, wasSigned: file.wasSigned)
    }

    fileprivate func file(_ bytes: [UInt8], _ previews: [[UInt8]], _ limits: InspectionLimits) -> CleanFile? {
        guard let kind, InspectedKind(sniffing: bytes) == kind, width > 0, height > 0, pages >= 1, pages <= limits.mostPages,
            previews.count == min(pages, limits.mostPreviews), previews.allSatisfy({ InspectedKind(sniffing: $0) == .jpeg })
        else { return nil }
        return CleanFile(
            kind: kind, bytes: bytes, pages: pages, width: width, height: height, hints: hints, wasSigned: wasSigned, previews: previews)
    }
}
