import LapakDomain
import LapakServer
import Testing

@Suite("Key") struct KeyTests {
    @Test(
        "a word that this application did not write is no key",
        arguments: ["", "x", ".", "12", "zz.", "a.b c", "1.\u{661}", String(repeating: "9", count: 100)])
    func forged(word: String) { #expect(Key<Int>(word) == nil) }

    @Test("a key comes back from its word") func roundTrip() throws {
        let key = Key<Int>(id: ID(1_234_567_890_123), secret: "0123456789abcdef")
        let read = try #require(Key<Int>(key.word))
        #expect(read.id == key.id && read.secret == key.secret && read.pass == key.pass)
    }
}
