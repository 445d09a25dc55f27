/// A number in a branch's line of one day (nomor antrean): a letter and three digits, `A-017`.
///
/// It names a person on displays and paper; it says nothing about the order, because a number may come from a tablet's block or
/// from a phone.
package struct QueueNumber: Hashable, Comparable, Sendable {
    /// So many to a letter.
    package static let perLetter = 999
    /// The last one is Z-999.
    package static let most = 26 * perLetter

    /// 1...`most`.
    package let ordinal: Int

    /// Nil outside 1...`most`.
    package init?(ordinal: Int) {
        guard (1...Self.most).contains(ordinal) else { return nil }
        self.ordinal = ordinal
    }

    /// Reads `A-017`, `a 17`, `A017`; nil for anything else.
    package init?(_ text: String) {
        let signs = Array(Typed.line(text).uppercased().unicodeScalars.filter { !" -".unicodeScalars.contains($0) })
        guard let letter = signs.first, ("A"..."Z").contains(letter), (2...4).contains(signs.count) else { return nil }
        guard signs.dropFirst().allSatisfy({ ("0"..."9").contains($0) }) else { return nil }
        let digits = signs.dropFirst().reduce(0) { $0 * 10 + Int($1.value - 48) }
        guard (1...Self.perLetter).contains(digits) else { return nil }
        ordinal = Int(letter.value - 65) * Self.perLetter + digits
    }

    package var letter: String { String(UnicodeScalar(UInt8(65 + (ordinal - 1) / Self.perLetter))) }
    /// 1...999.
    package var count: Int { (ordinal - 1) % Self.perLetter + 1 }

    /// `A-017`.
    package var text: String { "\(letter)-\(String(1000 + count).dropFirst())" }

    /// As it is spoken, sign by sign: `A, nol, satu, tujuh`. Each is the name of a recorded clip.
    package var spoken: [String] {
        let names = ["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"]
        return [letter.lowercased()] + String(1000 + count).dropFirst().map { names[Int($0.asciiValue ?? 48) - 48] }
    }

    package static func < (one: QueueNumber, other: QueueNumber) -> Bool { one.ordinal < other.ordinal }
}

extension QueueNumber: Codable {
    package init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let number = QueueNumber(text) else {
            throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "no queue number: \(text)"))
        }
        self = number
    }
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

/// The numbers of one branch on one day: which comes next. A tablet reserves a block, so that it can go on without a network.
package struct NumberRoll: Hashable, Sendable {
    package let branch: ID<Branch>
    package let day: Day
    /// The ordinal that is given next, 1...
    package private(set) var next: Int

    package init(branch: ID<Branch>, day: Day, next: Int = 1) {
        self.branch = branch
        self.day = day
        self.next = next
    }

    /// Gives so many numbers away, once. Refuses with `tooMany` when the day's letters are used up.
    package mutating func take(_ count: Int) throws(Refusal) -> [QueueNumber] {
        let numbers = (next..<next + count).compactMap(QueueNumber.init(ordinal:))
        guard numbers.count == count, count > 0 else { throw .tooMany }
        next += count
        return numbers
    }
}
