/// What an officer told one person, or everybody, as the journal keeps it: by name, so that the sentence can be mended.
package enum Telling: Hashable, Sendable {
    case quick(QuickMessage)
    /// The officer speaks to all seats.
    case speaking
    /// A sentence of an early journal that is none of today's. Never written.
    case former(String)

    /// What the member reads.
    package var words: Words {
        switch self {
        case .quick(let message): message.words
        case .speaking: QuickMessage.toAll
        case .former(let sentence): Words(sentence, sentence)
        }
    }
}

extension Telling: RawRepresentable, Codable {
    private static let speakingName = "speaking"

    package var rawValue: String {
        switch self {
        case .quick(let message): message.rawValue
        case .speaking: Self.speakingName
        case .former(let sentence): sentence
        }
    }

    /// Reads a name, or the sentence that early journals have in its place.
    package init(rawValue: String) {
        let sentences = { (words: Words) in [words.id, words.en].contains(rawValue) }
        self =
            if let message = QuickMessage(rawValue: rawValue) ?? QuickMessage.allCases.first(where: { sentences($0.words) }) {
                .quick(message)
            } else if rawValue == Self.speakingName || sentences(QuickMessage.toAll) {
                .speaking
            } else {
                .former(rawValue)
            }
    }
}
