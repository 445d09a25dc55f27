import Foundation
import LapakDomain
import Testing

@Suite struct EmailAddressTests {
    @Test(arguments: [
        ("siti@example.co.id", "siti@example.co.id"), (" Siti.Aminah+jht@Example.CO.ID\n", "Siti.Aminah+jht@example.co.id"),
        ("a@b.co", "a@b.co"), ("1_2-3@x-y.id", "1_2-3@x-y.id"),
        ("\u{202A}siti\u{202C}@example.id\u{A0}", "siti@example.id"), ("\u{FEFF}siti@exam\u{AD}ple.id\u{200B}", "siti@example.id"),
        ("siti＠ｅｘａｍｐｌｅ．id", "siti@example.id"), ("siti@x\u{2011}y.id", "siti@x-y.id"),
    ])
    func `an ordinary address is taken and its domain made small`(typed: String, value: String) {
        #expect(EmailAddress(typed)?.value == value)
    }

    @Test(arguments: [
        "", " ", "@", "siti", "siti@", "@example.id", "siti@example", "a@b@example.id", "si ti@example.id", "\"siti\"@example.id",
        "o'siti@example.id", "siti@.id", "siti@example..id", "siti@example.id.", "siti@-example.id", "siti@example-.id", "siti@127.0.0.1",
        "siti@[127.0.0.1]", ".siti@example.id", "siti.@example.id", "si..ti@example.id", "siti@example.i", "siti%other@example.id",
        "siti@example.id\r\nBcc: x@example.id", "siti\0@example.id", "siti@example.id\0", "sití@example.id", "siti@exa\u{301}mple.id",
        "siti@еxample.id", "<siti@example.id>", "siti@exa_mple.id", "a,b@example.id",
    ])
    func `an address that servers refuse or obey too much is refused`(typed: String) { #expect(EmailAddress(typed) == nil) }

    @Test func `lengths are counted in bytes`() {
        let label = String(repeating: "d", count: 61) + "."
        let domain = label + label + label
        #expect(EmailAddress(String(repeating: "a", count: 64) + "@\(domain)id")?.value.utf8.count == 253)
        #expect(EmailAddress(String(repeating: "a", count: 64) + "@\(domain)com")?.value.utf8.count == 254)
        #expect(EmailAddress(String(repeating: "a", count: 64) + "@\(domain)info") == nil)
        #expect(EmailAddress(String(repeating: "a", count: 65) + "@example.id") == nil)
        #expect(EmailAddress("a@" + String(repeating: "d", count: 64) + ".id") == nil)
        #expect(EmailAddress(String(repeating: " ", count: 1_000_000)) == nil)
    }

    @Test func `screens and logs see a mask`() throws {
        let address = try #require(EmailAddress("siti@example.co.id"))
        #expect(address.masked == "s•••@example.co.id")
        #expect("\(address)" == address.masked)
        #expect(address.domain == "example.co.id")
    }

    @Test func `stored addresses are one string and are checked again`() throws {
        let address = try #require(EmailAddress("siti@example.id"))
        let stored = try JSONEncoder().encode([address])
        #expect(String(decoding: stored, as: UTF8.self) == #"["siti@example.id"]"#)
        #expect(try JSONDecoder().decode([EmailAddress].self, from: stored) == [address])
        #expect(throws: DecodingError.self) { try JSONDecoder().decode([EmailAddress].self, from: Data(#"["siti"]"#.utf8)) }
    }
}
