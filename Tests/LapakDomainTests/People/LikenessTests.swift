import LapakDomain
import Testing

@Suite struct LikenessTests {
    static func compare(_ a: String, _ b: String) throws -> Likeness {
        let first = try #require(PersonName(a))
        let second = try #require(PersonName(b))
        #expect(first.likeness(to: second) == second.likeness(to: first))
        return first.likeness(to: second)
    }

    @Test(arguments: [
        ("siti aminah", "SITI AMINAH"), ("Moh. Rizal, S.E.", "MUHAMMAD RIZAL"), ("M. Yusuf", "Muh Yusuf"), ("Ma'ruf", "Maruf"),
        ("José", "Jose\u{301}"), ("TN BUDI SANTOSO", "Budi Santoso"),
        ("Joko Prasetyo, S. Kom.", "JOKO PRASETYO"), ("JOKO PRASETYO SE.MM", "Dr. Joko Prasetyo"),
        ("R. Joko Prasetyo S.Tr. Kom", "JOKO PRASETYO"), ("Hj. Siti Aminah S. Kep., Ners", "Siti Aminah"),
    ])
    func `titles, short forms and case make no difference`(a: String, b: String) throws { #expect(try Self.compare(a, b) == .exact) }

    @Test(arguments: [
        ("Siti Aminah", "Siti Aminnah", 1), ("Siti Aminah", "Siti Amniah", 1), ("SITIAMINAH", "SITI AMINAH", 1),
        ("Siti A", "Siti Aminah", 1),
        ("Siti Aminah", "Siti Nur Aminah", 1), ("Budi", "Budi Santoso", 1), ("Mochammad Rizki", "Muhammad Rizki", 2),
        ("Maria Yusuf", "M. Yusuf", 1), ("Budi Santoso Wijaya", "Budi Santosa W", 2), ("Hasan Rahman", "H Rahman", 1),
        ("Siti Aminah, binti Ahmad", "Siti Aminah binti Ahmat", 1), ("R Joko Prasetyo", "Joko Prasetyo", 1),
    ])
    func `a slip or one word less is near`(a: String, b: String, difference: Int) throws {
        #expect(try Self.compare(a, b) == .near(difference: difference))
    }

    @Test(arguments: [
        ("Siti Aminah", "Budi Santoso"), ("Ani", "Ana"), ("Budi", "Rudi"), ("A", "Ahmad"), ("A B", "Ahmad Budi"),
        ("Siti", "Siti Nur Aminah"),
        ("Siti Aminah", "Siti Rahmah"), ("Ahmad", "Аhmad"), ("A", "B"), ("S A", "Siti B"),
        ("Joko Prasetyo, S. Kom.", "Joko Susilo, S. Kom."), ("Prasetyo, S.E.", "Joko, S.E."), ("Dr. Joko", "Dr. Budi"),
        ("Nona Aminah", "Siti Aminah"), ("Tan Meng", "Tan Hok"), ("Joko S. Kom.", "Budi S. Kom."), ("R Aminah", "Siti Aminah"),
        ("Ajeng Pratiwi", "Siti Pratiwi"), ("S.E. Joko", "S.H. Budi"),
    ])
    func `short names, many initials and other people are different`(a: String, b: String) throws {
        #expect(try Self.compare(a, b) == .different)
    }

    @Test func `the longest names are compared`() throws {
        let words = "ABCDEFGHIJ".map { String(repeating: $0, count: 9) }
        #expect(try Self.compare(words.joined(separator: " "), words.dropLast().joined(separator: " ")) == .near(difference: 1))
        #expect(try Self.compare(words.joined(separator: " "), words.reversed().joined(separator: " ")) == .different)
    }
}
