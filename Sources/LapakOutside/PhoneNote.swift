package import LapakDomain

/// A notice to a phone: what it says, not yet by which channel.
package struct PhoneNote: Hashable, Sendable {
    /// Our name of the message, the same for every attempt: `m7341259873`.
    package let message: String
    /// Our name of this attempt, which comes back in what the channel tells later: `m7341259873-2`.
    package let attempt: String
    package let to: PhoneNumber
    package let language: Language
    /// How Meta knows the words: `lapak_offer_lapsed`.
    package let template: String
    /// What stands in the template's places, in order; without line ends.
    package let values: [String]
    /// The only value is a code, which a button can copy.
    package let isCode: Bool
    /// The whole text, as an SMS has it.
    package let text: String

    package init(
        message: String, attempt: String, to: PhoneNumber, language: Language, template: String, values: [String], isCode: Bool,
        text: String
    ) {
        self.message = message
        self.attempt = attempt
        self.to = to
        self.language = language
        self.template = template
        self.values = values
        self.isCode = isCode
        self.text = text
    }
}
