import CQpdf
import Foundation
import LapakInspection

/// Photos within a PDF: a scan is often a camera's JPEG as it was, with place and time.
extension Papers {
    /// Refuses one too large to unpack, and takes the notes out of a JPEG without touching its pixels.
    func cleanPicture(_ stream: qpdf_oh, _ dictionary: qpdf_oh, _ mostPixels: Int) throws(InspectionFault) {
        guard name(dictionary, "/Subtype") == "/Image" else { return }
        let (pixels, isTooMuch) = number(dictionary, "/Width").multipliedReportingOverflow(by: number(dictionary, "/Height"))
        if isTooMuch || pixels > mostPixels { throw .tooManyPixels }
        let filters = list(dictionary, "/Filter")
        let settings = list(dictionary, "/DecodeParms")
        defer { (filters + settings).forEach { qpdf_oh_release(document, $0) } }
        guard let last = filters.last, ["/DCTDecode", "/DCT"].contains(name(last)) else { return }
        guard let jpeg = JPEGSegments.withoutNotes(try jpeg(in: stream, filters, settings)) else { throw .broken }
        let setting = settings.count == filters.count ? settings[settings.count - 1] : qpdf_oh_new_null(document)
        replace(stream, jpeg, last, setting)
    }

    /// What is left when every filter but the last, the JPEG's own, is undone.
    private func jpeg(in stream: qpdf_oh, _ filters: [qpdf_oh], _ settings: [qpdf_oh]) throws(InspectionFault) -> [UInt8] {
        let raw = try data(stream, qpdf_dl_none)
        guard filters.count > 1 else { return raw }
        let shell = qpdf_oh_new_stream(document)
        defer { qpdf_oh_release(document, shell) }
        let remaining = settings.count == filters.count ? array(settings.dropLast()) : qpdf_oh_new_null(document)
        replace(shell, raw, array(filters.dropLast()), remaining)
        return try data(shell, qpdf_dl_generalized)
    }

    private func data(_ stream: qpdf_oh, _ level: qpdf_stream_decode_level_e) throws(InspectionFault) -> [UInt8] {
        var bytes: UnsafeMutablePointer<UInt8>?
        var count = 0
        var isDecoded = QPDF_FALSE
        let code = qpdf_oh_get_stream_data(document, stream, level, &isDecoded, &bytes, &count)
        defer { free(bytes) }
        guard code & QPDF_ERRORS == 0, let bytes, level == qpdf_dl_none || isDecoded != QPDF_FALSE else { throw .broken }
        return Array(UnsafeBufferPointer(start: bytes, count: count))
    }

    private func replace(_ stream: qpdf_oh, _ bytes: [UInt8], _ filter: qpdf_oh, _ setting: qpdf_oh) {
        bytes.withUnsafeBufferPointer { qpdf_oh_replace_stream_data(document, stream, $0.baseAddress, $0.count, filter, setting) }
    }

    private func array(_ items: ArraySlice<qpdf_oh>) -> qpdf_oh {
        let array = qpdf_oh_new_array(document)
        for item in items { qpdf_oh_append_item(document, array, item) }
        return array
    }
}
