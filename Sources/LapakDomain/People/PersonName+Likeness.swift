/// How well two spellings of a name agree. A hint for an officer, never a decision.
package enum Likeness: Hashable, Sendable {
    /// Equal once folded: `Moh. Rizal, S.E.` and `MUHAMMAD RIZAL`.
    case exact
    /// Probably one person; `difference` counts letters changed and words missing or shortened, at least 1.
    case near(difference: Int)
    case different
}

extension PersonName {
    /// Compares this name with `other`, the same in both directions.
    ///
    /// Near means at most one letter wrong for every six (missing, extra, changed, or two swapped), and besides at
    /// most one word left out or cut to its initial. Our own measure (domain.md, "Validation": tolerant, the officer decides).
    package func likeness(to other: PersonName) -> Likeness {
        if folded == other.folded { return .exact }
        let found = [true, false].flatMap { expanded in
            readings(expanded: expanded).flatMap { one in
                other.readings(expanded: expanded).flatMap { PersonName.differences(one, $0) }
            }
        }
        return found.min().map { .near(difference: max(1, $0)) } ?? .different
    }

    /// The words that count: with what stands behind a comma left out, and where there is one, also with it.
    private func readings(expanded: Bool) -> [[String]] {
        [tokens(expanded: expanded), tokensAcrossCommas(expanded: expanded)].compactMap(\.self)
    }

    /// The tolerable differences between two names, each found in its own way.
    private static func differences(_ a: [String], _ b: [String]) -> [Int] {
        if a.count > b.count { return differences(b, a) }
        // As whole texts, where a missing space costs one: SITIAMINAH.
        var found = [misspelling([a.joined(separator: " ")], [b.joined(separator: " ")])]
        if a.count == b.count {
            let initials = a.indices.filter { isInitial(a[$0], of: b[$0]) || isInitial(b[$0], of: a[$0]) }
            if let index = initials.first, initials.count == 1 {
                found.append(misspelling(a.without(index), b.without(index)).map { $0 + 1 })
            }
        } else if a.count + 1 == b.count {
            found += b.indices.map { misspelling(a, b.without($0)).map { $0 + 1 } }
        }
        return found.compactMap(\.self)
    }

    /// Letters that differ, word by word; nil if more than one in six, or if there is nothing to compare.
    private static func misspelling(_ a: [String], _ b: [String]) -> Int? {
        let letters = min(a.joined().filter { $0 != " " }.count, b.joined().filter { $0 != " " }.count)
        let wrong = zip(a, b).map { distance(Array($0.unicodeScalars), Array($1.unicodeScalars)) }.reduce(0, +)
        return letters > 1 && wrong <= letters / 6 ? wrong : nil
    }

    private static func isInitial(_ short: String, of long: String) -> Bool { short.count == 1 && long.count > 1 && long.hasPrefix(short) }

    /// Damerau-Levenshtein (optimal string alignment): insertions, deletions, changes and swaps of neighbours.
    private static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
        var before: [Int] = []
        var last = Array(0...b.count)
        for i in a.indices {
            var row = [i + 1]
            for j in b.indices {
                var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, before[j - 1] + 1) }
                row.append(cost)
            }
            (before, last) = (last, row)
        }
        return last[b.count]
    }
}

extension [String] {
    fileprivate func without(_ index: Int) -> [String] { Array(self[..<index] + self[(index + 1)...]) }
}
