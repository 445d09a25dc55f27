import Foundation
import Testing

@testable import LapakWeb

/// A page that is drawn once reaches everyone whole, with their own values in it.
@Suite struct PageStencilTests {
    private func page(_ moment: String, _ keys: [String], rest: String = "") -> String {
        let forms = keys.map { key in
            "<form method=\"post\">\(hidden("kunci", key).text)<button>Ambil é 🐘</button></form>\(rest)"
        }
        return "<!doctype html><meta name=\"now\" content=\"\(moment)\"><title>Jadwal</title>\(forms.joined())<p>akhir</p>"
    }

    /// What gzip itself makes of it.
    private func unzipped(_ bytes: [UInt8]) throws -> String {
        let file = FileManager.default.temporaryDirectory.appending(path: "stencil-\(UUID().uuidString).gz")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(bytes).write(to: file)
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["gzip", "-dc", file.path]
        process.standardOutput = pipe
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        return String(decoding: data, as: UTF8.self)
    }

    @Test(arguments: [0, 1, 2, 5]) func `moment and keys are everyone's own, plain and compressed`(forms: Int) throws {
        let stencil = try #require(PageStencil(page("2026-06-09T03:00:00.000Z", (0..<forms).map { "kunci-lama-\($0)" })))
        for round in 0..<3 {
            let keys = (0..<forms).map { String(repeating: "\(round)", count: 20 + $0) }
            let moment = "2026-06-09T03:0\(round):00Z"
            var (left, again) = (keys[...], keys[...])
            #expect(stencil.text(moment: moment) { left.removeFirst() } == page(moment, keys))
            #expect(try unzipped(stencil.zipped(moment: moment) { again.removeFirst() }) == page(moment, keys))
        }
    }

    @Test func `long pages and pieces that repeat`() throws {
        let rest = String(repeating: "<option>Jakarta Sudirman (WIB)</option>", count: 3000)
        let stencil = try #require(PageStencil(page("x", ["a", "b"], rest: rest)))
        let zipped = stencil.zipped(moment: "kini") { "kunci" }
        #expect(zipped.count < 4000)
        #expect(try unzipped(zipped) == page("kini", ["kunci", "kunci"], rest: rest))
    }

    @Test func `a page without holes is itself`() throws {
        let stencil = try #require(PageStencil("<p>tetap</p>"))
        #expect(stencil.text(moment: "kini") { "kunci" } == "<p>tetap</p>")
        #expect(try unzipped(stencil.zipped(moment: "kini") { "kunci" }) == "<p>tetap</p>")
    }
}
