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

    @Test("the content of a request leaves its own key out") func content() {
        #expect(Form("b=2&a=1&kunci=x".utf8).content == Form("a=1&kunci=y&b=2".utf8).content)
        #expect(Form("a=1".utf8).content != Form("a=2".utf8).content)
    }
}
