import CQpdf
import LapakInspection

/// An open PDF. Only one function at a time may go through it.
final class Papers {
    let document: qpdf_data
    /// The library reads from here as long as the document is open.
    private let source: UnsafeMutableBufferPointer<CChar>

    /// Opens it as other readers do: what stands before its beginning or behind its end is left out, a table of contents that is wrong
    /// is made anew, and where no password is needed to read none is asked for. What ends before its end was cut off.
    init(_ file: [UInt8]) throws(InspectionFault) {
        guard let bytes = PaperBounds.papers(in: file) else { throw .broken }
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
            let reason = qpdf_get_error_code(document, qpdf_get_error(document))
            throw reason == qpdf_e_password || reason == qpdf_e_unsupported ? .encryptedPDF : .broken
        }
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
        qpdf_set_preserve_encryption(document, QPDF_FALSE)
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
}
