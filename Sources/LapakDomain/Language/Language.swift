/// The languages of every face: Indonesian first, English complete.
package enum Language: String, Hashable, Codable, Sendable, CaseIterable {
    case id, en
}

/// One sentence in both languages. Whoever writes one must write the other: it is complete by construction.
package struct Words: Hashable, Codable, Sendable {
    package var id: String
    package var en: String
    package init(_ id: String, _ en: String) { self.id = id; self.en = en }
    package subscript(language: Language) -> String { language == .id ? id : en }
}
