import LapakWeb
import Testing

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

    @Test("a field is what a person sees; free text keeps its lines, a password every sign") func seen() {
        let form = Form(
            "a=%E2%80%AD3174%C2%A00961%E2%80%AC%0D%0A&b=%EF%BB%BFsatu%0Adua+%F0%9F%91%A8%E2%80%8D%F0%9F%91%A9+&c=+a%E2%80%8B%E2%80%8Db".utf8
        )
        #expect(form["a"] == "3174 0961")
        #expect(form.text("b") == "satu\ndua 👨\u{200D}👩")
        #expect(form.secret("c") == "a\u{200B}\u{200D}b")
    }

    @Test("the content of a request leaves its own key out") func content() {
        #expect(Form("b=2&a=1&kunci=x".utf8).content == Form("a=1&kunci=y&b=2".utf8).content)
        #expect(Form("a=1".utf8).content != Form("a=2".utf8).content)
    }
}
