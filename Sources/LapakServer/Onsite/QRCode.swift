import CQRencode
package import LapakWeb

/// A QR code: black and white modules in a square, without the quiet zone.
package struct QRCode: Equatable, Sendable {
    /// Modules on one side.
    package let side: Int
    /// Row by row; true is dark.
    private let modules: [Bool]

    /// Nil when the text is empty or longer than the largest code holds. A quarter of it may be damaged.
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        let drawn = bytes.withUnsafeBufferPointer { QRcode_encodeData(Int32($0.count), $0.baseAddress, 0, QR_ECLEVEL_Q) }
        guard let drawn else { return nil }
        defer { QRcode_free(drawn) }
        side = Int(drawn.pointee.width)
        guard let data = drawn.pointee.data else { return nil }
        modules = UnsafeBufferPointer(start: data, count: side * side).map { $0 & 1 == 1 }
    }

    package subscript(row row: Int, column column: Int) -> Bool { modules[row * side + column] }

    /// A picture for pages, with the quiet zone of four modules that readers need; its size is the style sheet's.
    package func svg(label: String) -> HTML {
        let whole = side + 8
        var path = ""
        for row in 0..<side {
            var column = 0
            while column < side {
                guard self[row: row, column: column] else { column += 1; continue }
                let from = column
                while column < side, self[row: row, column: column] { column += 1 }
                path += "M\(from + 4) \(row + 4)h\(column - from)v1h-\(column - from)z"
            }
        }
        return """
            <svg class="qr" role="img" aria-label="\(label)" viewBox="0 0 \(whole) \(whole)" shape-rendering="crispEdges">\
            <rect width="\(whole)" height="\(whole)" fill="#fff"/><path d="\(path)" fill="#000"/></svg>
            """
    }
}
