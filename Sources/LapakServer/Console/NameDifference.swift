import LapakWeb

/// Two spellings of a name, letter by letter: what both have, and what only one has.
struct NameDifference: Hashable {
    struct Piece: Hashable {
        var text: String
        let differs: Bool
    }
    let first: [Piece]
    let second: [Piece]
    /// Letters that are not in the other one, the larger number of the two.
    let letters: Int

    /// Compares case by case as people read it: capitals and small letters are the same. Names have at most 100 letters.
    init(_ first: String, _ second: String) {
        let (a, b) = (Array(first), Array(second))
        let (keptA, keptB) = NameDifference.common(a.map { $0.lowercased() }, b.map { $0.lowercased() })
        self.first = NameDifference.pieces(a, kept: keptA)
        self.second = NameDifference.pieces(b, kept: keptB)
        letters = max(a.count - keptA.count, b.count - keptB.count)
    }

    /// The places of a longest common subsequence in both.
    private static func common(_ a: [String], _ b: [String]) -> (Set<Int>, Set<Int>) {
        var longest = Array(repeating: Array(repeating: 0, count: b.count + 1), count: a.count + 1)
        for i in a.indices.reversed() {
            for j in b.indices.reversed() {
                longest[i][j] = a[i] == b[j] ? longest[i + 1][j + 1] + 1 : max(longest[i + 1][j], longest[i][j + 1])
            }
        }
        var (i, j) = (0, 0)
        var (keptA, keptB): (Set<Int>, Set<Int>) = ([], [])
        while i < a.count, j < b.count {
            if a[i] == b[j] {
                keptA.insert(i)
                keptB.insert(j)
                (i, j) = (i + 1, j + 1)
            } else if longest[i + 1][j] >= longest[i][j + 1] {
                i += 1
            } else {
                j += 1
            }
        }
        return (keptA, keptB)
    }

    private static func pieces(_ letters: [Character], kept: Set<Int>) -> [Piece] {
        var pieces: [Piece] = []
        for (index, letter) in letters.enumerated() {
            let differs = !kept.contains(index)
            if pieces.last?.differs == differs {
                pieces[pieces.count - 1].text.append(letter)
            } else {
                pieces.append(Piece(text: String(letter), differs: differs))
            }
        }
        return pieces
    }

    /// The pieces with the differing letters underlined.
    static func html(_ pieces: [Piece]) -> [HTML] { pieces.html { $0.differs ? "<u>\($0.text)</u>" : "\($0.text)" } }
}
