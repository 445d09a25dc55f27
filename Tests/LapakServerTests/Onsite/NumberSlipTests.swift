import LapakDomain
import LapakWeb
import Testing

@testable import LapakServer

@Suite("The paper of a number") struct NumberSlipTests {
    private let paper = NumberSlip(
        number: QueueNumber("A-017")!, branch: "Kantor Cabang Jakarta Salemba",
        arrival: Words("Datang pukul 10.00-10.30 WIB.", "Come 10:00."),
        bring: [Words("KTP elektronik", "Identity card"), Words("Buku tabungan atas nama sendiri", "Bank book")],
        address: "https://lapak.example.id/nomor/abc123.0123456789abcdef", day: Day(year: 2026, month: 6, day: 9)!)

    @Test func `a receipt printer prints the number large, the text readable, the code, and cuts`() {
        let read = ReceiptReader(paper.receipt(.id).bytes)
        #expect(read.unknown == [])
        #expect(read.codes == [paper.address])
        #expect(read.isCut)
        #expect(read.page == 16)
        let large = read.lines.filter { $0.scale == 4 }
        #expect(large.map(\.text) == ["A-017"])
        #expect(!read.lines.contains { !$0.isCentred })
        let text = read.lines.map(\.text).joined(separator: " ")
        for words in [
            "Nomor antrean", "Kantor Cabang Jakarta Salemba", "Selasa, 9 Juni 2026", "Datang pukul 10.00-10.30 WIB.", "Bawa dokumen asli:",
            "- KTP elektronik", "Layar hanya menampilkan nomor",
        ] { #expect(text.contains(words)) }
        #expect(!read.lines.contains { $0.text.count * $0.scale > ReceiptBytes.columns })
    }

    @Test func `text from outside is never a command, and signs that the printer lacks are marked`() {
        var receipt = ReceiptBytes()
        receipt.text("Café\u{1B}@\u{1D}V – 東京")
        let read = ReceiptReader(receipt.bytes)
        #expect(read.unknown == [])
        #expect(!read.isCut)
        #expect(read.lines.map(\.text) == ["Café?@?V - ??"])
    }

    @Test func `a QR code is a square with its three corners, and nothing is made of nothing`() throws {
        let code = try require(QRCode(paper.address))
        #expect(code.side >= 21 && (code.side - 17).isMultiple(of: 4))
        for (row, column) in [(0, 0), (0, code.side - 7), (code.side - 7, 0)] {
            let corner = (0..<7).map { y in (0..<7).map { x in code[row: row + y, column: column + x] ? "#" : "." }.joined() }
            #expect(corner == ["#######", "#.....#", "#.###.#", "#.###.#", "#.###.#", "#.....#", "#######"])
        }
        let view = code.svg(label: "Kode <QR>").text
        #expect(view.contains("aria-label=\"Kode &lt;QR&gt;\"") && view.contains("viewBox=\"0 0 \(code.side + 8) \(code.side + 8)\""))
        #expect(!view.contains("style="))
        #expect(QRCode("") == nil)
        #expect(QRCode(String(repeating: "a", count: 4000)) == nil)
    }
}
