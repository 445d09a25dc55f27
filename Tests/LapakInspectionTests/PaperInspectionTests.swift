import LapakInspection
import Testing

@Suite struct PaperInspectionTests {
    private let inspector = Inspector.real()

    @Test func `a plain PDF passes, written anew, with a preview of each page`() async throws {
        let file = try #require(try await inspector.inspect(PaperMaker.papers(pages: 3)).file)
        #expect(file.kind == .pdf)
        #expect((file.pages, file.previews.count, file.width, file.height) == (3, 3, 595, 842))
        #expect(file.hints == nil && !file.wasSigned)
        let preview = try Library.look(at: file.previews[0])
        #expect((preview.width, preview.height) == (989, 1400))
        #expect(file.previews[0].count > file.previews[1].count, "the first page has text, the others have none")
    }

    @Test func `only the first pages get a preview`() async throws {
        let file = try await Inspector.real(InspectionLimits(mostPreviews: 2)).inspect(PaperMaker.papers(pages: 5)).file
        #expect((file?.pages, file?.previews.count) == (5, 2))
    }

    @Test func `one page more than the limit is too many`() async throws {
        let inspector = Inspector.real(InspectionLimits(mostPages: 4, mostPreviews: 1))
        #expect(try await inspector.inspect(PaperMaker.papers(pages: 4)).file?.pages == 4)
        #expect(try await inspector.inspect(PaperMaker.papers(pages: 5)) == .refused(.tooManyPages))
    }

    @Test(arguments: [false, true], Self.acting.keys.sorted())
    func `a PDF that acts is refused, also when everything is packed`(isPacked: Bool, kind: String) async throws {
        let papers = try #require(Self.acting[kind])
        #expect(try await inspector.inspect(isPacked ? PaperMaker.packed(papers) : papers) == .refused(.activePDF))
    }

    @Test(arguments: [false, true], Self.carrying.keys.sorted())
    func `a PDF that carries files is refused, also when everything is packed`(isPacked: Bool, kind: String) async throws {
        let papers = try #require(Self.carrying[kind])
        #expect(try await inspector.inspect(isPacked ? PaperMaker.packed(papers) : papers) == .refused(.embeddedFiles))
    }

    @Test func `a PDF that opens only with a password is refused`() async throws {
        let papers = PaperMaker.encrypted(PaperMaker.papers(), password: "rahasia")
        #expect(try await inspector.inspect(papers) == .refused(.encryptedPDF))
    }

    @Test func `a PDF that only restricts what readers may do is taken, and its copy restricts nothing`() async throws {
        let papers = PaperMaker.encrypted(PaperMaker.papers(pages: 2), password: "")
        let file = try #require(try await inspector.inspect(papers).file)
        #expect(file.pages == 2 && !String(decoding: file.bytes, as: UTF8.self).contains("/Encrypt"))
        #expect(PaperMaker.unpacked(file.bytes).contains("Surat Keterangan Kerja"))
        let acting = PaperMaker.papers(catalog: "/OpenAction 6 0 R", objects: ["<< /S /JavaScript /JS (app.alert\\(1\\)) >>"])
        #expect(try await inspector.inspect(PaperMaker.encrypted(acting, password: "")) == .refused(.activePDF))
    }

    @Test(arguments: Self.disorderly.keys.sorted()) func `what every reader opens is taken`(kind: String) async throws {
        let papers = try #require(Self.disorderly[kind])
        let file = try #require(try await inspector.inspect(papers).file)
        #expect(file.pages == 1 && file.bytes.starts(with: Array("%PDF-".utf8)))
        let text = PaperMaker.unpacked(file.bytes)
        #expect(text.contains("Surat Keterangan Kerja") && !text.contains("EmbeddedFiles") && !text.contains("/JavaScript"))
    }

    @Test(arguments: [0.3, 0.6, 0.9]) func `a PDF made for reading while it arrives is broken when it was cut off`(part: Double)
        async throws
    {
        let papers = PaperMaker.linear(PaperMaker.papers(pages: 3))
        #expect(try await inspector.inspect(papers).file?.pages == 3)
        #expect(try await inspector.inspect(Array(papers.prefix(Int(Double(papers.count) * part)))) == .refused(.broken))
    }

    @Test func `a later version whose end is missing is broken`() async throws {
        let later = Array("\n4 0 obj\n<< /Length 5 >>\nstream\n".utf8) + [UInt8](repeating: 65, count: 2000)
        #expect(try await inspector.inspect(PaperMaker.papers() + later) == .refused(.broken))
    }

    @Test(arguments: Self.harmless.keys.sorted()) func `what many programs write is no reason to refuse`(kind: String) async throws {
        let papers = try #require(Self.harmless[kind])
        let file = try #require(try await inspector.inspect(papers).file)
        let text = PaperMaker.unpacked(file.bytes)
        for word in ["OpenAction", "http:", "/Metadata", "PieceInfo", "Siti"] { #expect(!text.contains(word)) }
    }

    @Test func `a photo in a PDF loses its notes and keeps its pixels`() async throws {
        let drawing = Drawing()
        let papers = PaperMaker.scan(Camera.noted(drawing.jpeg), width: drawing.width, height: drawing.height)
        let noted = String(decoding: papers, as: UTF8.self)
        #expect(noted.contains("Exif") && noted.contains("Siti"))
        let file = try #require(try await inspector.inspect(papers).file)
        let text = String(decoding: file.bytes, as: UTF8.self)
        #expect(!text.contains("Exif") && !text.contains("Siti"))
        #expect(file.bytes.count > drawing.jpeg.count)
        #expect(file.previews[0].count > 100_000, "the photo is on the page")
    }

    @Test func `a signed PDF passes and is marked`() async throws {
        let papers = PaperMaker.papers(
            catalog: "/AcroForm << /Fields [6 0 R] /SigFlags 3 >>", objects: ["<< /FT /Sig /T (s) /V << /Type /Sig /Contents <00> >> >>"])
        #expect(try await inspector.inspect(papers).file?.wasSigned == true)
    }

    @Test func `a picture within a PDF that is too large to unpack is refused`() async throws {
        let picture = PaperMaker.stream("/Subtype /Image /Width 30000 /Height 30000 /ColorSpace /DeviceGray /BitsPerComponent 1", [0])
        let papers = PaperMaker.papers(page: "/X 6 0 R", objects: [picture])
        #expect(try await inspector.inspect(papers) == .refused(.tooManyPixels))
    }

    @Test(arguments: ["%PDF-1.7\n", "%PDF-1.7\nnothing\n%%EOF\n"]) func `a PDF without pages is broken`(text: String) async throws {
        #expect(try await inspector.inspect(Array(text.utf8)) == .refused(.broken))
    }

    @Test(arguments: [0.2, 0.5, 0.95]) func `a PDF that was cut off is broken`(part: Double) async throws {
        let papers = PaperMaker.papers()
        #expect(try await inspector.inspect(Array(papers.prefix(Int(Double(papers.count) * part)))) == .refused(.broken))
    }

    @Test func `a page that takes ages to draw is broken when the time is over`() async throws {
        let names = (6..<13).map { "/N \($0 + 1) 0 R" }
        let forms = names.map {
            PaperMaker.stream(
                "/Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << \($0) >> >>",
                Array(String(repeating: "/N Do ", count: 100).utf8))
        }
        let last = PaperMaker.stream("/Subtype /Form /BBox [0 0 9 9]", Array("0 0 m 9 9 l S".utf8))
        let content = PaperMaker.stream("", Array("/N Do".utf8))
        let papers = PaperMaker.papers(
            page: "/Contents \(6 + forms.count + 1) 0 R /Resources << /XObject << /N 6 0 R >> >>", objects: forms + [last, content])
        #expect(try await Inspector.real(timeLimit: .seconds(3)).inspect(papers) == .refused(.broken))
    }

    private static let disorderly: [String: [UInt8]] = {
        let papers = PaperMaker.papers()
        let text = String(decoding: papers, as: UTF8.self)
        func without(_ word: String, _ other: String = "") -> [UInt8] { Array(text.replacing(word, with: other).utf8) }
        let place = text.split(separator: "startxref\n")[1].prefix { $0 != "\n" }
        return [
            "byte-order mark": [0xEF, 0xBB, 0xBF] + papers,
            "head of a letter": Array("Content-Type: application/pdf\r\nContent-Transfer-Encoding: binary\r\n\r\n".utf8) + papers,
            "rubbish in front": [UInt8](repeating: 0, count: 1000) + papers,
            "a little behind its end": papers + Array("\n--boundary--\n".utf8),
            "a page of the web behind its end": papers
                + Array(String(repeating: "<p>Terima kasih sudah mengunduh.</p>\n", count: 500).utf8),
            "zeros behind its end": papers + [UInt8](repeating: 0, count: 70_000),
            "no end mark": without("%%EOF\n"),
            "the wrong place of its table": without("startxref\n\(place)", "startxref\n7"),
            "a table with wrong places": without("0000000", "0000001"),
            "line ends of another system": Array(text.replacing("\n", with: "\r\n").utf8),
            "an empty list of files": PaperMaker.papers(catalog: "/Names << /EmbeddedFiles << /Names [] >> >>"),
            "an empty tree of files and scripts": PaperMaker.papers(
                catalog: "/Names << /EmbeddedFiles << /Kids [<< /Names [] /Limits [() ()] >>] >> /JavaScript << >> >> /AA << >>"),
            "a form without its other form": PaperMaker.papers(catalog: "/AcroForm << /Fields [] /XFA [] >>"),
        ]
    }()

    private static let acting: [String: [UInt8]] = [
        "script at opening": PaperMaker.papers(catalog: "/OpenAction 6 0 R", objects: ["<< /S /JavaScript /JS (app.alert\\(1\\)) >>"]),
        "script by name": PaperMaker.papers(catalog: "/Names << /JavaScript << /Names [(a) << /S /JavaScript /JS (1) >>] >> >>"),
        "script under a disguised name": PaperMaker.papers(page: "/Annots [<< /Subtype /Link /A << /S /J#61vaScript /J#53 (1) >> >>]"),
        "script after a jump": PaperMaker.papers(
            page: "/Annots [<< /Subtype /Link /A << /S /GoTo /D [3 0 R /Fit] /Next [<< /S /JavaScript /JS (1) >>] >> >>]"),
        "launch": PaperMaker.papers(page: "/Annots [<< /Subtype /Link /A << /S /Launch /F (cmd.exe) >> >>]"),
        "launch when a page opens": PaperMaker.papers(page: "/AA << /O << /S /Launch /F (cmd.exe) >> >>"),
        "form that is sent": PaperMaker.papers(page: "/Annots [<< /Subtype /Widget /A << /S /SubmitForm /F (http://a.example) >> >>]"),
        "other file": PaperMaker.papers(page: "/Annots [<< /Subtype /Link /A << /S /GoToR /F (a.pdf) >> >>]"),
        "dynamic form": PaperMaker.papers(catalog: "/AcroForm << /Fields [] /XFA (<xdp/>) >>"),
        "film": PaperMaker.papers(page: "/Annots [<< /Subtype /RichMedia /RichMediaContent << >> >>]"),
        "content from elsewhere": PaperMaker.papers(page: "/X 6 0 R", objects: [PaperMaker.stream("/F (/etc/passwd)", [])]),
    ]

    private static let carrying: [String: [UInt8]] = [
        "attachment": PaperMaker.papers(
            catalog: "/Names << /EmbeddedFiles << /Names [(a) << /Type /Filespec /F (a) /EF << /F 6 0 R >> >>] >> >>",
            objects: [PaperMaker.stream("/Type /EmbeddedFile", Array("MZ".utf8))]),
        "pinned file": PaperMaker.papers(page: "/Annots [<< /Subtype /FileAttachment /Rect [0 0 9 9] >>]"),
        "portfolio": PaperMaker.papers(catalog: "/Collection << /View /D >>"),
    ]

    private static let harmless: [String: [UInt8]] = [
        "where to begin": PaperMaker.papers(catalog: "/OpenAction [3 0 R /FitH null]"),
        "where to begin, as an action": PaperMaker.papers(catalog: "/OpenAction << /S /GoTo /D [3 0 R /Fit] >>"),
        "link": PaperMaker.papers(page: "/Annots [<< /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (http://a.example) >> >>]"),
        "metadata": PaperMaker.papers(
            catalog: "/Metadata 6 0 R", page: "/PieceInfo << /App << /Private (Siti) >> >>",
            objects: [PaperMaker.stream("/Type /Metadata /Subtype /XML", Array("<x>Siti</x>".utf8))]),
        "font by the name of an action": PaperMaker.papers(page: "/Resources << /Font << /F1 5 0 R /AA 5 0 R >> >>"),
    ]
}
