import Testing

@testable import LapakGround

@Suite("JSON") struct JSONTests {
    @Test(
        "what is read and written again stays the same",
        arguments: [
            "null", "true", "-12", "9223372036854775807", "[]", "{}", #"{"a":[1,{"b":null}],"c":"d"}"#, #""\"\\\u0001""#, #""ž é 😀""#,
            "0.5",
        ])
    func roundTrip(text: String) throws { #expect(try #require(JSON(Array(text.utf8))).text == text) }

    @Test(
        "escapes mean what they say",
        arguments: [(#""\u0041\n\/""#, "A\n/"), (#""\ud83d\ude00""#, "😀"), (#" "\u00e9" "#, "é"), (#""a\tb""#, "a\tb")])
    func escapes(text: String, value: String) throws {
        guard case .string(let read)? = JSON(Array(text.utf8)) else {
            Issue.record("\(text) is no text")
            return
        }
        #expect(read == value)
    }

    @Test(
        "what is not JSON, or could be read in two ways, is not read",
        arguments: [
            "", " ", "{", "[1,]", "{\"a\":1,}", "{\"a\" 1}", "{'a':1}", "01", "1.", ".5", "+1", "1e", "--1", "tru", "nul", "\"", "\"\n\"",
            "\"\\x\"",
            "\"\\ud800\"", "\"\\ud800\\u0041\"", "\"\\udc00\"", "\"\\u00g0\"", "\"\\u+123\"", "{\"a\":1,\"a\":2}", "1 2", "1e999", "NaN",
            "{1:2}",
            String(repeating: "[", count: 20) + String(repeating: "]", count: 20), "\u{FEFF}{}",
        ])
    func refused(text: String) { #expect(JSON(Array(text.utf8)) == nil) }

    @Test("bytes that are no UTF-8 are not read") func notUTF8() {
        #expect(JSON([0x22, 0xFF, 0x22]) == nil)
        #expect(JSON([0x22, 0xC0, 0xAF, 0x22]) == nil)
    }
}
