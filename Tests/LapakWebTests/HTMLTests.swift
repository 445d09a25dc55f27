import LapakWeb
import Testing

@Suite("HTML") struct HTMLTests {
    @Test(
        "what is interpolated is text, whatever it holds",
        arguments: [
            "<script>alert(1)</script>", "\" onerror=\"x", "x\"\u{301} onerror=alert(1) y=\"", "\u{600}<img src=x onerror=alert(1)>",
            "\"\u{200D} onclick=1", "'\u{FE0F} onclick=1", "&lt;", "\0<b>",
        ])
    func attacks(value: String) {
        let html: HTML = "<p title=\"\(value)\">\(value)</p>"
        let inside = html.text.dropFirst("<p title=\"".count).dropLast("</p>".count)
        let bytes = Array(inside.utf8)
        #expect(bytes.count(where: { $0 == UInt8(ascii: "<") }) == 0)
        #expect(bytes.count(where: { $0 == UInt8(ascii: "\"") }) == 1, "only the quote that ends the attribute")
        #expect(bytes.count(where: { $0 == UInt8(ascii: "'") }) == 0)
        #expect(!bytes.contains(0))
    }

    @Test("markup stays markup, and lists of it too") func markup() {
        let items: [HTML] = ["<li>\("a&b")</li>", "<li>c</li>"]
        let list: HTML = "<ul>\(items)</ul>"
        #expect(list.text == "<ul><li>a&amp;b</li><li>c</li></ul>")
    }

    @Test(
        "an address that is not ours or plainly known becomes nothing",
        arguments: ["javascript:alert(1)", "//evil.example", "/\\evil.example", "data:text/html,x", " https://x"])
    func addresses(value: String) {
        let html: HTML = "<a href=\"\(url: value)\">"
        #expect(html.text == "<a href=\"#\">")
    }

    @Test("our own paths and https addresses stay") func ownAddresses() {
        let html: HTML = "\(url: "/jadwal?kantor=a&hari=b") \(url: "https://example.id/")"
        #expect(html.text == "/jadwal?kantor=a&amp;hari=b https://example.id/")
    }
}
