import LapakDomain
import LapakServer
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

@Suite("Form") struct FormTests {
    @Test("values come as people typed them, without control signs") func values() {
        let form = Form("nama=Siti+Aminah&ibu=%52ohani%00%07&kosong=&kantor=a&kantor=b&rusak=%zz".utf8)
        #expect(form["nama"] == "Siti Aminah")
        #expect(form["ibu"] == "Rohani")
        #expect(form["kosong"] == "")
        #expect(form.all("kantor") == ["a", "b"])
        #expect(form["rusak"] == "%zz")
        #expect(form["tidak-ada"] == "")
    }

    @Test("the content of a request leaves its own key out") func content() {
        #expect(Form("b=2&a=1&kunci=x".utf8).content == Form("a=1&kunci=y&b=2".utf8).content)
        #expect(Form("a=1".utf8).content != Form("a=2".utf8).content)
    }
}

@Suite("Key") struct KeyTests {
    @Test(
        "a word that this house did not write is no key",
        arguments: ["", "x", ".", "12", "zz.", "a.b c", "1.\u{661}", String(repeating: "9", count: 100)])
    func forged(word: String) { #expect(Key<Int>(word) == nil) }

    @Test("a key comes back from its word") func roundTrip() throws {
        let key = Key<Int>(id: ID(1_234_567_890_123), secret: "0123456789abcdef")
        let read = try #require(Key<Int>(key.word))
        #expect(read.id == key.id && read.secret == key.secret && read.pass == key.pass)
    }
}
