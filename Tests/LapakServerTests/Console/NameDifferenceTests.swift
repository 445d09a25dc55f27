import LapakWeb
import Testing

@testable import LapakServer

@Suite("Two spellings of a name") struct NameDifferenceTests {
    @Test(
        "the letters that only one has are told apart",
        arguments: [
            ("SITI AMINAH", "Siti Aminah", 0, "SITI AMINAH", "Siti Aminah"),
            ("Moh. Rizal", "Muhammad Rizal", 6, "M<u>o</u>h<u>.</u> Rizal", "M<u>u</u>h<u>ammad</u> Rizal"),
            ("Sukarni", "Sukarno", 1, "Sukarn<u>i</u>", "Sukarn<u>o</u>"), ("", "Ani", 3, "", "<u>Ani</u>"),
            ("<b>", "<i>", 1, "&lt;<u>b</u>&gt;", "&lt;<u>i</u>&gt;"),
        ])
    func pieces(first: String, second: String, letters: Int, one: String, two: String) {
        let difference = NameDifference(first, second)
        #expect(difference.letters == letters)
        #expect(NameDifference.html(difference.first).map(\.text).joined() == one)
        #expect(NameDifference.html(difference.second).map(\.text).joined() == two)
    }
}
