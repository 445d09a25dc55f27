import CVips
import LapakInspection

/// How pixels come out of files. The size stands in the header and is looked at before anything is unpacked.
extension Picture {
    static func read(jpeg bytes: [UInt8], mostPixels: Int) throws(InspectionFault) -> Picture {
        lapak_vips_allow("VipsForeignLoadJpegBuffer")
        return try pixels(bytes, mostPixels, lapak_vips_read_jpeg).upright()
    }

    static func read(png bytes: [UInt8], mostPixels: Int) throws(InspectionFault) -> Picture {
        lapak_vips_allow("VipsForeignLoadPngBuffer")
        return try pixels(bytes, mostPixels, lapak_vips_read_png).upright()
    }

    /// Upright already: turns are part of the format and done by its library.
    static func read(heic bytes: [UInt8], mostPixels: Int) throws(InspectionFault) -> Picture {
        guard lapak_vips_reads_heic() != 0 else { throw .heic }
        lapak_vips_allow("VipsForeignLoadHeifBuffer")
        return try pixels(bytes, mostPixels, lapak_vips_read_heic)
    }

    /// A rendered page, counted from 0, within a square of this side.
    static func read(page: Int, of pdf: [UInt8], edge: Int) throws(InspectionFault) -> Picture {
        let size = try sizeOf(page: page, of: pdf)
        // Four times 72 dots per inch are enough for a page the size of a card.
        let scale = min(4, Double(edge) / Double(max(size.width, size.height)))
        return try pixels(pdf, 2 * edge * edge) { lapak_vips_read_page($0, $1, Int32(page), scale, $2) }
    }

    /// The size of a page in points.
    static func sizeOf(page: Int, of pdf: [UInt8]) throws(InspectionFault) -> (width: Int, height: Int) {
        lapak_vips_allow("VipsForeignLoadPdfBuffer")
        return try pdf.withUnsafeBufferPointer { bytes throws(InspectionFault) in
            let header = try Picture { lapak_vips_read_page(bytes.baseAddress, bytes.count, Int32(page), 1, &$0) }
            return (header.width, header.height)
        }
    }

    private typealias Reader = (UnsafeRawPointer?, Int, UnsafeMutablePointer<UnsafeMutablePointer<VipsImage>?>?) -> Int32

    private static func pixels(_ bytes: [UInt8], _ mostPixels: Int, _ read: Reader) throws(InspectionFault) -> Picture {
        try bytes.withUnsafeBufferPointer { bytes throws(InspectionFault) in
            let file = try Picture { read(bytes.baseAddress, bytes.count, &$0) }
            if file.width * file.height > mostPixels { throw .tooManyPixels }
            let flat = try Picture { lapak_vips_flatten(file.image, &$0) }
            let srgb = try Picture { lapak_vips_to_srgb(flat.image, &$0) }
            guard vips_image_get_bands(srgb.image) == 3, vips_image_get_format(srgb.image) == VIPS_FORMAT_UCHAR else { throw .broken }
            return try srgb.inMemory()
        }
    }

    private func upright() throws(InspectionFault) -> Picture {
        guard vips_image_get_orientation(image) > 1 else { return self }
        return try Picture { lapak_vips_turn(image, &$0) }.inMemory()
    }
}
