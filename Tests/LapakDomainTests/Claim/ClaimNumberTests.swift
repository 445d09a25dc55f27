import LapakDomain
import Testing

@Suite("Claim number") struct ClaimNumberTests {
    @Test("every chance makes a number that reads back", arguments: [0, 1, 31, 0x8000_0000_0000_0000, UInt64.max, 0xDEAD_BEEF_CAFE_F00D])
    func roundTrip(chance: UInt64) throws {
        let number = ClaimNumber(chance: chance)
        #expect(ClaimNumber(number.description) == number)
        #expect(ClaimNumber(number.description.lowercased()) == number)
        #expect(number.value.utf8.count == 8)
    }

    @Test("one mistyped sign never passes") func typos() {
        let number = ClaimNumber(chance: 0x0123_4567_89AB_CDEF).value
        let signs = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
        for place in 0..<8 {
            for sign in signs where sign != Array(number)[place] {
                var typed = Array(number)
                typed[place] = sign
                #expect(ClaimNumber(String(typed)) == nil, "\(String(typed))")
            }
        }
    }

    @Test("letters that look like digits are read as digits; other signs are refused") func lookAlikes() {
        let zero = ClaimNumber(chance: 0)
        #expect(ClaimNumber(zero.value.replacing("0", with: "O")) == zero)
        for wrong in ["", "7K4M", "7K4M-92Q!", "٧K4M92QX", "7K4M-92QX-1"] { #expect(ClaimNumber(wrong) == nil) }
    }
}
