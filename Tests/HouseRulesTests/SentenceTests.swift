import Foundation
import Testing

/// What people read names no number that a policy or a named rule owns: it is interpolated, so that the sentence stays true when
/// the number changes.
@Suite("Sentences") struct SentenceTests {
    /// Numbers beside what policies count: `15 menit`, `three places`. A file and a piece of its sentence are allowed for a reason.
    static let allowed: [(file: String, piece: String, why: String)] = [
        ("Span+Text.swift", "1 menit", "the smallest text of any span"),
        ("Span+Text.swift", "1 minute", "the smallest text of any span"),
        ("Input+Nouns.swift", "8 huruf", "the format of a claim number"),
        ("Input+Nouns.swift", "8 letters", "the format of a claim number"),
        ("ComeBackPages.swift", "8 huruf", "the format of a claim number"),
        ("ComeBackPages.swift", "8 letters", "the format of a claim number"),
        ("BoothPages.swift", "Delapan huruf", "the format of a pairing code"),
        ("BoothPages.swift", "Eight letters", "the format of a pairing code"),
        ("SessionsPage.swift", "100 orang", "so many of a hundred"),
        ("SessionsPage.swift", "100 people", "so many of a hundred"),
        ("StartPage.swift", "5 menit", "an estimate of how long people type"),
        ("StartPage.swift", "5 minutes", "an estimate of how long people type"),
        ("TodaysNumbersPage.swift", "two times", "two moments, no count"),
    ]

    @Test("no sentence names a number that a policy owns") func numbers() throws {
        var used: Set<Int> = []
        for module in HouseRulesTests.imports.keys where module != "LapakNation" {
            for source in try Source.all(in: module) {
                for sentence in Sentences.of(source.text) {
                    for found in sentence.matches(of: Self.counted).map({ String(sentence[$0.range]) }) {
                        let place = Self.allowed.firstIndex { source.path.hasSuffix("/\($0.file)") && $0.piece == found }
                        if let place { used.insert(place) } else { Issue.record("\(source.path) says \"\(found)\"; interpolate it") }
                    }
                }
            }
        }
        for (index, entry) in Self.allowed.enumerated() where !used.contains(index) {
            Issue.record("\(entry.file) says \"\(entry.piece)\" no more: take it from the list")
        }
    }

    @Test func `a sentence is found with its literal pieces, and a number in it`() {
        let text = """
            Words("Berlaku 15 menit.", "It lasts \\(policy.minutes(of: "x")) minutes."); print("3 days");
            call.say("Go back (three places).", "")
            """
        let sentences = Sentences.of(text)
        #expect(sentences == ["Berlaku 15 menit.", "It lasts … minutes.", "Go back (three places).", ""])
        #expect(sentences.flatMap { $0.matches(of: Self.counted).map { String($0.output) } } == ["15 menit", "three places"])
    }

    private static var counted: Regex<Substring> {
        let words = "dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|two|three|four|five|six|seven|eight|nine|ten"
        let units =
            "menit|detik|jam|hari|kali|urutan|panggilan|kursi|orang|huruf|minutes?|seconds?|hours?|days?|working days|times|places|calls"
            + "|seats|people|letters"
        return try! Regex("\\b(?:\\d+|\(words))[ -](?:\(units))\\b", as: Substring.self).ignoresCase()  // a constant of ours
    }
}

/// The literals inside `Words(…)` and `say(…)`, each with `…` for what is interpolated.
private enum Sentences {
    static func of(_ text: String) -> [String] {
        let signs = Array(text.utf8)
        var sentences: [String] = []
        for opening in ["Words(", "say("] {
            let name = Array(opening.utf8)
            var index = 0
            while index + name.count <= signs.count {
                let isWord = index > 0 && (signs[index - 1] >= 65 && signs[index - 1] <= 122)
                if signs[index] == name[0], !isWord, signs[index..<index + name.count].elementsEqual(name) {
                    sentences += literals(signs, from: index + name.count)
                }
                index += 1
            }
        }
        return sentences
    }

    /// Reads until the bracket that was open is closed.
    private static func literals(_ signs: [UInt8], from start: Int) -> [String] {
        var (found, literal, depth, index) = ([String](), [UInt8](), 1, start)
        var isLiteral = false
        while index < signs.count, depth > 0 {
            let sign = signs[index]
            if isLiteral, sign == UInt8(ascii: "\\"), index + 1 < signs.count {
                if signs[index + 1] == UInt8(ascii: "(") {
                    index = end(signs, from: index + 2)
                    literal += Array("…".utf8)
                    continue
                }
                index += 1
            } else if sign == UInt8(ascii: "\"") {
                if isLiteral { found.append(String(decoding: literal, as: UTF8.self)) }
                literal = []
                isLiteral.toggle()
            } else if isLiteral {
                literal.append(sign)
            } else if sign == UInt8(ascii: "(") {
                depth += 1
            } else if sign == UInt8(ascii: ")") {
                depth -= 1
            }
            index += 1
        }
        return found
    }

    /// Behind the bracket that closes an interpolation; strings inside it are skipped.
    private static func end(_ signs: [UInt8], from start: Int) -> Int {
        var (depth, index, isLiteral) = (1, start, false)
        while index < signs.count, depth > 0 {
            switch signs[index] {
            case UInt8(ascii: "\""): isLiteral.toggle()
            case UInt8(ascii: "(") where !isLiteral: depth += 1
            case UInt8(ascii: ")") where !isLiteral: depth -= 1
            default: break
            }
            index += 1
        }
        return index
    }
}
