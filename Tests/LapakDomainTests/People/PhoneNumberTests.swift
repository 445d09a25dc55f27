import Foundation
import LapakDomain
import Testing

@Suite struct PhoneNumberTests {
    @Test(arguments: [
        "081234567788", "0812-3456-7788", "0812 3456 7788", "0812.3456.7788", "6281234567788", "+6281234567788", "+62 812-3456-7788",
        "+62 (0)812 3456 7788", "(0812) 3456 7788", "81234567788", "\u{202A}+62\u{A0}812\u{2011}3456\u{2011}7788\u{202C}",
        "006281234567788", "00 62 812-3456-7788", "\u{2066}0812\u{2009}3456\u{2212}7788\u{2069}", "0812\u{AD}3456\u{AD}7788\u{FEFF}",
        "０８１２３４５６７７８８", "٠٨١٢٣٤٥٦٧٧٨٨", "＋６２ ８１２ ３４５６ ７７８８", "0812\n34567788", "\u{200E}+62 812\u{3000}3456 7788",
    ])
    func `one number however it is typed`(typed: String) { #expect(PhoneNumber(typed)?.value == "+6281234567788") }

    @Test(arguments: [
        "", "08", "081234567", "0812345678901234", "0215551234", "+1 812 3456 7788", "+0812 3456 7788", "0812+34567788", "++6281234567788",
        "0812 3456 778a", "081234567788\0", "0812\u{301}34567788", "175", "00812345678", "0081234567788", "0012125550123",
        "0062 21 5551234",
        String(repeating: "0", count: 100_000),
    ])
    func `what cannot be an Indonesian mobile number is refused`(typed: String) { #expect(PhoneNumber(typed) == nil) }

    @Test(arguments: [
        ("0811234567", "0811 234 567", "08 •••• 4567"), ("08112345678", "0811 234 5678", "081 •••• 5678"),
        ("081234567788", "0812 3456 7788", "0812 •••• 7788"), ("0895345678901", "0895 3456 78901", "0895 •••• 8901"),
        ("08953456789012", "0895 34567 89012", "0895 •••• 9012"),
    ])
    func `a number is grouped for reading and masked for screens`(typed: String, text: String, masked: String) throws {
        let number = try #require(PhoneNumber(typed))
        #expect(number.text == text)
        #expect(number.masked == masked)
        #expect("\(number)" == masked)
        #expect(PhoneNumber(number.text) == number)
    }

    @Test func `stored numbers are one string and are checked again`() throws {
        let number = try #require(PhoneNumber("081234567788"))
        let stored = try JSONEncoder().encode([number])
        #expect(String(decoding: stored, as: UTF8.self) == #"["+6281234567788"]"#)
        #expect(try JSONDecoder().decode([PhoneNumber].self, from: stored) == [number])
        #expect(throws: DecodingError.self) { try JSONDecoder().decode([PhoneNumber].self, from: Data(#"["112"]"#.utf8)) }
    }
}
