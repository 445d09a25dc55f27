import CVips
import Foundation

/// A sheet of paper with lines of something like letters, drawn by rule and not by chance.
struct Drawing {
    var width: Int
    var height: Int
    var pixels: [UInt8]

    init(width: Int = 800, height: Int = 600) {
        self.width = width
        self.height = height
        pixels = [UInt8](repeating: 210, count: width * height)
        for y in 0..<height where y % 24 < 14 {
            for x in 0..<width where (x / 3 * 7 + y / 24 * 5 + y / 4 * 3) % 5 < 2 { pixels[y * width + x] = 40 }
        }
    }

    /// Out of focus: each pixel becomes the mean of its neighbours to the sides, then of those above and below.
    func blurred(by radius: Int) -> Drawing {
        var copy = self
        for step in [1, width] {
            let source = copy.pixels
            for place in source.indices {
                let near = stride(from: place - radius * step, through: place + radius * step, by: step).filter(source.indices.contains)
                copy.pixels[place] = UInt8(near.reduce(0) { $0 + Int(source[$1]) } / near.count)
            }
        }
        return copy
    }

    /// With a fifth of the light.
    var darkened: Drawing {
        var copy = self
        copy.pixels = pixels.map { $0 / 5 }
        return copy
    }

    var jpeg: [UInt8] { written { lapak_vips_write_jpeg($0, 90, &$1, &$2) } }
    var png: [UInt8] { written { lapak_vips_write_png($0, &$1, &$2) } }

    private func written(_ write: (UnsafeMutablePointer<VipsImage>?, inout UnsafeMutableRawPointer?, inout Int) -> Int32) -> [UInt8] {
        Library.started
        let image = pixels.withUnsafeBytes {
            vips_image_new_from_memory_copy($0.baseAddress, $0.count, Int32(width), Int32(height), 1, VIPS_FORMAT_UCHAR)
        }
        defer { g_object_unref(image) }
        var bytes: UnsafeMutableRawPointer?
        var count = 0
        precondition(write(image, &bytes, &count) == 0)
        defer { g_free(bytes) }
        return Array(UnsafeRawBufferPointer(start: bytes, count: count))
    }
}

/// libvips within the test, which reads only what the tests wrote or what came out clean.
enum Library {
    static let started: Void = { precondition(vips_init("test") == 0) }()

    /// The names of everything that a picture says beside its pixels, and its size.
    static func look(at bytes: [UInt8]) throws -> (width: Int, height: Int, bands: Int, notes: Set<String>) {
        started
        return try bytes.withUnsafeBytes { bytes in
            var image: UnsafeMutablePointer<VipsImage>?
            let isPNG = bytes.starts(with: [0x89])
            let code =
                isPNG
                ? lapak_vips_read_png(bytes.baseAddress, bytes.count, &image)
                : lapak_vips_read_jpeg(bytes.baseAddress, bytes.count, &image)
            guard code == 0, let image else { throw CocoaError(.fileReadCorruptFile) }
            defer { g_object_unref(image) }
            let fields = vips_image_get_fields(image)
            defer { g_strfreev(fields) }
            var notes: Set<String> = []
            var next = fields
            while let name = next?.pointee {
                notes.insert(String(cString: name))
                next = next?.advanced(by: 1)
            }
            return (
                Int(vips_image_get_width(image)), Int(vips_image_get_height(image)), Int(vips_image_get_bands(image)), notes
            )
        }
    }
}
