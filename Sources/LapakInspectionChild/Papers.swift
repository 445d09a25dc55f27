import CQpdf
import LapakInspection

/// An open PDF. Only one function at a time may go through it.
final class Papers {
    let document: qpdf_data
    /// The library reads from here as long as the document is open.
    private let source: UnsafeMutableBufferPointer<CChar>

    /// Opens it. Behind its end may stand as much as other readers forgive, a kilobyte; what ends earlier was cut off.
    init(_ bytes: [UInt8]) throws(InspectionFault) {
        guard Self.hasEnd(bytes) else { throw .broken }
        var opened = qpdf_init()
        guard let document = opened else { throw .broken }
        source = .allocate(capacity: bytes.count)
        _ = source.initialize(from: bytes.lazy.map { CChar(bitPattern: $0) })
        self.document = document
        qpdf_silence_errors(document)
        qpdf_set_suppress_warnings(document, QPDF_TRUE)
        let code = qpdf_read_memory(document, "", source.baseAddress, UInt64(source.count), nil)
        opened = nil
        if code & QPDF_ERRORS != 0 {
            throw qpdf_get_error_code(document, qpdf_get_error(document)) == qpdf_e_password ? .encryptedPDF : .broken
        }
        if qpdf_is_encrypted(document) != QPDF_FALSE { throw .encryptedPDF }
    }

    deinit {
        var document: qpdf_data? = document
        qpdf_cleanup(&document)
        source.deallocate()
    }

    /// At least 1.
    func pageCount() throws(InspectionFault) -> Int {
        let count = Int(qpdf_get_num_pages(document))
        try stopAtError()
        guard count > 0 else { throw .broken }
        return count
    }

    /// The whole document written anew: what nothing refers to, earlier versions and all disorder are gone.
    func written() throws(InspectionFault) -> [UInt8] {
        guard qpdf_init_write_memory(document) & QPDF_ERRORS == 0 else { throw .broken }
        qpdf_set_object_stream_mode(document, qpdf_o_generate)
        qpdf_set_deterministic_ID(document, QPDF_TRUE)
        guard qpdf_write(document) & QPDF_ERRORS == 0, let bytes = qpdf_get_buffer(document) else { throw .broken }
        return Array(UnsafeBufferPointer(start: bytes, count: qpdf_get_buffer_length(document)))
    }

    /// Functions that return an object cannot say that they failed; this does it for the latest one.
    func stopAtError() throws(InspectionFault) {
        guard qpdf_has_error(document) != QPDF_FALSE else { return }
        _ = qpdf_get_error(document)
        throw .broken
    }

    private static func hasEnd(_ bytes: [UInt8]) -> Bool {
        let end = Array("%%EOF".utf8)
        let tail = bytes.suffix(1024 + end.count)
        return tail.indices.dropLast(end.count - 1).contains { tail[$0...].starts(with: end) }
    }
}
