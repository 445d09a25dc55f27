package import HTTPTypes

// What we send and read beside the names that HTTPTypes knows.
extension HTTPField.Name {
    package static let idempotencyKey = HTTPField.Name("Idempotency-Key")!
    package static let forwardedFor = HTTPField.Name("X-Forwarded-For")!
    package static let requestID = HTTPField.Name("X-Request-Id")!
    package static let secFetchSite = HTTPField.Name("Sec-Fetch-Site")!
    package static let referrerPolicy = HTTPField.Name("Referrer-Policy")!
    package static let permissionsPolicy = HTTPField.Name("Permissions-Policy")!
    package static let clearSiteData = HTTPField.Name("Clear-Site-Data")!
    package static let crossOriginOpenerPolicy = HTTPField.Name("Cross-Origin-Opener-Policy")!
    package static let lastEventID = HTTPField.Name("Last-Event-ID")!
    package static let accelBuffering = HTTPField.Name("X-Accel-Buffering")!
}
