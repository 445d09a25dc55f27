package import HTTPTypes

extension HTTPFields {
    /// The headers that every answer begins with: nothing sniffed, framed, scripted or sent on. `css`: of the sheet that pages carry.
    ///
    /// Referrers go to our own pages only. Not even there would make browsers send `Origin: null` with our own forms (`SendingSite`).
    package static func first(css: Assets.Asset, servesTLS: Bool) -> HTTPFields {
        var headers: HTTPFields = [
            .xContentTypeOptions: "nosniff",
            .contentSecurityPolicy:
                "default-src 'none'; script-src 'self'; style-src 'self' '\(css.integrity)'; img-src 'self' data: blob:; "
                + "media-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; manifest-src 'self'",
            .referrerPolicy: "same-origin",
            .permissionsPolicy: "camera=(self), microphone=(self), geolocation=()",
            .crossOriginOpenerPolicy: "same-origin",
        ]
        if servesTLS { headers[.strictTransportSecurity] = "max-age=31536000" }
        return headers
    }
}
