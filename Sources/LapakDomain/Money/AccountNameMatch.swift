/// What comparing the name on a bank account with the member's name in the registry found.
///
/// Money goes out by itself only on `same`. Where an honest account is often written otherwise, an officer looks; where another person is
/// more likely, the account is refused with its reason. Our own measure: no bank in the country promises how it writes names.
package enum AccountNameMatch: Hashable, Codable, Sendable {
    case same
    case officer(Doubt)
    case different(Clash)

    /// Why an officer has to look.
    package enum Doubt: String, Hashable, Codable, Sendable, CaseIterable {
        /// A word is there by its first letter only.
        case initial
        /// A word is spelled in another way that sounds alike.
        case letter
        /// The end is missing, but not where banks cut.
        case cut
        /// One name has a word more.
        case missingWord = "missing_word"
        /// A clan name and an Indonesian name that is often taken for it: there is a deed.
        case alias
        /// The account is held for or with somebody (`QQ`, `OR`).
        case heldFor = "held_for"
        /// The bank hides letters.
        case masked
        /// The bank told no name.
        case unreadable
    }

    /// Why the account is another's.
    package enum Clash: String, Hashable, Codable, Sendable, CaseIterable {
        /// Another father: `bin Umar`, `bin Usman`.
        case patronymic
        /// Another ending: brothers and sisters are called so.
        case ending
        /// One word is another.
        case otherWord = "other_word"
        case business
        case wallet
        case otherPerson = "other_person"
    }
}

extension AccountNameMatch {
    /// Compares the name that the bank told with the registry's.
    package init(bank: String, registry: String) {
        self = AccountName(bank).compared(with: AccountName(registry))
    }
}

extension AccountName {
    /// How well this name, as a bank wrote it, agrees with the registry's.
    func compared(with registry: AccountName) -> AccountNameMatch {
        guard !words.isEmpty || isMasked else { return .officer(.unreadable) }
        if let first = written.first, Marks.wallets.contains(first), !registry.written.contains(first) { return .different(.wallet) }
        if isBusiness, !registry.isBusiness { return .different(.business) }
        if isMasked { return hides(registry) ? .officer(.masked) : .different(.otherPerson) }
        let holders = written.split(whereSeparator: Marks.between.contains)
        if holders.count > 1, !registry.written.contains(where: Marks.between.contains) {
            let isHolder = holders.contains { holder in
                if case .different = AccountName(holder.joined(separator: " ")).compared(with: registry) { false } else { true }
            }
            return isHolder ? .officer(.heldFor) : .different(.otherPerson)
        }
        if isCut(of: registry) { return .same }
        return comparedWhole(with: registry)
    }

    private func comparedWhole(with registry: AccountName) -> AccountNameMatch {
        let names = Pairing(words, registry.words, cutAt: length).match
        switch (father.isEmpty, registry.father.isEmpty) {
        case (true, true): return names
        case (false, false):
            switch Pairing(father, registry.father, cutAt: length).match {
            case .same: return names
            case .officer(let doubt): return names == .same ? .officer(doubt) : names
            case .different: return .different(.patronymic)
            }
        default:
            // A father's name may be left out; a single name without it is too little to know a person by.
            return names == .same && words.count < 2 ? .officer(.missingWord) : names
        }
    }

    /// True where this name ends because the field did: a bank's field is full, two whole words stand before the cut, and the rest agrees.
    private func isCut(of registry: AccountName) -> Bool {
        let own = written.filter { !Marks.titles.contains($0) || $0 == written.last }
        let full = registry.written.filter { !Marks.titles.contains($0) }
        let cutsOffWord = Marks.fields.contains(length)
        guard cutsOffWord || Marks.fields.contains(length + 1), own.count > 2 || (!cutsOffWord && own.count > 1), own.count <= full.count
        else {
            return false
        }
        let whole = cutsOffWord ? own.count - 1 : own.count
        guard zip(own.prefix(whole), full).allSatisfy({ Spelling.agree($0, $1) }) else { return false }
        return cutsOffWord ? full[whole].hasPrefix(own[whole]) && full != own : full.count > own.count
    }

    /// True where the letters that a masked name shows are the other's.
    private func hides(_ other: AccountName) -> Bool {
        let shown = masked
        guard shown.count <= other.written.count, shown.contains(where: { $0.contains { $0 != "*" } }) else { return false }
        return zip(shown, other.written).allSatisfy { mask, word in
            if mask.count == word.count { return zip(mask, word).allSatisfy { $0 == "*" || $0 == $1 } }
            return word.hasPrefix(mask.prefix { $0 != "*" })
        }
    }
}
