import LapakInspection
import Testing

@Suite struct PictureInspectionTests {
    private let inspector = Inspector.real()

    @Test func `a photo passes, upright, with a preview, and nothing is known of the camera or the place`() async throws {
        let photo = Camera.noted(Drawing(width: 2000, height: 1500).jpeg)
        #expect(try Library.look(at: photo).notes.isSuperset(of: ["exif-data", "exif-ifd3-GPSLatitude", "exif-ifd0-Make", "orientation"]))
        let file = try #require(try await inspector.inspect(photo).file)
        #expect(file.kind == .jpeg)
        #expect((file.width, file.height, file.pages) == (1500, 2000, 1))
        for bytes in [file.bytes] + file.previews {
            let look = try Library.look(at: bytes)
            #expect(!look.notes.contains { $0.hasPrefix("exif") || $0.hasPrefix("xmp") || $0.hasPrefix("icc") || $0 == "orientation" })
            #expect(look.notes.isDisjoint(with: ["jpeg-thumbnail-data", "jpeg-comment-0", "iptc-data"]))
            #expect(!String(decoding: bytes, as: UTF8.self).contains("Siti"))
        }
        let preview = try Library.look(at: try #require(file.previews.first))
        #expect((preview.width, preview.height) == (1050, 1400))
        #expect(file.previews.count == 1)
    }

    @Test func `a small PNG stays one, and a large one becomes a JPEG`() async throws {
        let png = Drawing().png
        #expect(try await inspector.inspect(png).file?.kind == .png)
        let file = try await Inspector.real(InspectionLimits(mostBytesOfPNG: png.count - 1)).inspect(png).file
        #expect(file?.kind == .jpeg)
        #expect(file?.bytes.starts(with: [0xFF, 0xD8]) == true)
    }

    @Test func `a picture keeps its size and its preview is never enlarged`() async throws {
        let file = try #require(try await inspector.inspect(Drawing(width: 300, height: 200).png).file)
        let preview = try Library.look(at: try #require(file.previews.first))
        #expect((preview.width, preview.height, preview.bands) == (300, 200, 3))
    }

    @Test func `a picture of millions of pixels in a few bytes is refused by its header`() async throws {
        let bomb = Camera.png([Camera.header(width: 30_000, height: 30_000), ("IDAT", Camera.packedZeros(10_000)), ("IEND", [])])
        #expect(bomb.count < 12_000)
        #expect(try await inspector.inspect(bomb) == .refused(.tooManyPixels))
    }

    @Test func `a picture that needs more memory than a child may have is broken, and harms nobody`() async throws {
        let zeros = Camera.packedZeros(3_000_000)
        let bomb = Camera.png([Camera.header(width: 30_000, height: 30_000), ("IDAT", zeros), ("IEND", [])])
        let careless = Inspector.real(InspectionLimits(mostPixels: 1 << 40))
        #expect(try await careless.inspect(bomb) == .refused(.broken))
        #expect(try await careless.inspect(Drawing().png).file != nil)
    }

    @Test func `a PDF or a ZIP behind a picture is gone when the picture is clean`() async throws {
        let papers = PaperMaker.papers(catalog: "/OpenAction << /S /JavaScript /JS (app.alert) >>")
        for picture in [Drawing().jpeg, Drawing().png, Camera.noted(Drawing().jpeg)] {
            let file = try #require(try await inspector.inspect(picture + papers + Array("PK\u{3}\u{4}".utf8)).file)
            let text = String(decoding: file.bytes, as: UTF8.self)
            #expect(!text.contains("%PDF") && !text.contains("PK\u{3}\u{4}") && !text.contains("alert"))
        }
    }

    @Test func `a PDF inside a comment of a JPEG is gone when the picture is clean`() async throws {
        let jpeg = Drawing().jpeg
        let both = Array(jpeg[..<2]) + Camera.segment(0xFE, PaperMaker.papers()) + jpeg[2...]
        let file = try #require(try await inspector.inspect(both).file)
        #expect(!String(decoding: file.bytes, as: UTF8.self).contains("%PDF"))
    }

    @Test(arguments: [0.3, 0.5, 0.9]) func `a picture that was cut off is broken`(part: Double) async throws {
        for picture in [Drawing().jpeg, Drawing().png] {
            let cut = Array(picture.prefix(Int(Double(picture.count) * part)))
            #expect(try await inspector.inspect(cut) == .refused(.broken))
        }
    }

    @Test func `hints tell a sharp photo from a blurred and a dark one`() async throws {
        let sharp = Drawing(width: 240, height: 180)
        let hints = try #require(try await inspector.inspect(sharp.jpeg).file?.hints)
        #expect(!hints.isBlurred && !hints.isDark)
        let blurred = try #require(try await inspector.inspect(sharp.blurred(by: 5).jpeg).file?.hints)
        #expect(blurred.isBlurred && !blurred.isDark)
        let dark = try #require(try await inspector.inspect(sharp.darkened.jpeg).file?.hints)
        #expect(!dark.isBlurred && dark.isDark)
    }

    @Test(arguments: [ApplePhoto.heic, ApplePhoto.generic]) func `a photo of an iPhone is kept as JPEG`(photo: [UInt8]) async throws {
        let file = try #require(try await inspector.inspect(photo).file)
        #expect((file.kind, file.width, file.height, file.previews.count) == (.jpeg, 64, 48, 1))
        #expect(file.bytes.starts(with: [0xFF, 0xD8]))
        #expect(try await inspector.inspect(Array(photo.prefix(photo.count - 60))) == .refused(.broken))
        let small = Inspector.real(InspectionLimits(mostPixels: 64 * 48 - 1))
        #expect(try await small.inspect(photo) == .refused(.tooManyPixels))
    }

    @Test(arguments: Self.others.keys.sorted())
    func `anything else is of the wrong type, whatever its name says`(other: String) async throws {
        #expect(try await inspector.inspect(try #require(Self.others[other])) == .refused(.wrongType))
    }

    @Test func `no bytes are an empty file, and too many are too large`() async throws {
        #expect(try await inspector.inspect([]) == .refused(.empty))
        let jpeg = Drawing().jpeg
        #expect(try await Inspector.real(InspectionLimits(mostBytes: jpeg.count)).inspect(jpeg).file != nil)
        #expect(try await Inspector.real(InspectionLimits(mostBytes: jpeg.count - 1)).inspect(jpeg) == .refused(.tooLarge))
    }

    private static let others: [String: [UInt8]] = [
        "text": Array("Ini bukan foto.".utf8),
        "EICAR": Array(("X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*").utf8),
        "SVG": Array("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>".utf8),
        "HTML": Array("<!DOCTYPE html><title>foto.jpg</title>".utf8),
        "animated GIF": Array("GIF89a".utf8) + [1, 0, 1, 0, 0x80, 0, 0],
        "animated WebP": Array("RIFF\u{40}\0\0\0WEBPVP8X".utf8) + [10, 0, 0, 0, 2, 0, 0, 0],
        "HEIC": [0, 0, 0, 24] + Array("ftypheic".utf8),
        "ZIP": Array("PK\u{3}\u{4}".utf8),
        "one byte": [0xFF],
        "AVIF": ApplePhoto.avif,
        "HEIC of several pictures": Array(ApplePhoto.heic[..<8]) + Array("hevc".utf8) + ApplePhoto.heic[12...],
        "rubbish before a JPEG": Array("rubbish\n".utf8) + Drawing().jpeg,
        "PDF behind more than a kilobyte": [UInt8](repeating: 32, count: 1100) + PaperMaker.papers(),
        "animated PNG": Camera.png([
            Camera.header(width: 8, height: 8), ("acTL", [0, 0, 0, 2, 0, 0, 0, 0]), ("IDAT", Camera.packedZeros(16)), ("IEND", []),
        ]),
    ]
}
