import Testing

@testable import LapakWeb

@Suite("A form with files, taken apart") struct MultipartReaderTests {
    private static let type = "multipart/form-data; boundary=\"garis\""

    /// What a form says, however it is cut.
    private func read(_ form: [UInt8], by size: Int) throws -> [String] {
        var reader = try MultipartReader(contentType: Self.type)
        var told: [String] = []
        for start in stride(from: 0, to: form.count, by: size) {
            for piece in try reader.take(form[start..<min(start + size, form.count)]) {
                switch piece {
                case .begin(let name, let file): told += ["\(name)/\(file ?? "-")", ""]
                case .content(let bytes): told[told.count - 1] += String(decoding: bytes, as: UTF8.self)
                case .end: told.append("end")
                }
            }
        }
        return told + [reader.isWhole ? "whole" : "cut"]
    }

    @Test("wherever the network cuts it, it says the same", arguments: [1, 2, 3, 7, 8, 64, 10_000])
    func cuts(size: Int) throws {
        let form = Array(
            """
            preamble\r\n--garis\r\nContent-Disposition: form-data; name="kunci"\r\n\r\nabc\r\n--garis \t\r\n\
            Content-Type: image/png\r\ncontent-disposition: form-data; name="berkas"; filename="foto; saya.png"\r\n\r\n\
            isi\r\n--gari\r\n-\r\r\n--\r\n--garis\r\nContent-Disposition: form-data; name=kosong\r\n\r\n\r\n--garis--\r\nepilogue
            """.utf8)
        let told = try read(form, by: size)
        #expect(
            told == [
                "kunci/-", "abc", "end", "berkas/foto; saya.png", "isi\r\n--gari\r\n-\r\r\n--", "end", "kosong/-", "", "end", "whole",
            ])
    }

    @Test("a form that breaks off is not whole") func cut() throws {
        let told = try read(Array("--garis\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nabc\r\n--garis".utf8), by: 5)
        #expect(told.last == "cut")
    }

    @Test("what is no such form is refused", arguments: ["text/plain", "multipart/form-data", "multipart/form-data; boundary="])
    func types(type: String) { #expect(throws: MultipartReader.Fault.noBoundary) { try MultipartReader(contentType: type) } }

    @Test("headers without a name and without an end are refused, and little of them is kept") func headers() throws {
        #expect(throws: MultipartReader.Fault.headers) { try read(Array("--garis\r\nX: y\r\n\r\nabc".utf8), by: 4) }
        let endless = Array("--garis\r\n".utf8) + [UInt8](repeating: 97, count: 20_000)
        #expect(throws: MultipartReader.Fault.headers) { try read(endless, by: 1000) }
    }
}
