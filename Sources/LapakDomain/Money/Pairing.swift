/// The words of two names, each beside the one that it agrees with best.
struct Pairing {
    private let bank: [String]
    private let registry: [String]
    /// Characters of the bank's whole name: near the end of a field a word may have been cut.
    private let length: Int

    init(_ bank: [String], _ registry: [String], cutAt length: Int) {
        self.bank = bank
        self.registry = registry
        self.length = length
    }

    /// `same` in any order and however words are joined; a doubt for at most two small differences; otherwise different.
    var match: AccountNameMatch {
        if Spelling.agree(bank.joined(), registry.joined()) { return .same }
        var own: [String] = []
        var theirs = registry
        for word in bank {
            if let index = theirs.firstIndex(where: { Spelling.agree(word, $0) }) { theirs.remove(at: index) } else { own.append(word) }
        }
        let agreed = bank.count - own.count
        if own.isEmpty, theirs.isEmpty { return .same }
        if isAlias { return .officer(.alias) }
        var doubts: [AccountNameMatch.Doubt] = []
        for word in own {
            guard let (index, doubt) = closest(to: word, in: theirs) else { continue }
            doubts.append(doubt)
            theirs.remove(at: index)
            own.remove(at: own.firstIndex(of: word)!)
        }
        if !own.isEmpty, !theirs.isEmpty { return .different(agreed == 0 ? .otherPerson : clash(own, theirs)) }
        let missing = own.count + theirs.count
        // A letter alone names nobody, and of a long name more must agree than is missing.
        let isKnown = agreed > 0 || (doubts == [.letter] && missing == 0)
        guard isKnown, doubts.count + missing <= 2, missing <= max(1, agreed) else {
            return .different(agreed == 0 ? .otherPerson : .otherWord)
        }
        return .officer(doubts.first ?? .missingWord)
    }

    private func closest(to word: String, in others: [String]) -> (Int, AccountNameMatch.Doubt)? {
        if let index = others.firstIndex(where: { isInitial(word, of: $0) || isInitial($0, of: word) }) { return (index, .initial) }
        if let index = others.firstIndex(where: { Spelling.soundAlike(word, $0) }) { return (index, .letter) }
        guard length >= 18, word == bank.last, word.count > 2 else { return nil }
        return others.firstIndex { $0.hasPrefix(word) }.map { ($0, .cut) }
    }

    private func isInitial(_ short: String, of long: String) -> Bool { short.count == 1 && long.count > 1 && long.hasPrefix(short) }

    private func clash(_ own: [String], _ theirs: [String]) -> AccountNameMatch.Clash {
        own.contains { word in theirs.contains { zip(word, $0).prefix { $0 == $1 }.count >= 3 } } ? .ending : .otherWord
    }

    /// A clan name on one side, and on the other a name that contains it.
    private var isAlias: Bool {
        func holds(_ clan: [String], _ name: [String]) -> Bool {
            clan.contains { word in Marks.clans.contains(word) && name.contains { $0 != word && $0.contains(word) } }
        }
        return holds(bank, registry) || holds(registry, bank)
    }
}
