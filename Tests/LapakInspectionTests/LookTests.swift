import LapakInspection
import Testing

@testable import LapakInspectionChild

@Suite struct LookTests {
    @Test func `a plain area has no edges and its own brightness`() throws {
        let hints = try #require(GreyLook([UInt8](repeating: 77, count: 12), width: 4, height: 3)).hints
        #expect(hints == PhotoHints(sharpness: 0, brightness: 77))
        #expect(hints.isBlurred && !hints.isDark)
    }

    @Test func `a chessboard has the hardest edges there are`() throws {
        let pixels = (0..<36).map { (place: Int) -> UInt8 in (place / 6 + place % 6) % 2 == 0 ? 0 : 255 }
        #expect(try #require(GreyLook(pixels, width: 6, height: 6)).hints.sharpness == 1020 * 1020)
    }

    @Test func `a picture too small for edges has none, and one of another size is no picture`() throws {
        #expect(try #require(GreyLook([1, 2], width: 2, height: 1)).hints.sharpness == 0)
        #expect(GreyLook([1, 2, 3], width: 2, height: 1) == nil)
        #expect(GreyLook([], width: 0, height: 0) == nil)
    }

    @Test func `a JPEG without its notes is the JPEG before it got them`() throws {
        let jpeg = Drawing().jpeg
        #expect(JPEGSegments.withoutNotes(jpeg) == jpeg)
        #expect(JPEGSegments.withoutNotes(Camera.noted(jpeg)) == jpeg)
        #expect(JPEGSegments.withoutNotes(Camera.noted(jpeg) + Camera.noted(jpeg)) == jpeg)
    }

    @Test func `how a JPEG means its colours is no note`() throws {
        let jpeg = Drawing().jpeg
        let adobe = Camera.segment(0xEE, Array("Adobe".utf8) + [0, 100, 0, 0, 0, 0, 1])
        #expect(JPEGSegments.withoutNotes(Array(jpeg[..<2]) + adobe + jpeg[2...]) == Array(jpeg[..<2]) + adobe + jpeg[2...])
    }

    @Test func `no part of a JPEG makes its reader fall`() {
        let jpeg = Camera.noted(Drawing(width: 32, height: 32).jpeg)
        for count in 0..<jpeg.count { _ = JPEGSegments.withoutNotes(Array(jpeg.prefix(count))) }
        for place in jpeg.indices {
            var damaged = jpeg
            damaged[place] = 0xFF
            _ = JPEGSegments.withoutNotes(damaged)
        }
        #expect(JPEGSegments.withoutNotes([0xFF, 0xD8, 0xFF, 0xD9]) == nil)
    }

    @Test func `no part of a PNG makes its reader fall`() {
        for count in 0..<64 { _ = PNGChunks.isAnimated(Array(Drawing(width: 9, height: 9).png.prefix(count))) }
        #expect(!PNGChunks.isAnimated([UInt8](repeating: 0xFF, count: 64)))
    }
}
