import Foundation

/// What the parent sends to the child: the file and its limits.
package struct Question: Sendable, Equatable {
    package let bytes: [UInt8]
    package let limits: InspectionLimits

    package init(bytes: [UInt8], limits: InspectionLimits) {
        self.bytes = bytes
        self.limits = limits
    }

    /// Nil when it did not arrive whole.
    package init?(sent: [UInt8]) {
        guard let frame = Frame(sent), frame.parts.count == 2,
            let limits = try? JSONDecoder().decode(InspectionLimits.self, from: Data(frame.parts[0]))
        else { return nil }
        self.init(bytes: frame.parts[1], limits: limits)
    }

    /// As it travels.
    package var sent: [UInt8] { get throws { Frame(parts: [Array(try JSONEncoder().encode(limits)), bytes]).bytes } }
}
