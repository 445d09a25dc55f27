/// How much of everything a file may be or become. The first three are the agency's to decide; beyond each stands one `InspectionFault`.
package struct InspectionLimits: Codable, Sendable, Equatable {
    /// The size of the file as it arrives.
    package var mostBytes: Int
    /// Width times height of a picture, also of one within a PDF. Sixty million hold a photo of fifty megapixels, and take
    /// 180 MB while being checked.
    package var mostPixels: Int
    /// The pages of a PDF.
    package var mostPages: Int
    /// How many pages get a preview; the first ones do.
    package var mostPreviews: Int
    /// The longer side of a preview, in pixels.
    package var previewEdge: Int
    /// A PNG of up to this many bytes stays PNG; a larger one, a photo most likely, becomes JPEG.
    package var mostBytesOfPNG: Int

    package init(
        mostBytes: Int = 6 << 20, mostPixels: Int = 60_000_000, mostPages: Int = 20, mostPreviews: Int = 20, previewEdge: Int = 1400,
        mostBytesOfPNG: Int = 1 << 20
    ) {
        self.mostBytes = mostBytes
        self.mostPixels = mostPixels
        self.mostPages = mostPages
        self.mostPreviews = mostPreviews
        self.previewEdge = previewEdge
        self.mostBytesOfPNG = mostBytesOfPNG
    }
}
