/// A cookie of ours: always HttpOnly and SameSite=Lax.
package struct Cookie: Sendable {
    package let name: String
    package let value: String
    /// Seconds; nil ends with the browser, 0 deletes.
    package let maxAge: Int?
    package init(_ name: String, _ value: String, maxAge: Int? = nil) {
        self.name = name
        self.value = value
        self.maxAge = maxAge
    }

    /// The value of the `Set-Cookie` field; `secure`: only ever sent by https.
    package func header(secure: Bool) -> String {
        "\(name)=\(value); Path=/; HttpOnly; SameSite=Lax" + (maxAge.map { "; Max-Age=\($0)" } ?? "") + (secure ? "; Secure" : "")
    }
}
