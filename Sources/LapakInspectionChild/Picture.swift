import CVips
import LapakInspection

/// Pixels in memory: upright, sRGB with 8 bits or grey, and nothing else of the file they came from.
final class Picture {
    let image: UnsafeMutablePointer<VipsImage>

    var width: Int { Int(vips_image_get_width(image)) }
    var height: Int { Int(vips_image_get_height(image)) }

    /// Takes over what an operation makes; its failure means a broken file.
    init(_ operation: (_ result: inout UnsafeMutablePointer<VipsImage>?) -> Int32) throws(InspectionFault) {
        var made: UnsafeMutablePointer<VipsImage>?
        guard operation(&made) == 0, let made else {
            vips_error_clear()
            throw .broken
        }
        image = made
    }

    deinit { g_object_unref(image) }

    /// All pixels, computed now: what they were computed from may go.
    func inMemory() throws(InspectionFault) -> Picture {
        try Picture { result in
            result = vips_image_copy_memory(image)
            return result == nil ? -1 : 0
        }
    }

    /// Within a square of this side, and never enlarged.
    func shrunk(to edge: Int) throws(InspectionFault) -> Picture {
        try Picture { lapak_vips_shrink(image, Int32(edge), &$0) }.inMemory()
    }

    /// Good enough for a document's small print.
    func jpeg() throws(InspectionFault) -> [UInt8] { try written { lapak_vips_write_jpeg(image, 88, &$0, &$1) } }

    func png() throws(InspectionFault) -> [UInt8] { try written { lapak_vips_write_png(image, &$0, &$1) } }

    /// What remains of three colours, one byte a pixel.
    func grey() throws(InspectionFault) -> GreyLook {
        let grey = try Picture { lapak_vips_to_grey(image, &$0) }
        let bytes = try grey.written { bytes, count in
            bytes = vips_image_write_to_memory(grey.image, &count)
            return bytes == nil ? -1 : 0
        }
        guard let look = GreyLook(bytes, width: grey.width, height: grey.height) else { throw .broken }
        return look
    }

    private func written(
        _ operation: (_ bytes: inout UnsafeMutableRawPointer?, _ count: inout Int) -> Int32
    ) throws(InspectionFault) -> [UInt8] {
        var bytes: UnsafeMutableRawPointer?
        var count = 0
        guard operation(&bytes, &count) == 0, let bytes else {
            vips_error_clear()
            throw .broken
        }
        defer { g_free(bytes) }
        return Array(UnsafeRawBufferPointer(start: bytes, count: count))
    }
}
