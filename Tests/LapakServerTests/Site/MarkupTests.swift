import LapakDomain
import LapakGround
import Testing

@testable import LapakDevelopment

/// The reader of markup itself: what it must see, and what it must refuse.
@Suite("The reader of markup") struct MarkupTests {
    private static let good = """
        <!doctype html><html lang="id"><head><title>Contoh halaman - Lapak Asik</title></head><body><main id="isi"><h1>Satu</h1>\
        <form method="post" action="/a"><label for="b">B</label><input id="b" name="b" value="">\
        <button>Kirim</button></form></main></body></html>
        """

    @Test func `a good page has no fault`() { #expect(Markup(Self.good).faults(in: .id) == []) }

    @Test(
        "each fault is seen",
        arguments: [
            ("lang=\"id\"", "lang=\"en\"", "lang is en"), ("<h1>Satu</h1>", "", "0 h1"),
            ("<h1>Satu</h1>", "<h1>Satu</h1><h1>Dua</h1>", "2 h1"),
            ("<h1>Satu</h1>", "<h1>Satu</h1><h3>Tiga</h3>", "h3 “Tiga” follows h1"),
            ("<main id=\"isi\">", "<div>", "</main> ends no open tag"),
            ("Contoh halaman - Lapak Asik", "Lapak", "title"), ("<label for=\"b\">B</label>", "", "no label: input b"),
            ("<label for=\"b\">B</label>", "<label for=\"c\">B</label>", "for points at c"),
            ("<button>Kirim</button>", "", "has no button"),
            ("<button>Kirim</button>", "<button></button>", "a button without words"), (" action=\"/a\"", "", "has no address"),
            ("action=\"/a\"", "action=\"https://x\"", "goes to https://x"), ("<h1>", "<h1 style=\"x\">", "carries script or style"),
            ("<h1>", "<h1 onclick=\"x\">", "carries script or style"), ("<h1>Satu", "<h1 id=\"b\">Satu", "two elements are called b"),
            ("<h1>Satu</h1>", "<h1>Satu</h1><img src=\"x\">", "a picture without words"),
            ("<h1>Satu</h1>", "<h1>Satu</h1><a href=\"#c\">C</a>", "href points at c"), ("</body>", "", "</html> ends no open tag"),
            ("<h1>Satu</h1>", "<h1>Satu</h1><li>Satu</li>", "an item outside of a list"),
            ("name=\"b\"", "name=\"b\" name=\"c\"", "says an attribute twice"),
            ("name=\"b\"", "name=\"b\" type=\"file\"", "sends a file as text"),
        ])
    func faults(part: String, other: String, says: String) {
        let found = Markup(Self.good.replacing(part, with: other)).faults(in: .id)
        #expect(found.contains { $0.contains(says) }, "\(found)")
    }

    @Test func `two ways to write the same page have the same lines`() {
        let one = Markup("<p class=\"a\" id=\"b\">Nama:  <b>Siti</b> &amp; <i>Budi</i></p>\n<ul>\n<li>x</li></ul>")
        let other = Markup("<p id=\"b\" class=\"a\">Nama: <b>Siti</b> &amp; <i>Budi</i></p><ul><li>x</li></ul>")
        #expect(one.lines == other.lines)
        let words = [" Nama:␣", " <b>", "  Siti", " ␣&␣", " <i>", "  Budi", "<ul>", " <li>", "  x"]
        #expect(one.lines == ["<p class=\"a\" id=\"b\">"] + words)
    }

    @Test func `a blank that is lost between words is seen`() {
        #expect(Markup("<p><b>a</b> <b>c</b></p>").lines != Markup("<p><b>a</b><b>c</b></p>").lines)
        #expect(Markup("<p>a <b>c</b></p>").lines != Markup("<p>a<b>c</b></p>").lines)
    }

    @Test func `the first difference is shown with what stands before it`() {
        let words = Snapshot.difference("a\nb\nc\nd\n", "a\nb\nx\nd\n")
        #expect(words == "differs at line 3:\n  a\n  b\n- c\n- d\n- \n+ x\n+ d\n+ ")
        #expect(Snapshot.difference("a", "a") == nil)
        #expect(Snapshot.difference("a\n", "a\nb\n")?.hasPrefix("differs at line 2") == true)
    }

    @Test func `JSON has one member a line`() {
        #expect(
            SnapshotJSON.lines(#"{"a":1,"b":["x, y",{"c":"\"}"}]}"#) == [
                "{", " \"a\":1,", " \"b\":[", "  \"x, y\",", "  {", "   \"c\":\"\\\"}\"", "  }", " ]", "}",
            ])
    }
}
