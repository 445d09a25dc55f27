/// What an officer asks aloud; two are drawn for each interview, so that nobody can be prepared for them (decision 9).
package enum InterviewQuestion: String, Hashable, Codable, Sendable, CaseIterable {
    case mother, employer, ended, started, birthPlaceAndDate = "birth", purpose

    /// The question, as it is read aloud.
    package var words: Words {
        switch self {
        case .mother: Words("Siapa nama ibu kandung Anda?", "What is your mother's name?")
        case .employer: Words("Di perusahaan mana Anda terakhir bekerja?", "At which company did you work last?")
        case .ended: Words("Kapan Anda berhenti bekerja di sana?", "When did you stop working there?")
        case .started: Words("Kapan Anda mulai bekerja di sana?", "When did you begin to work there?")
        case .birthPlaceAndDate: Words("Di mana dan kapan Anda lahir?", "Where and when were you born?")
        case .purpose: Words("Untuk apa saldo JHT ini akan dipakai?", "What will this JHT balance be used for?")
        }
    }

    /// What the registry says; nil where it knows nothing.
    package func answer(_ known: InterviewCheck.Known) -> Words? {
        let card = known.member?.lastMembership
        switch self {
        case .mother: return known.member.map { Words($0.mother, $0.mother) }
        case .employer: return card.map { Words($0.employer, $0.employer) }
        case .ended: return card?.end.map { Words($0.text(.id), $0.text(.en)) }
        case .started: return card.map { Words($0.start.text(.id), $0.start.text(.en)) }
        case .birthPlaceAndDate: return known.member.map { Words($0.birth.text(.id), $0.birth.text(.en)) }
        case .purpose: return Words("jawaban bebas", "any answer")
        }
    }

    /// Two different questions, by chance.
    package static func draw(_ chance: UInt64) -> [InterviewQuestion] {
        let all = allCases
        let first = Int(chance % UInt64(all.count))
        let second = (first + 1 + Int((chance >> 16) % UInt64(all.count - 1))) % all.count
        return [all[first], all[second]]
    }
}
