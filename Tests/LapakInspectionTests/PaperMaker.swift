import CQpdf

/// Makes PDFs out of objects as they are written in one.
enum PaperMaker {
    /// One page that says something, and what else is wanted.
    ///
    /// - Parameters:
    ///   - catalog: more keys of the document's root.
    ///   - page: more keys of the page.
    ///   - objects: more objects, numbered from 6.
    static func papers(catalog: String = "", page: String = "", pages: Int = 1, objects: [String] = []) -> [UInt8] {
        let text = "BT /F1 24 Tf 72 720 Td (Surat Keterangan Kerja) Tj ET"
        let first = 6 + objects.count
        let numbers = [3] + (0..<(pages - 1)).map { first + $0 }
        let sheet = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        return written(
            [
                "<< /Type /Catalog /Pages 2 0 R \(catalog) >>",
                "<< /Type /Pages /Kids [\(numbers.map { "\($0) 0 R" }.joined(separator: " "))] /Count \(pages) >>",
                "\(sheet) /Resources << /Font << /F1 5 0 R >> >> \(page) >>", stream("", Array(text.utf8)),
                "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
            ].map { Array($0.utf8) } + objects.map { Array($0.utf8) } + (1..<pages).map { _ in Array("\(sheet) >>".utf8) })
    }

    /// A page that is one photo.
    static func scan(_ jpeg: [UInt8], width: Int, height: Int) -> [UInt8] {
        let picture =
            Array(
                """
                << /Type /XObject /Subtype /Image /Width \(width) /Height \(height) /ColorSpace /DeviceGray /BitsPerComponent 8 \
                /Filter /DCTDecode /Length \(jpeg.count) >>\nstream\n
                """.utf8) + jpeg + Array("\nendstream".utf8)
        return written(
            [
                "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                """
                << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >> >>
                """, stream("", Array("q 500 0 0 500 40 200 cm /I Do Q".utf8)),
            ].map { Array($0.utf8) } + [picture])
    }

    static func stream(_ keys: String, _ content: [UInt8]) -> String {
        "<< \(keys) /Length \(content.count) >>\nstream\n\(String(decoding: content, as: UTF8.self))\nendstream"
    }

    /// The objects, numbered from 1, of which the first is the root.
    static func written(_ objects: [[UInt8]]) -> [UInt8] {
        var bytes = Array("%PDF-1.7\n".utf8)
        var places: [Int] = []
        for (index, object) in objects.enumerated() {
            places.append(bytes.count)
            bytes += Array("\(index + 1) 0 obj\n".utf8) + object + Array("\nendobj\n".utf8)
        }
        let table = places.map { "\(String(repeating: "0", count: 10 - String($0).count))\($0) 00000 n \n" }.joined()
        let end = """
            xref\n0 \(objects.count + 1)\n0000000000 65535 f \n\(table)trailer\n<< /Size \(objects.count + 1) /Root 1 0 R >>
            startxref\n\(bytes.count)\n%%EOF\n
            """
        return bytes + Array(end.utf8)
    }

    /// The same with every object packed into compressed streams, where no search for words finds it.
    static func packed(_ bytes: [UInt8]) -> [UInt8] {
        rewritten(bytes) { qpdf_set_object_stream_mode($0, qpdf_o_generate) }
    }

    /// The same in the order for reading while it arrives.
    static func linear(_ bytes: [UInt8]) -> [UInt8] { rewritten(bytes) { qpdf_set_linearization($0, QPDF_TRUE) } }

    /// The same behind a password; an empty one opens it for reading.
    static func encrypted(_ bytes: [UInt8], password: String) -> [UInt8] {
        rewritten(bytes) {
            qpdf_set_r6_encryption_parameters2(
                $0, password, "owner", QPDF_TRUE, QPDF_TRUE, QPDF_TRUE, QPDF_TRUE, QPDF_TRUE, QPDF_TRUE, qpdf_r3p_full, QPDF_TRUE)
        }
    }

    /// The same with every object and stream readable.
    static func unpacked(_ bytes: [UInt8]) -> String {
        let plain = rewritten(bytes) {
            qpdf_set_object_stream_mode($0, qpdf_o_disable)
            qpdf_set_stream_data_mode($0, qpdf_s_uncompress)
        }
        return String(decoding: plain, as: UTF8.self)
    }

    private static func rewritten(_ bytes: [UInt8], _ settings: (qpdf_data?) -> Void) -> [UInt8] {
        var document = qpdf_init()
        defer { qpdf_cleanup(&document) }
        return bytes.map { CChar(bitPattern: $0) }.withUnsafeBufferPointer { source in
            precondition(qpdf_read_memory(document, "", source.baseAddress, UInt64(source.count), nil) & QPDF_ERRORS == 0)
            precondition(qpdf_init_write_memory(document) & QPDF_ERRORS == 0)
            settings(document)
            precondition(qpdf_write(document) & QPDF_ERRORS == 0)
            return Array(UnsafeBufferPointer(start: qpdf_get_buffer(document), count: qpdf_get_buffer_length(document)))
        }
    }
}
