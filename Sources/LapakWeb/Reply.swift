package import HTTPTypes

/// What a handler answers.
package struct Reply: Sendable {
    package var status: HTTPResponse.Status
    package var type: String
    package var body: String
    /// `body` in gzip's form, for a reader who takes that (`Request.takesGzip`); made on the way where it is nil. With it `body` is not
    /// looked at.
    package var zipped: [UInt8]?
    /// In place of `body` where the answer is no text: a picture, a file. Never compressed.
    package var bytes: [UInt8]?
    package var location: String?
    package var cookies: [Cookie]
    /// `no-store` unless something else is said: most pages are someone's own.
    package var cacheControl: String
    package var fields: [(name: HTTPField.Name, value: String)]

    package init(
        status: HTTPResponse.Status = .ok, type: String = "text/html; charset=utf-8", body: String = "", bytes: [UInt8]? = nil,
        location: String? = nil, cookies: [Cookie] = [], cacheControl: String = "no-store",
        fields: [(name: HTTPField.Name, value: String)] = []
    ) {
        self.status = status
        self.type = type
        self.body = body
        self.location = location
        self.cookies = cookies
        self.bytes = bytes
        self.cacheControl = cacheControl
        self.fields = fields
    }

    package static func redirect(_ location: String, cookies: [Cookie] = []) -> Reply {
        Reply(status: .seeOther, location: location, cookies: cookies)
    }
    package static func json(_ body: String, status: HTTPResponse.Status = .ok) -> Reply {
        Reply(status: status, type: "application/json", body: body)
    }
    package func with(_ cookie: Cookie) -> Reply {
        var reply = self
        reply.cookies.append(cookie)
        return reply
    }
}
