import Testing

@testable import LapakWeb

@Suite("Whose page sends a form") struct SendingSiteTests {
    /// What the browser says, where we are, and whether it is another site's.
    struct Row: Sendable, CustomTestStringConvertible {
        let site: SendingSite
        let isForeign: Bool
        let testDescription: String

        init(_ name: String, _ site: SendingSite, foreign: Bool) {
            (testDescription, self.site, isForeign) = (name, site, foreign)
        }
    }

    private static let lan = "192.168.1.5:8080"
    private static let town = "https://lapak.example.id"

    static let told: [Row] = [
        // What browsers since 2020 say themselves counts before everything else.
        Row("same origin", SendingSite(fetchSite: "same-origin", host: lan), foreign: false),
        Row("same origin, origin hidden", SendingSite(fetchSite: "same-origin", origin: "null", host: lan), foreign: false),
        Row(
            "same origin behind a proxy that writes its own Host",
            SendingSite(fetchSite: "same-origin", origin: "https://lapak.example.id", host: "backend:8080"), foreign: false),
        Row("typed by the person", SendingSite(fetchSite: "none", host: lan), foreign: false),
        Row("another host of the site", SendingSite(fetchSite: "same-site", origin: "https://x.example.id", host: "a.id"), foreign: true),
        Row("another site", SendingSite(fetchSite: "cross-site", host: lan, hasCookie: true), foreign: true),
        Row("another site that claims to be ours", SendingSite(fetchSite: "cross-site", origin: "http://\(lan)", host: lan), foreign: true),
        Row("another site's sandbox", SendingSite(fetchSite: "cross-site", origin: "null", host: lan, hasCookie: true), foreign: true),
        Row("said twice", SendingSite(fetchSite: "same-origin, cross-site", host: lan), foreign: true),
        Row("an unknown word", SendingSite(fetchSite: "", host: lan), foreign: true),
    ]

    static let origins: [Row] = [
        Row("ours on the local network", SendingSite(origin: "http://192.168.1.5:8080", host: lan), foreign: false),
        Row("ours by https without a public address", SendingSite(origin: "https://localhost", host: "localhost"), foreign: false),
        Row("the usual port written", SendingSite(origin: "https://lapak.id", host: "lapak.id:443"), foreign: false),
        Row("capitals", SendingSite(origin: "http://lapak.local", host: "Lapak.Local:80"), foreign: false),
        Row("IPv6", SendingSite(origin: "http://[fe80::1]:8080", host: "[fe80::1]:8080"), foreign: false),
        Row("the public address behind any Host", SendingSite(origin: town, host: "127.0.0.1:8080", publicOrigin: town), foreign: false),
        Row("the public address with a slash", SendingSite(origin: town, host: "backend", publicOrigin: town + "/"), foreign: false),
        Row(
            "another name of ours, by https",
            SendingSite(origin: "https://lapak.internal", host: "lapak.internal", publicOrigin: town), foreign: false),
        Row("another port of the host", SendingSite(origin: "http://192.168.1.5:9090", host: lan, hasCookie: true), foreign: true),
        Row("no port", SendingSite(origin: "http://192.168.1.5", host: lan), foreign: true),
        Row(
            "in the clear, where we are https",
            SendingSite(origin: "http://lapak.example.id", host: "lapak.example.id", publicOrigin: town), foreign: true),
        Row(
            "a name that begins like ours",
            SendingSite(origin: "https://lapak.example.id.evil.test", host: "lapak.example.id", publicOrigin: town), foreign: true),
        Row("a name that ends like ours", SendingSite(origin: "https://evil-lapak.example.id", host: "lapak.example.id"), foreign: true),
        Row("ours as a user name", SendingSite(origin: "https://lapak.id@evil.test", host: "lapak.id"), foreign: true),
        Row("an extension", SendingSite(origin: "moz-extension://abc", host: lan), foreign: true),
        Row("a file", SendingSite(origin: "file://", host: lan), foreign: true),
        Row(
            "a foreign one, whatever the cookie and the referrer",
            SendingSite(origin: "https://evil.test", referrer: "http://\(lan)/", host: lan, hasCookie: true), foreign: true),
        Row("no Host at all", SendingSite(origin: "http://lapak.id"), foreign: true),
    ]

    static let hidden: [Row] = [
        Row("null with our referrer", SendingSite(origin: "null", referrer: "http://\(lan)/daftar/nik", host: lan), foreign: false),
        Row("null with our cookie", SendingSite(origin: "null", host: lan, hasCookie: true), foreign: false),
        Row(
            "null with our public address as referrer",
            SendingSite(origin: "null", referrer: town + "/klaim", host: "backend", publicOrigin: town), foreign: false),
        Row("null and nothing", SendingSite(origin: "null", host: lan), foreign: true),
        Row(
            "null with a foreign referrer",
            SendingSite(origin: "null", referrer: "https://evil.test/?http://\(lan)/", host: lan, hasCookie: true), foreign: true),
        Row(
            "null with our referrer in the clear, where we are https",
            SendingSite(
                origin: "null", referrer: "http://lapak.example.id/", host: "lapak.example.id", publicOrigin: town, hasCookie: true),
            foreign: true),
        Row("an old browser with our referrer only", SendingSite(referrer: "http://\(lan)/jadwal", host: lan), foreign: false),
        Row(
            "an old browser with a foreign referrer only",
            SendingSite(referrer: "http://evil.test/", host: lan, hasCookie: true), foreign: true),
        Row("a program", SendingSite(host: lan), foreign: false),
    ]

    @Test(arguments: told + origins + hidden) func `who sends it`(row: Row) {
        #expect(row.site.isForeign == row.isForeign)
    }
}
