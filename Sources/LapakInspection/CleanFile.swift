/// A file that passed, written anew: nothing of the arriving bytes is in it but what can be seen.
package struct CleanFile: Sendable, Equatable {
    /// The kind of `bytes`; a large PNG has become a JPEG.
    package let kind: InspectedKind
    package let bytes: [UInt8]
    /// 1 for a picture.
    package let pages: Int
    /// In pixels, upright; of a PDF the first page in points (1/72 inch).
    package let width: Int
    package let height: Int
    /// Nil for a PDF.
    package let hints: PhotoHints?
    /// The arriving PDF had a digital signature, which the cleaned one cannot keep. Worth telling whoever checks it.
    package let wasSigned: Bool
    /// JPEG pictures, in the order of the pages; of a long PDF the first pages only.
    package let previews: [[UInt8]]

    package init(
        kind: InspectedKind, bytes: [UInt8], pages: Int = 1, width: Int, height: Int, hints: PhotoHints? = nil, wasSigned: Bool = false,
        previews: [[UInt8]]
    ) {
        self.kind = kind
        self.bytes = bytes
        self.pages = pages
        self.width = width
        self.height = height
        self.hints = hints
        self.wasSigned = wasSigned
        self.previews = previews
    }
}
