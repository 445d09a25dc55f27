package import HTTPTypes
package import Hummingbird
import NIOCore

extension Request {
    /// Whether the reader takes answers in gzip's form.
    package var takesGzip: Bool { headers[.acceptEncoding]?.contains("gzip") ?? false }
}

extension Reply {
    /// So few bytes are not worth compressing.
    package static let short = 1200

    /// The answer as it goes over the wire, after `headers`; text is compressed where the browser can read that. `secure`: cookies
    /// are only ever sent by https.
    package func response(to request: Request, headers first: HTTPFields, secure: Bool) -> Response {
        var headers = first
        func add(_ name: HTTPField.Name, _ value: String) { headers.append(HTTPField(name: name, value: value)) }
        add(.cacheControl, cacheControl)
        if let location { add(.location, location) }
        for cookie in cookies { add(.setCookie, cookie.header(secure: secure)) }
        for (name, value) in fields { headers[name] = value }
        if let bytes {
            headers[.contentType] = type
            return Response(status: status, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
        }
        guard zipped != nil || !body.isEmpty else { return Response(status: status, headers: headers) }
        headers[.contentType] = type
        if let zipped = zipped ?? (body.utf8.count > Reply.short && request.takesGzip ? Array(body.utf8).gzipped() : nil) {
            headers[.contentEncoding] = "gzip"
            headers[.vary] = "Accept-Encoding, Cookie"
            return Response(status: status, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: zipped)))
        }
        return Response(status: status, headers: headers, body: .init(byteBuffer: ByteBuffer(string: body)))
    }
}
