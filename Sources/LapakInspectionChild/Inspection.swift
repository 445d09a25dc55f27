package import LapakInspection

/// The check of one file, from its first bytes to what is kept of it.
package enum Inspection {
    /// The verdict. Reads the file with libraries that it may break: call it in a confined process only (`InspectionChild`).
    package static func inspect(_ bytes: [UInt8], _ limits: InspectionLimits) -> Inspected {
        do throws(InspectionFault) {
            if bytes.isEmpty { throw .empty }
            if bytes.count > limits.mostBytes { throw .tooLarge }
            switch InspectedKind(sniffing: bytes) {
            case .jpeg: return .clean(try photo(try Picture.read(jpeg: bytes, mostPixels: limits.mostPixels), .jpeg, limits))
            case .png:
                if PNGChunks.isAnimated(bytes) { throw .wrongType }
                let staysPNG = bytes.count <= limits.mostBytesOfPNG
                return .clean(try photo(try Picture.read(png: bytes, mostPixels: limits.mostPixels), staysPNG ? .png : .jpeg, limits))
            case .heic: return .clean(try photo(try Picture.read(heic: bytes, mostPixels: limits.mostPixels), .jpeg, limits))
            case .pdf: return .clean(try papers(bytes, limits))
            case nil: throw .wrongType
            }
        } catch {
            return .refused(error)
        }
    }

    private static func photo(_ picture: Picture, _ kind: InspectedKind, _ limits: InspectionLimits) throws(InspectionFault) -> CleanFile {
        let look = try picture.shrunk(to: PhotoHints.lookEdge)
        return CleanFile(
            kind: kind, bytes: kind == .png ? try picture.png() : try picture.jpeg(), width: picture.width, height: picture.height,
            hints: try look.grey().hints, previews: [try picture.shrunk(to: limits.previewEdge).jpeg()])
    }

    private static func papers(_ bytes: [UInt8], _ limits: InspectionLimits) throws(InspectionFault) -> CleanFile {
        let papers = try Papers(bytes)
        let pages = try papers.pageCount()
        if pages > limits.mostPages { throw .tooManyPages }
        let traits = try papers.clean(mostPixels: limits.mostPixels)
        let cleaned = try papers.written()
        let size = try Picture.sizeOf(page: 0, of: cleaned)
        var previews: [[UInt8]] = []
        for page in 0..<min(pages, limits.mostPreviews) {
            previews.append(try Picture.read(page: page, of: cleaned, edge: limits.previewEdge).jpeg())
        }
        return CleanFile(
            kind: .pdf, bytes: cleaned, pages: pages, width: size.width, height: size.height, wasSigned: traits.wasSigned,
            previews: previews)
    }
}
